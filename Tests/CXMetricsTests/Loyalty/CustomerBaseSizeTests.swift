import CXMetrics
import Testing

/// What only many customers, far days and equal amounts show.
struct CustomerBaseSizeTests {
  private static let days = PurchaseHistory.days

  /// Purchases of customers in three parts, from the first day there is to the last; customer 5 has
  /// more intervals than are compared at once, and amounts are often equal.
  private static func rows() -> [(customer: Int, day: Int, amount: Double)] {
    var rows = (0..<500).map { (5, days.upperBound - 20_000 * ($0 * 7919 % 500), 3.0) }
    for index in 0..<6000 {
      let customer = index * 613 % 2500
      let span = index % 3 == 0 ? days.count : 300
      let day = days.upperBound - index * 104_729 % span
      let amount = index % 11 == 0 ? -2.0 : Double(index % 4 + 1)
      rows.append((customer, day, amount))
    }
    return rows
  }

  private static func base(tasks: Int) async throws -> CustomerBase {
    let rows = rows()
    let ledger = try PurchaseLedger(
      customerCount: 2500,
      customers: rows.map { UInt32($0.customer) },
      days: rows.map { Int32($0.day) },
      amounts: rows.map(\.amount)
    )
    return try await CustomerBase(
      ledger,
      .init(asOf: days.upperBound, windowDays: days.count),
      tasks: tasks
    )
  }

  @Test func `thousands over all days there are, are measured as one at a time`() async throws {
    let base = try await Self.base(tasks: 2)
    var histories = [PurchaseHistory](repeating: PurchaseHistory(), count: 2500)
    for row in Self.rows() { try histories[row.customer].add(day: row.day, amount: row.amount) }
    var values: [RecencyFrequencyMonetary] = []
    var intervals = PurchaseIntervalSurvival()
    for (customer, history) in histories.enumerated() {
      let cycle = try PurchaseCycle(history, asOf: Self.days.upperBound)
      #expect(base[customer].medianInterval == cycle.median)
      #expect(base[customer].meanInterval == cycle.mean)
      intervals.add(cycle)
      values.append(
        try RecencyFrequencyMonetary(
          history,
          asOf: Self.days.upperBound,
          windowDays: Self.days.count
        )
      )
    }
    #expect((0..<2500).map { base[$0].score } == LoyaltyScore.scores(of: values))
    #expect(base.intervals == intervals)
    #expect(base[5].occasions > 400)
  }

  @Test(arguments: [1, 5])
  func `the number of tasks changes no score`(tasks: Int) async throws {
    let base = try await Self.base(tasks: tasks)
    let other = try await Self.base(tasks: 2)
    #expect((0..<2500).map { base[$0] } == (0..<2500).map { other[$0] })
  }

  @Test func `equal spend of all is the middle score`() async throws {
    let ledger = try PurchaseLedger(
      customerCount: 3000,
      customers: (0..<3000).map { UInt32($0) },
      days: .init(repeating: 7, count: 3000),
      amounts: .init(repeating: 12.5, count: 3000)
    )
    let base = try await CustomerBase(ledger, .init(asOf: 10), tasks: 3)
    #expect((0..<3000).allSatisfy { base[$0].score?.code == "333" })
  }
}
