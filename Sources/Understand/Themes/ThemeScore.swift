import CXMetrics
import CXText
import Kernel
import Measure

/// The scores that came with some comments: a Net Promoter Score where the scale has one, the mean
/// else.
struct ThemeScore: Hashable, Sendable {
  let value: Double
  let interval: Interval?
  let count: Int

  /// How far the score of all comments would move if these were taken away, in points; above 0
  /// where they pull it down. What goes together need not be cause and effect.
  let pull: Double?

  var isLowBase: Bool { count < Estimate.lowBaseBelow }

  /// - Parameters:
  ///   - chosen: the scores of the comments asked about.
  ///   - all: the scores of all comments.
  init?(
    _ chosen: [Double],
    of all: [Double],
    _ scale: FeelingScale,
    _ confidence: Confidence
  ) {
    let own = Self.estimate(chosen, scale, confidence)
    guard let value = own.value else { return nil }
    self.value = value
    interval = own.interval
    count = chosen.count
    let whole = Self.estimate(all, scale, confidence).value
    let rest = all.count - chosen.count
    guard let whole, rest > 0 else {
      pull = nil
      return
    }
    // Both figures are means, so what is left follows from the two.
    let without = (whole * Double(all.count) - value * Double(chosen.count)) / Double(rest)
    pull = without - whole
  }

  private static func estimate(
    _ scores: [Double],
    _ scale: FeelingScale,
    _ confidence: Confidence
  ) -> (value: Double?, interval: Interval?) {
    guard scale.isRecommendation else {
      var mean = RunningMean()
      for score in scores { mean.add(score) }
      return (mean.mean, mean.interval(at: confidence))
    }
    var counts = (promoters: 0, passives: 0, detractors: 0)
    for score in scores {
      switch scale.feeling(of: score) {
      case .positive: counts.promoters += 1
      case .neutral: counts.passives += 1
      case .negative: counts.detractors += 1
      case nil: break
      }
    }
    let estimate = NetPromoterScore.estimate(
      from: NetPromoterCounts(
        promoters: counts.promoters,
        passives: counts.passives,
        detractors: counts.detractors
      ),
      confidence: confidence
    )
    return (estimate?.value, estimate.map { Interval(low: $0.low, high: $0.high) })
  }

  var json: JSON {
    [
      "value": .figure(value), "low": .figure(interval?.low), "high": .figure(interval?.high),
      "n": .count(count), "low_base": .bool(isLowBase), "pull": .figure(pull),
    ]
  }
}
