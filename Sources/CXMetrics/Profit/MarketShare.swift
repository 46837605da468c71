/// How much of a market’s sales are ours.
///
/// - Formula: 100 × own sales / sales of the market; relative share = own sales / sales of the
///   largest competitor.
/// - Units: percent; a factor. Nil where there is nothing positive to divide by.
/// - Interval: none; sales figures are counted, not sampled.
/// - Complexity: constant.
/// - Beware: an objective figure: show it beside what customers say, never averaged with it.
/// - Source: R. D. Buzzell, B. T. Gale and R. G. M. Sultan, Harvard Business Review 53(1), 1975.
public struct MarketShare: Hashable, Sendable, BitwiseCopyable {
  /// Percent of the market’s sales.
  public let percent: Double?

  /// How many times the largest competitor; above 1 is leading.
  public let relative: Double?

  /// - Throws: `invalidInput` for sales that are not finite.
  public init(
    own: Double,
    market: Double,
    largestCompetitor: Double? = nil
  ) throws(MetricRefusal) {
    guard own.isFinite, market.isFinite, largestCompetitor?.isFinite != false else {
      throw .invalidInput
    }
    percent = Self.ratio(100 * own, to: market)
    relative = largestCompetitor.flatMap { Self.ratio(own, to: $0) }
  }

  private static func ratio(_ part: Double, to whole: Double) -> Double? {
    guard whole > 0 else { return nil }
    let ratio = part / whole
    return ratio.isFinite ? ratio : nil
  }
}

extension MarketShare: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "240 of 1600, the largest competitor 400",
      gives: ["percent": 15, "relative": 0.6]
    ) { () throws(MetricRefusal) in
      let share = try Self(own: 240, market: 1600, largestCompetitor: 400)
      return [share.percent, share.relative]
    },
    MetricExample("no market, no competitor", gives: ["percent": nil, "relative": nil]) {
      () throws(MetricRefusal) in
      let share = try Self(own: 0, market: 0)
      return [share.percent, share.relative]
    },
  ]
}
