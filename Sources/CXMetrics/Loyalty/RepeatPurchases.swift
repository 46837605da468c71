/// What a purchase model needs to know of a customer: how many repeat occasions, when the last was,
/// and how long the customer has been one.
///
/// - Formula: the clock starts at the first occasion; `count` are the occasions after it, `lastAge`
///   the age at the last of them, `age` the age now.
/// - Units: `lastAge` and `age` in one unit of time throughout, days or weeks.
/// - Beware: where nothing was repeated the age at the last occasion is 0.
/// - Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, Marketing Science 24(2), 2005.
public struct RepeatPurchases: Hashable, Sendable, BitwiseCopyable {
  /// Larger counts are no customer’s.
  static let countMax = 1 << 40

  /// x in the literature.
  public let count: Int

  /// t_x in the literature.
  public let lastAge: Double

  /// T in the literature.
  public let age: Double

  /// - Throws: `invalidInput` unless 0 ≤ lastAge ≤ age, lastAge being 0 where nothing was repeated.
  public init(count: Int, lastAge: Double, age: Double) throws(MetricRefusal) {
    guard count >= 0, count <= Self.countMax, lastAge >= 0, lastAge <= age, age.isFinite,
      count > 0 || lastAge == 0
    else { throw .invalidInput }
    self.count = count
    self.lastAge = lastAge
    self.age = age
  }

  /// Nil for a customer without an occasion up to `asOf`.
  ///
  /// - Parameters:
  ///   - history: the purchases of one customer.
  ///   - asOf: the last day that counts.
  ///   - daysPerUnit: 1 for days, 7 for weeks.
  /// - Throws: `invalidInput` for a unit that is no length.
  public static func of(
    _ history: PurchaseHistory,
    asOf: Int,
    daysPerUnit: Double = 1
  ) throws(MetricRefusal) -> Self? {
    guard daysPerUnit > 0, daysPerUnit.isFinite, PurchaseHistory.days.contains(asOf) else {
      throw .invalidInput
    }
    let days = history.occasions.lazy.map(\.day).prefix { $0 <= asOf }
    guard let first = days.first, let last = days.last else { return nil }
    return try Self(
      count: days.count - 1,
      lastAge: Double(last - first) / daysPerUnit,
      age: Double(asOf - first) / daysPerUnit
    )
  }
}

/// Customers of a kind, counted, for fitting.
public struct RepeatPurchaseGroup: Hashable, Sendable, BitwiseCopyable {
  /// What these customers have in common.
  public let purchases: RepeatPurchases

  /// How many they are.
  public let customers: Int

  /// - Throws: `invalidInput` for a negative number of customers.
  public init(_ purchases: RepeatPurchases, customers: Int) throws(MetricRefusal) {
    guard customers >= 0, customers <= RepeatPurchases.countMax else { throw .invalidInput }
    self.purchases = purchases
    self.customers = customers
  }

  /// Customers alike joined into groups, in the order of count, last age and age.
  ///
  /// - Complexity: O(n log n).
  public static func groups(of customers: [RepeatPurchases]) -> [Self] {
    let sorted = customers.sorted {
      ($0.count, $0.lastAge, $0.age) < ($1.count, $1.lastAge, $1.age)
    }
    var groups: [Self] = []
    var start = 0
    for end in 1..<(sorted.count + 1) where end == sorted.count || sorted[end] != sorted[start] {
      if start < end, let first = sorted[start...].first {
        groups.append(Self(known: first, customers: end - start))
      }
      start = end
    }
    return groups
  }

  private init(known purchases: RepeatPurchases, customers: Int) {
    self.purchases = purchases
    self.customers = customers
  }
}

extension RepeatPurchases: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "days 10, 24, 45; as of day 80, in weeks",
      gives: ["count": 2, "last age": 5, "age": 10]
    ) { () throws(MetricRefusal) in
      let history = try PurchaseHistory([(10, 1), (24, 1), (45, 1)])
      let found = try RepeatPurchases.of(history, asOf: 80, daysPerUnit: 7)
      return [found.map { Double($0.count) }, found?.lastAge, found?.age]
    },
    MetricExample("last bought at age 9 though only 8 old", refuses: .invalidInput) {
      () throws(MetricRefusal) in
      [try RepeatPurchases(count: 1, lastAge: 9, age: 8).age]
    },
  ]
}
