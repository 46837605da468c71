import CXMetrics
import Testing

struct PurchaseHistoryTests {
  private static let purchases = [(3, 10.0), (1, 5), (3, -4), (9, 7), (9, -7), (1, 2), (4, -1)]

  @Test func `parts merged are the history of all`() throws {
    var whole = PurchaseHistory()
    var parts = [PurchaseHistory(), PurchaseHistory()]
    for (place, (day, amount)) in Self.purchases.enumerated() {
      try whole.add(day: day, amount: amount)
      try parts[place < 4 ? 0 : 1].add(day: day, amount: amount)
    }
    parts[0].merge(parts[1])
    #expect(whole.occasions == [.init(day: 1, amount: 7), .init(day: 3, amount: 6)])
    #expect(parts[0].occasions == whole.occasions)
  }

  @Test(arguments: [(Int.max, 1.0), (Int.min, 1.0), (0, Double.infinity), (0, -1e16)])
  func `what cannot be a purchase is refused`(day: Int, amount: Double) {
    var history = PurchaseHistory()
    #expect(throws: MetricRefusal.invalidInput) { try history.add(day: day, amount: amount) }
    #expect(history.occasions.isEmpty)
  }

  @Test func `days that no calendar has are refused, not trapped on`() throws {
    let history = PurchaseHistory()
    for day in [Int.max, Int.min] {
      #expect(throws: MetricRefusal.invalidInput) { try PurchaseCycle(history, asOf: day) }
      #expect(throws: MetricRefusal.invalidInput) {
        try RecencyFrequencyMonetary(history, asOf: day)
      }
      #expect(throws: MetricRefusal.invalidInput) { try RepeatPurchases.of(history, asOf: day) }
      #expect(throws: MetricRefusal.invalidInput) {
        try VulnerabilityCampaign(start: day, end: 5, asOf: 9)
      }
      #expect(throws: MetricRefusal.invalidInput) {
        try VulnerabilityCampaign(start: 1, end: 5, tailDays: day, asOf: 9)
      }
    }
  }

  @Test func `parts of a window merged are the whole of it`() throws {
    var early = PurchaseHistory()
    var late = PurchaseHistory()
    var all = PurchaseHistory()
    for day in 0..<100 {
      let amount = Double(day)
      if day < 50 { try early.add(day: day, amount: amount) }
      if day >= 50 { try late.add(day: day, amount: amount) }
      try all.add(day: day, amount: amount)
    }
    var figures = try RecencyFrequencyMonetary(early, asOf: 120, windowDays: 90)
    figures.merge(try RecencyFrequencyMonetary(late, asOf: 120, windowDays: 90))
    #expect(figures == (try RecencyFrequencyMonetary(all, asOf: 120, windowDays: 90)))
  }

  @Test func `intervals of customers are joined with the running one of each`() throws {
    var survival = PurchaseIntervalSurvival()
    var other = PurchaseIntervalSurvival()
    survival.add(try PurchaseCycle(Self.history([0, 10, 24]), asOf: 38))
    other.add(try PurchaseCycle(Self.history([5, 25]), asOf: 50))
    other.add(try PurchaseCycle(Self.history([9]), asOf: 49))
    survival.merge(other)
    // Closed 10, 14, 20; running 14, 25, 40.
    #expect(survival.steps.map(\.days) == [10, 14, 20])
    #expect(survival.steps.map(\.share).allSatisfy { $0 > 0 })
    #expect(survival.median == 20)
    #expect(survival.medianOfClosed == 14)
  }

  private static func history(_ days: [Int]) throws -> PurchaseHistory {
    var history = PurchaseHistory()
    for day in days { try history.add(day: day, amount: 1) }
    return history
  }
}
