/// Profit earned with the customers’ good will, and at its expense.
///
/// - Formula: a transaction whose source is one of `BadProfitSource` is bad whoever paid; any
///   other counts by the customer’s latest answer not older than 365 days before it: promoter
///   good, passive neutral, detractor bad, no answer unknown. Shares are of good, neutral and bad
///   together; coverage is the share of all profit that they are.
/// - Units: amounts of one currency; percent. Shares are nil when one of the three amounts is
///   negative or all together are not positive, coverage also when the unknown is negative.
/// - Interval: none; the books are complete.
/// - Complexity: five sums; merges by addition.
/// - Beware: never guess the unknown; show the amounts beside the shares.
/// - Source: F. F. Reichheld, “The Ultimate Question”, 2006; the rule is this project’s.
public struct ProfitQuality: Hashable, Sendable {
  private var sums: [CompensatedSum] = Array(repeating: CompensatedSum(), count: 5)

  /// How profit was earned; the raw value is what machines read.
  public enum Quality: String, Hashable, Sendable, CaseIterable {
    /// From promoters.
    case good
    /// From passives.
    case neutral
    /// From detractors, and from bad sources whoever paid.
    case bad
    /// From customers without a recent answer.
    case unknown
  }

  /// An answer says nothing about what was bought longer after it than this.
  public static let answerDaysMax = 365

  /// No transaction yet.
  public init() {}

  /// How the profit of one transaction was earned.
  public static func quality(
    source: BadProfitSource?,
    group: RecommendGroup?
  ) -> Quality {
    if source != nil { return .bad }
    return switch group {
    case .promoter: .good
    case .passive: .neutral
    case .detractor: .bad
    case nil: .unknown
    }
  }

  /// Takes in one transaction; a refund is negative.
  ///
  /// - Throws: `invalidInput` for a profit that is not finite.
  public mutating func add(
    _ profit: Double,
    source: BadProfitSource?,
    group: RecommendGroup?
  ) throws(MetricRefusal) {
    guard profit.isFinite else { throw .invalidInput }
    switch Self.quality(source: source, group: group) {
    case .good: sums[0].add(profit)
    case .neutral: sums[1].add(profit)
    case .bad: sums[2].add(profit)
    case .unknown: sums[3].add(profit)
    }
    if source != nil { sums[4].add(profit) }
  }

  /// Takes in the transactions of another part.
  public mutating func merge(_ other: Self) {
    for index in sums.indices { sums[index].merge(other.sums[index]) }
  }

  /// What was earned in this way.
  public subscript(quality: Quality) -> Double {
    switch quality {
    case .good: sums[0].value
    case .neutral: sums[1].value
    case .bad: sums[2].value
    case .unknown: sums[3].value
    }
  }

  /// What was earned in all.
  public var total: Double { known + self[.unknown] }

  /// What bad sources brought, whoever paid; part of what is bad.
  public var fromBadSources: Double { sums[4].value }

  /// Percent of the known profit that is good.
  public var goodShare: Double? { share(self[.good]) }

  /// Percent of the known profit that is bad.
  public var badShare: Double? { share(self[.bad]) }

  /// Percent of all profit of which it is known how it was earned.
  public var coverage: Double? {
    guard knownIsDivisible, self[.unknown] >= 0, total.isFinite else { return nil }
    return 100 * (known / total)
  }

  private var known: Double { self[.good] + self[.neutral] + self[.bad] }

  private var knownIsDivisible: Bool {
    self[.good] >= 0 && self[.neutral] >= 0 && self[.bad] >= 0 && known > 0 && known.isFinite
  }

  private func share(_ part: Double) -> Double? {
    knownIsDivisible ? 100 * (part / known) : nil
  }
}

/// Sources of profit that are bad whoever pays; the raw value is what machines read.
public enum BadProfitSource: String, Hashable, Sendable, CaseIterable {
  /// For paying late.
  case lateFee = "late_fee"
  /// For breaking a rule.
  case penaltyFee = "penalty_fee"
  /// For leaving.
  case cancellationFee = "cancellation_fee"
  /// Not told of before.
  case hiddenCharge = "hidden_charge"
  /// Sold by saying what is not so.
  case misleadingSale = "misleading_sale"
  /// Paid because leaving is made hard.
  case lockIn = "lock_in"
  /// Paid for and never used.
  case breakage
}

extension ProfitQuality: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      """
      promoter 100, passive 50, detractor 30, late fee of a promoter 20, no answer 15, \
      cancellation fee of a detractor 5
      """,
      gives: [
        "good": 100, "neutral": 50, "bad": 55, "unknown": 15, "from bad sources": 25,
        "good share": 48.78048780487805, "bad share": 26.829268292682926,
        "coverage": 93.18181818181819,
      ]
    ) { () throws(MetricRefusal) in
      try figures([
        (100, nil, .promoter), (50, nil, .passive), (30, nil, .detractor),
        (20, .lateFee, .promoter), (15, nil, nil), (5, .cancellationFee, .detractor),
      ])
    },
    MetricExample(
      "promoter 10, detractor returns 4 more than they bought",
      gives: [
        "good": 10, "neutral": 0, "bad": -4, "unknown": 0, "from bad sources": 0,
        "good share": nil, "bad share": nil, "coverage": nil,
      ]
    ) { () throws(MetricRefusal) in
      try figures([(10, nil, .promoter), (-4, nil, .detractor)])
    },
  ]

  private static func figures(
    _ transactions: [(Double, BadProfitSource?, RecommendGroup?)]
  ) throws(MetricRefusal) -> [Double?] {
    var quality = Self()
    for (profit, source, group) in transactions {
      try quality.add(profit, source: source, group: group)
    }
    return [
      quality[.good], quality[.neutral], quality[.bad], quality[.unknown],
      quality.fromBadSources, quality.goodShare, quality.badShare, quality.coverage,
    ]
  }
}
