/// The share of promoters less the share of detractors.
///
/// - Formula: 100 (P − D) / n.
/// - Units: points. Range: −100 through 100; higher is better.
/// - Interval: adjusted Wald, ¾ of an answer added to promoters and to detractors, 3 to the count
///   (Rocks, The American Statistician 70(4), 2016). It is centred on the shrunken value, so it
///   can leave out an extreme score.
/// - Complexity: a count for each score, which merge by addition.
/// - Beware: the scales 0–10 and 1–10 are never compared; incentives and begging for tens bias it.
/// - Source: F. F. Reichheld, “The One Number You Need to Grow”, Harvard Business Review 81(12),
///   2003.
public enum NetPromoterScore: Metric {
  /// “nps”.
  public static let id = "nps"

  /// The score from a tally, whose point 0 is the lowest score; nil without responses.
  public static func estimate(
    from scores: Tally<11>,
    scale: RecommendScale,
    confidence: Confidence = .standard
  ) -> Estimate? {
    estimate(from: NetPromoterCounts(scores, scale: scale), confidence: confidence)
  }

  /// The score from counts that are known already; nil without responses.
  public static func estimate(
    from counts: NetPromoterCounts,
    confidence: Confidence = .standard
  ) -> Estimate? {
    guard let value = counts.value else { return nil }
    return Estimate(
      value: value,
      interval: counts.adjusted.interval(at: confidence),
      count: counts.total,
      method: .adjustedWald
    )
  }

  /// Every figure that belongs to the score, for those who compare methods.
  public static func summary(
    of counts: NetPromoterCounts,
    confidence: Confidence = .standard
  ) -> NetPromoterSummary {
    NetPromoterSummary(counts: counts, confidence: confidence)
  }

  /// The plain mean of the groups’ scores, which says something else than the pooled score and is
  /// given to be compared with it; groups without responses are left out.
  public static func unweightedMean(of groups: some Sequence<NetPromoterCounts>) -> Double? {
    var sum = 0.0
    var count = 0.0
    for value in groups.lazy.compactMap(\.value) {
      sum += value
      count += 1
    }
    return count > 0 ? sum / count : nil
  }

  public static let examples: [MetricExample] = [
    example(
      Array(repeating: 10, count: 70) + Array(repeating: 7, count: 15)
        + Array(repeating: 0, count: 15),
      on: .zeroToTen,
      gives: 55,
      within: Interval(low: 39.015139156291625, high: 67.78097734856274)
    ),
    example(
      [10, 9, 9, 8, 7, 7, 6, 0, 3, 10],
      on: .zeroToTen,
      gives: 10,
      within: Interval(low: -36.063945043316785, high: 51.44856042793217)
    ),
    example(
      [10, 9, 8, 7, 6, 1, 5, 9],
      on: .oneToTen,
      gives: 0,
      within: Interval(low: -48.79620391955882, high: 48.79620391955882)
    ),
    example([], on: .zeroToTen, gives: nil, within: nil),
  ]
}
