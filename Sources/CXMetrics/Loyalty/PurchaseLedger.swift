/// The purchases of very many customers, a column each for who, when and how much.
///
/// - Units: customers counted from 0; days since any fixed day; amounts in one currency, refunds
///   negative.
/// - Complexity: 16 bytes a purchase; taking in columns that already exist copies nothing.
public struct PurchaseLedger: Sendable {
  /// Customers are counted from 0 to one less than this.
  public let customerCount: Int

  /// Who bought, by number.
  public let customers: [UInt32]

  /// When, as day numbers.
  public let days: [Int32]

  /// For how much; refunds are negative.
  public let amounts: [Double]

  /// From the first day to the last; the day 0 where nothing was bought.
  let dayRange: ClosedRange<Int32>

  /// - Throws: `lengthMismatch` for columns of different length, `invalidInput` for a customer, day
  ///   or amount that cannot be meant.
  public init(
    customerCount: Int,
    customers: [UInt32],
    days: [Int32],
    amounts: [Double]
  ) throws(MetricRefusal) {
    guard customers.count == days.count, days.count == amounts.count else {
      throw .lengthMismatch
    }
    guard customerCount >= 0, customerCount <= Int(Int32.max), customers.count <= Int(Int32.max)
    else { throw .invalidInput }
    var isPossible = true
    for customer in customers where customer >= customerCount { isPossible = false }
    var (first, last) = (days.first ?? 0, days.first ?? 0)
    for day in days { (first, last) = (min(first, day), max(last, day)) }
    let possible = PurchaseHistory.days
    if !possible.contains(Int(first)) || !possible.contains(Int(last)) { isPossible = false }
    // Written so that NaN is refused too.
    for amount in amounts where !(abs(amount) <= PurchaseHistory.largestAmount) {
      isPossible = false
    }
    guard isPossible else { throw .invalidInput }
    self.customerCount = customerCount
    self.customers = customers
    self.days = days
    self.amounts = amounts
    dayRange = first...last
  }
}
