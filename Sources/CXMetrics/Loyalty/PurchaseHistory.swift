/// What one customer bought, from single purchases to occasions.
///
/// - Formula: all amounts of a day, refunds negative, are summed; the day is an occasion when the
///   sum is above 0, and dropped otherwise. A sum that rounding alone keeps from 0 is 0.
/// - Units: whole days since any fixed day; amounts in one currency.
/// - Complexity: adding is O(1); the occasions of n purchases are found in O(n) where they came in
///   order, O(n log n) otherwise, at every call.
/// - Beware: book a refund on the day of the purchase it undoes before computing, otherwise the
///   day of the refund is dropped and the sale stays. Currencies must not be mixed.
public struct PurchaseHistory: Hashable, Sendable {
  /// Farther away no calendar means anything; closer, differences cannot overflow.
  public static let days = -100_000_000...100_000_000

  /// Beyond this a `Double` no longer holds hundredths.
  public static let largestAmount = 1e15

  private var purchases: [PurchaseOccasion] = []
  private var isInOrder = true

  /// Nothing bought yet.
  public init() {}

  /// Takes in one purchase, or a refund as a negative amount.
  ///
  /// - Throws: `invalidInput` for a day or an amount that cannot be meant.
  public mutating func add(day: Int, amount: Double) throws(MetricRefusal) {
    // Written so that NaN is refused too.
    guard Self.days.contains(day), abs(amount) <= Self.largestAmount else { throw .invalidInput }
    append(PurchaseOccasion(day: day, amount: amount))
  }

  /// Takes in another part of the same customer’s purchases.
  public mutating func merge(_ other: Self) {
    for purchase in other.purchases { append(purchase) }
  }

  private mutating func append(_ purchase: PurchaseOccasion) {
    if let last = purchases.last, last.day > purchase.day { isInOrder = false }
    purchases.append(purchase)
  }

  /// One for each day with a net amount above 0, earliest first.
  public var occasions: [PurchaseOccasion] {
    var occasions: [PurchaseOccasion] = []
    occasions.reserveCapacity(purchases.count)
    let ordered = inOrder
    var index = 0
    while index < ordered.count {
      let day = ordered[index].day
      var net = NetAmount()
      while index < ordered.count, ordered[index].day == day {
        net.add(ordered[index].amount)
        index += 1
      }
      if net.isPositive { occasions.append(PurchaseOccasion(day: day, amount: net.value)) }
    }
    return occasions
  }

  /// By day, those of one day as they came, so that sums never depend on the sort.
  private var inOrder: [PurchaseOccasion] {
    guard !isInOrder else { return purchases }
    return purchases.indices.sorted { (purchases[$0].day, $0) < (purchases[$1].day, $1) }
      .map { purchases[$0] }
  }
}

/// A day on which a customer bought, with what was left of it after refunds.
public struct PurchaseOccasion: Hashable, Sendable, BitwiseCopyable {
  /// Days since any fixed day.
  public let day: Int

  /// The net amount of the day.
  public let amount: Double

  /// A day and its net amount.
  public init(day: Int, amount: Double) {
    self.day = day
    self.amount = amount
  }
}

extension PurchaseHistory: Exemplified {
  /// Built from pairs that the examples write down.
  init(_ purchases: [(day: Int, amount: Double)]) throws(MetricRefusal) {
    for purchase in purchases { try add(day: purchase.day, amount: purchase.amount) }
  }

  public static let examples: [MetricExample] = [
    MetricExample(
      "day 1: 20 and 5; day 3: 30 and a refund of 30; day 2: 8",
      gives: ["occasions": 2, "first amount": 25, "last day": 2]
    ) { () throws(MetricRefusal) in
      let history = try PurchaseHistory([(1, 20), (3, 30), (1, 5), (2, 8), (3, -30)])
      let occasions = history.occasions
      return [
        Double(occasions.count), occasions.first?.amount, occasions.last.map { Double($0.day) },
      ]
    },
    MetricExample(
      "0.1 and 0.2 on a day and both taken back",
      gives: ["occasions": 0, "first amount": nil]
    ) { () throws(MetricRefusal) in
      let occasions = try PurchaseHistory([(1, 0.1), (1, 0.2), (1, -0.3)]).occasions
      return [Double(occasions.count), occasions.first?.amount]
    },
    MetricExample("an amount that is no number", refuses: .invalidInput) {
      () throws(MetricRefusal) in
      [Double(try PurchaseHistory([(1, .nan)]).occasions.count)]
    },
  ]
}
