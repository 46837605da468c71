import CXMetrics

/// Purchases of simulated customers in the order of no one, from a seed.
struct SimulatedPurchases {
  private var state: UInt64
  private(set) var customers: [UInt32] = []
  private(set) var days: [Int32] = []
  private(set) var amounts: [Double] = []

  init(customers count: Int, purchases: Int, lastDay: Int, seed: UInt64) {
    state = seed
    for _ in 0..<purchases {
      // Few customers buy much: the square of an even share.
      let share = next() * next()
      customers.append(UInt32(min(count - 1, Int(share * Double(count)))))
      days.append(Int32(next() * Double(lastDay)))
      let amount = (next() * 10_000).rounded() / 100
      amounts.append(next() < 0.08 ? -amount : amount)
    }
  }

  /// An even share below 1, by the generator of G. Marsaglia, 2003.
  private mutating func next() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) / 9_007_199_254_740_992
  }

  func history(of customer: Int) throws -> PurchaseHistory {
    var history = PurchaseHistory()
    for row in customers.indices where customers[row] == customer {
      try history.add(day: Int(days[row]), amount: amounts[row])
    }
    return history
  }

  func columns(customerCount: Int) throws -> PurchaseLedger {
    try PurchaseLedger(
      customerCount: customerCount,
      customers: customers,
      days: days,
      amounts: amounts
    )
  }
}
