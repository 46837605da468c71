/// The share of customers who chose one of the two highest scores.
///
/// - Formula: 100 × responses with the two highest scores / all valid responses.
/// - Units: percent. Range: 0 through 100; higher is better.
/// - Interval: Wilson.
/// - Complexity: a count for each score, which merge by addition.
/// - Beware: on a two-point scale it is always 100 %: do not offer it there. “Does not apply” is
///   missing, not neutral.
/// - Source: E. B. Wilson, Journal of the American Statistical Association 22, 1927.
public enum CustomerSatisfaction: Metric {
  /// “csat”.
  public static let id = "csat"

  /// The share of the two highest scores, in percent; nil without responses.
  public static func estimate(
    from scores: Tally<11>,
    scale: ScoreScale,
    confidence: Confidence = .standard
  ) -> Estimate? {
    let last = scale.points - 1
    return Proportion(points: (last - 1)...last, of: scores, scale: scale, confidence: confidence)
      .estimate
  }

  /// Every figure that belongs to satisfaction on a scale.
  ///
  /// Point 0 of the tally is the lowest score; points beyond the highest are ignored.
  public static func summary<let size: Int>(
    of scores: borrowing Tally<size>,
    scale: ScoreScale,
    confidence: Confidence = .standard
  ) -> SatisfactionSummary {
    SatisfactionSummary(scores, scale: scale, confidence: confidence)
  }

  public static let examples: [MetricExample] = [
    example(
      [5, 4, 4, 3, 5, 1, 2, 4],
      on: .satisfaction,
      gives: 62.5,
      within: Interval(low: 30.574239460262735, high: 86.31557141764026)
    ),
    example(
      Array(repeating: 5, count: 12),
      on: .satisfaction,
      gives: 100,
      within: Interval(low: 75.75059933447592, high: 100)
    ),
    example([], on: .satisfaction, gives: nil, within: nil),
  ]
}

/// The boxes of a satisfaction scale and the mean of its scores.
public struct SatisfactionSummary: Hashable, Sendable {
  /// Valid scores.
  public let count: Int

  /// The highest score.
  public let top: Proportion

  /// The two highest scores.
  public let topTwo: Proportion

  /// The two lowest scores.
  public let bottomTwo: Proportion

  /// Scale points; nil without responses.
  public let mean: Double?

  /// Divided by n − 1; nil, like the interval, for fewer than two responses.
  public let standardDeviation: Double?
  /// By Student’s t, cut at the ends of the scale.
  public let meanInterval: Interval?

  /// The mean with the lowest score at 0 and the highest at 100.
  public let meanOfHundred: Double?

  init<let size: Int>(
    _ scores: borrowing Tally<size>,
    scale: ScoreScale,
    confidence: Confidence
  ) {
    let moments = ScoreMoments(scores, scale: scale)
    let last = scale.points - 1
    func box(_ points: ClosedRange<Int>) -> Proportion {
      Proportion(points: points, of: scores, scale: scale, confidence: confidence)
    }
    count = moments?.count ?? 0
    top = box(last...last)
    topTwo = box((last - 1)...last)
    bottomTwo = box(0...1)
    mean = moments?.mean
    standardDeviation = moments?.standardDeviation
    meanInterval = moments?.interval(at: confidence)?.clipped(to: scale.bounds)
    let width = Double(last)
    meanOfHundred = moments.map { 100 * ($0.mean - Double(scale.lowest)) / width }
  }
}
