import CXMetrics
import Testing

struct CustomerBaseTests {
  private static let customers = 300
  private static let simulated = SimulatedPurchases(
    customers: customers,
    purchases: 9000,
    lastDay: 700,
    seed: 42
  )
  private static let exposed = (0..<customers + 20).map { $0 % 3 != 1 }

  private static func inquiry(window: Int = 365) throws -> CustomerBase.Inquiry {
    try .init(
      asOf: 640,
      windowDays: window,
      campaign: (
        try VulnerabilityCampaign(start: 560, end: 600, asOf: 640),
        try VulnerabilityRule(minExpected: 0.5), exposed
      )
    )
  }

  private static func base(tasks: Int) async throws -> CustomerBase {
    // Twenty customers more than ever bought.
    let columns = try simulated.columns(customerCount: customers + 20)
    return try await CustomerBase(columns, inquiry(), tasks: tasks)
  }

  @Test func `many at once are measured as one at a time`() async throws {
    let base = try await Self.base(tasks: 2)
    let inquiry = try Self.inquiry()
    let (campaign, rule, exposed) = try #require(inquiry.campaign)
    var index = VulnerabilityIndex(campaign: campaign, rule: rule)
    var values: [RecencyFrequencyMonetary] = []
    var intervals = PurchaseIntervalSurvival()
    for customer in 0..<base.customerCount {
      let history = try Self.simulated.history(of: customer)
      let cycle = try PurchaseCycle(history, asOf: 640)
      let figures = base[customer]
      intervals.add(cycle)
      let purchases = try RepeatPurchases.of(history, asOf: 640, daysPerUnit: 7)
      #expect(figures.repeatPurchases(daysPerUnit: 7) == purchases)
      #expect(figures.meanRepeatSpend == (try RepeatSpend.of(history, asOf: 640)?.meanSpend))
      #expect(Int(figures.occasions) == cycle.occasions)
      #expect(figures.medianInterval == cycle.median)
      #expect(figures.meanInterval == cycle.mean)
      #expect(figures.daysSinceLast == cycle.daysSinceLast)
      #expect(figures.overdueRatio == cycle.overdueRatio)
      let value = try RecencyFrequencyMonetary(history, asOf: 640)
      #expect(figures.recencyFrequencyMonetary.recencyDays == value.recencyDays)
      #expect(figures.recencyFrequencyMonetary.frequency == value.frequency)
      #expect(figures.recencyFrequencyMonetary.monetary == value.monetary)
      values.append(value)
      let found = CustomerVulnerability(
        history,
        isExposed: exposed[customer],
        campaign: campaign,
        rule: rule
      )
      #expect(figures.status == found.status)
      #expect(figures.expected == (found.status.isObserved ? found.expected : nil))
      #expect(figures.observed == found.observed)
      index.add(found)
    }
    let scores = LoyaltyScore.scores(of: values)
    #expect((0..<base.customerCount).map { base[$0].score } == scores)
    #expect(base.scored == scores.count { $0 != nil })
    #expect(base.vulnerability == index)
    #expect(base.intervals == intervals)
    #expect(index.observationSet > 50)
  }

  @Test(arguments: [1, 3, 7, 64])
  func `the number of tasks changes nothing`(tasks: Int) async throws {
    let base = try await Self.base(tasks: tasks)
    let other = try await Self.base(tasks: 2)
    for customer in 0..<base.customerCount { #expect(base[customer] == other[customer]) }
    #expect(base.vulnerability == other.vulnerability)
  }

  @Test func `nobody is a base too`() async throws {
    let none = try PurchaseLedger(customerCount: 0, customers: [], days: [], amounts: [])
    let base = try await CustomerBase(none, .init(asOf: 10), tasks: 2)
    #expect(base.customerCount == 0 && base.scored == 0 && base.vulnerability == nil)
  }

  @Test func `customers, days and amounts that cannot be are refused`() {
    #expect(throws: MetricRefusal.lengthMismatch) {
      try PurchaseLedger(customerCount: 1, customers: [0], days: [], amounts: [1])
    }
    for (customer, day, amount) in [(1, 0, 1.0), (0, Int32.max, 1), (0, 0, .nan), (0, 0, 1e300)] {
      #expect(throws: MetricRefusal.invalidInput) {
        try PurchaseLedger(
          customerCount: 1,
          customers: [UInt32(customer)],
          days: [day],
          amounts: [amount]
        )
      }
    }
  }

  @Test func `a customer nobody spoke of as exposed or not is refused`() async throws {
    let columns = try Self.simulated.columns(customerCount: Self.customers)
    await #expect(throws: MetricRefusal.lengthMismatch) {
      try await CustomerBase(columns, Self.inquiry(), tasks: 1)
    }
  }
}
