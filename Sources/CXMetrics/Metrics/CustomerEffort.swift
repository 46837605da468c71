/// The share of customers who agree that the company made it easy: 5, 6 or 7 of 7.
///
/// - Question: “<company> made it easy for me to handle my <request>”, 1 (strongly disagree)
///   through 7 (strongly agree).
/// - Formula: 100 × responses of 5 through 7 / all valid responses; beside it those of 1 through 3,
///   and the difference of both, net ease.
/// - Units: percent. Range: 0 through 100; higher is better.
/// - Interval: Wilson.
/// - Complexity: a count for each score, which merge by addition.
/// - Beware: makers of surveys turn the scale around freely; store its direction with the question.
/// - Source: M. Dixon, K. Freeman and N. Toman, Harvard Business Review, July 2010; wording and
///   scale of the second version as Gartner gives them.
public enum CustomerEffort: Metric {
  /// “ces”.
  public static let id = "ces"

  /// The share of customers who found it easy, in percent; nil without responses.
  public static func estimate(
    from scores: Tally<11>,
    scale: EffortScale = .agreement,
    confidence: Confidence = .standard
  ) -> Estimate? {
    easy(scores, scale, confidence).estimate
  }

  /// Every figure that belongs to effort. Point 0 of the tally is the score 1.
  public static func summary(
    of scores: Tally<11>,
    scale: EffortScale = .agreement,
    confidence: Confidence = .standard
  ) -> EffortSummary {
    EffortSummary(scores, scale: scale, confidence: confidence)
  }

  fileprivate static func easy(
    _ scores: Tally<11>,
    _ scale: EffortScale,
    _ confidence: Confidence
  ) -> Proportion {
    Proportion(points: 4...6, of: scores, scale: scale.scores, confidence: confidence)
  }

  fileprivate static func difficult(
    _ scores: Tally<11>,
    _ scale: EffortScale,
    _ confidence: Confidence
  ) -> Proportion {
    Proportion(points: 0...2, of: scores, scale: scale.scores, confidence: confidence)
  }

  public static let examples: [MetricExample] = [
    example(
      [7, 6, 5, 5, 4, 3, 2, 7, 6, 1],
      on: .agreement,
      gives: 60,
      within: Interval(low: 31.267376973365824, high: 83.18196702937638)
    ),
    example(
      [4],
      on: .agreement,
      gives: 0,
      within: Interval(low: 0, high: 79.34506856227625)
    ),
    example([], on: .agreement, gives: nil, within: nil),
  ]
}

/// How easy customers found it.
public struct EffortSummary: Hashable, Sendable {
  /// Valid scores.
  public let count: Int

  /// Scale points; nil without responses.
  public let mean: Double?

  /// By Student’s t, not cut at the ends of the scale; nil for fewer than two responses.
  public let meanInterval: Interval?

  /// Scores 5–7.
  public let easy: Proportion

  /// Scores 1–3.
  public let difficult: Proportion

  /// Percent easy less percent difficult, −100 through 100; nil without responses.
  public let netEase: Double?

  init(_ scores: Tally<11>, scale: EffortScale, confidence: Confidence) {
    let moments = ScoreMoments(scores, scale: scale.scores)
    count = moments?.count ?? 0
    mean = moments?.mean
    meanInterval = moments?.interval(at: confidence)
    easy = CustomerEffort.easy(scores, scale, confidence)
    difficult = CustomerEffort.difficult(scores, scale, confidence)
    let net = Double(easy.successes - difficult.successes)
    netEase = count == 0 ? nil : 100 * net / Double(count)
  }
}
