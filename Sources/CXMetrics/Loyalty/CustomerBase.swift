/// Recency, frequency, money, purchase cycle and vulnerability of very many customers in one go.
///
/// The same figures as `PurchaseCycle`, `RecencyFrequencyMonetary`, `LoyaltyScore` and
/// `VulnerabilityIndex` give one customer at a time, to the last digit and for any number of tasks.
///
/// - Complexity: O(n) for n purchases, ordered by counting alone; 16 bytes a purchase and 56 a
///   customer beside the columns. Sums of very many customers are added part by
///   part in a fixed order.
public struct CustomerBase: Sendable {
  private let cells: SharedCells<CustomerFigures>

  /// As many as the columns have.
  public let customerCount: Int

  /// Customers with a score.
  public let scored: Int

  /// The usual interval of all customers, the running ones censored.
  public let intervals: PurchaseIntervalSurvival

  /// Nil where no campaign was asked for.
  public let vulnerability: VulnerabilityIndex?

  /// The figures of one customer, counted from 0.
  public subscript(customer: Int) -> CustomerFigures {
    precondition(customer >= 0 && customer < customerCount, "there is no such customer")
    return cells[customer]
  }

  /// What to measure.
  public struct Inquiry: Sendable {
    /// The last day that is known.
    public let asOf: Int

    /// Days that recency, frequency and money look back.
    public let windowDays: Int

    /// A campaign with who was exposed to it, by customer.
    public let campaign:
      (campaign: VulnerabilityCampaign, rule: VulnerabilityRule, exposed: [Bool])?

    /// - Throws: `invalidInput` for a day that cannot be meant or a window without days.
    public init(
      asOf: Int,
      windowDays: Int = RecencyFrequencyMonetary.standardWindowDays,
      campaign: (campaign: VulnerabilityCampaign, rule: VulnerabilityRule, exposed: [Bool])? = nil
    ) throws(MetricRefusal) {
      guard PurchaseHistory.days.contains(asOf), windowDays > 0 else { throw .invalidInput }
      self.asOf = asOf
      self.windowDays = windowDays
      self.campaign = campaign
    }
  }

  /// - Parameters:
  ///   - purchases: all of them, of every customer.
  ///   - inquiry: what is asked of them.
  ///   - tasks: how many parts of the work may run at the same time.
  /// - Throws: `lengthMismatch` unless every customer is said to be exposed or not.
  public init(
    _ purchases: PurchaseLedger,
    _ inquiry: Inquiry,
    tasks: Int
  ) async throws(MetricRefusal) {
    if let campaign = inquiry.campaign, campaign.exposed.count != purchases.customerCount {
      throw .lengthMismatch
    }
    let tasks = min(max(1, tasks), 256)
    let sorting = await PurchaseSorting(purchases, tasks: tasks)
    let cells = SharedCells<CustomerFigures>(count: max(1, purchases.customerCount))
    let work = CustomerBaseWork(
      sorting: sorting,
      inquiry: inquiry,
      customerCount: purchases.customerCount,
      cells: cells
    )
    let (parts, tallies) = await work.measureAll(tasks: tasks)
    var vulnerability = inquiry.campaign.map {
      VulnerabilityIndex(campaign: $0.campaign, rule: $0.rule)
    }
    for part in parts.compactMap(\.self) { vulnerability?.merge(part) }
    self.vulnerability = vulnerability
    var tally = CustomerBaseTally()
    for other in tallies { tally.merge(other) }
    intervals = tally.survival
    self.cells = cells
    customerCount = purchases.customerCount
    let scores = await CustomerBaseScores(tally, cells, customerCount, tasks: tasks)
    await scores.assign(to: cells, count: customerCount, tasks: tasks)
    scored = scores.scored
  }
}
