/// What it costs to win a customer, and to keep one who would have left.
///
/// - Formula: cost of acquisition = spend / new customers; cost per retained = spend / customers
///   retained; incremental retention = rate of those treated − rate of the control group; cost
///   per save = spend / (incremental retention × customers treated).
/// - Units: amounts of one currency a customer; shares. Nil where there is nothing to divide by,
///   the cost per save also without a control group or without an increment.
/// - Interval: Newcombe’s for the incremental retention.
/// - Complexity: constant.
/// - Beware: the cost per retained flatters, because most would have stayed anyway; judge by the
///   cost per save against a random control group. “Keeping is ten times cheaper than winning” is a
///   claim to be tested with this, not a constant.
/// - Source: S. Gupta and D. R. Lehmann, Journal of Interactive Marketing 17, 2003; interval
///   as for `TwoProportions`.
public struct RetentionEconomics: Hashable, Sendable, BitwiseCopyable {
  /// Spent to win a customer, CAC.
  public let acquisitionCost: Double?

  /// Spent on retention for each customer who stayed.
  public let costPerRetained: Double?

  /// How many times the one is the other.
  public let costRatio: Double?

  /// How much more of those treated stayed; nil without a control group.
  public let incrementalRetention: Double?

  /// The interval of the incremental retention.
  public let incrementalInterval: Interval?

  /// Spent for each customer who stayed because of it.
  public let costPerSave: Double?

  /// How many of a group stayed.
  public typealias Retained = (retained: Int, customers: Int)

  /// - Throws: `invalidInput` for a negative count or spend, or more retained than there were.
  public init(
    acquisitionSpend: Double,
    newCustomers: Int,
    retentionSpend: Double,
    customersRetained: Int,
    treated: Retained? = nil,
    control: Retained? = nil,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    guard acquisitionSpend >= 0, acquisitionSpend.isFinite, retentionSpend >= 0,
      retentionSpend.isFinite, newCustomers >= 0, customersRetained >= 0
    else { throw .invalidInput }
    acquisitionCost = newCustomers > 0 ? acquisitionSpend / Double(newCustomers) : nil
    costPerRetained = customersRetained > 0 ? retentionSpend / Double(customersRetained) : nil
    if let acquisitionCost, let costPerRetained, costPerRetained > 0 {
      let ratio = acquisitionCost / costPerRetained
      costRatio = ratio.isFinite ? ratio : nil
    } else {
      costRatio = nil
    }
    for case let group? in [treated, control] {
      guard group.retained >= 0, group.retained <= group.customers else { throw .invalidInput }
    }
    guard let treated, let control, treated.customers > 0, control.customers > 0 else {
      (incrementalRetention, incrementalInterval, costPerSave) = (nil, nil, nil)
      return
    }
    let difference = try TwoProportions(
      (treated.retained, treated.customers),
      (control.retained, control.customers),
      confidence: confidence
    )
    incrementalRetention = difference.difference
    incrementalInterval = difference.interval
    costPerSave =
      difference.difference > 0
      ? retentionSpend / (difference.difference * Double(treated.customers)) : nil
  }
}

extension RetentionEconomics: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      """
      90 000 for 300 new customers, 20 000 for 1600 who stayed; 820 of 1000 treated and 780 of \
      1000 others stayed
      """,
      gives: [
        "cost of acquisition": 300, "per retained": 12.5, "ratio": 24, "increment": 0.04,
        "per save": 500,
      ]
    ) { () throws(MetricRefusal) in
      let economics = try Self(
        acquisitionSpend: 90_000,
        newCustomers: 300,
        retentionSpend: 20_000,
        customersRetained: 1600,
        treated: (820, 1000),
        control: (780, 1000)
      )
      return [
        economics.acquisitionCost, economics.costPerRetained, economics.costRatio,
        economics.incrementalRetention, economics.costPerSave,
      ]
    },
    MetricExample(
      "20 000 spent, nobody held out",
      gives: ["cost of acquisition": nil, "per retained": 20_000, "per save": nil]
    ) { () throws(MetricRefusal) in
      let economics = try Self(
        acquisitionSpend: 0,
        newCustomers: 0,
        retentionSpend: 20_000,
        customersRetained: 1,
        treated: (1, 1)
      )
      return [economics.acquisitionCost, economics.costPerRetained, economics.costPerSave]
    },
  ]
}
