/// One way to turn scores into a number: its formula and the examples that prove it.
public protocol Metric: Exemplified {
  /// The scale that the question was asked on.
  associatedtype Scale: PointScale

  /// Stands in URLs, exports and stored targets, so it never changes.
  static var id: String { get }

  /// Nil while there is nothing to measure.
  ///
  /// Point 0 of the tally is the lowest score of the scale.
  static func estimate(
    from scores: Tally<11>,
    scale: Scale,
    confidence: Confidence
  ) -> Estimate?
}

extension Metric {
  /// Scores as customers gave them, with the value and the interval at 95 % that they must give.
  static func example(
    _ scores: [Int],
    on scale: Scale,
    gives value: Double?,
    within interval: Interval?
  ) -> MetricExample {
    MetricExample(
      "\(listed(scores)) on \(scale.scores.lowest)–\(scale.scores.highest)",
      gives: ["value": value, "low": interval?.low, "high": interval?.high]
    ) { () throws(MetricRefusal) in
      let tally = scores.reduce(into: Tally<11>()) { $0.add($1 - scale.scores.lowest) }
      let estimate = estimate(from: tally, scale: scale, confidence: .standard)
      return [estimate?.value, estimate?.low, estimate?.high]
    }
  }

  /// Long runs of a score as “70 × 10”.
  private static func listed(_ scores: [Int]) -> String {
    if scores.isEmpty { return "no scores" }
    var runs: [(score: Int, times: Int)] = []
    for score in scores {
      if runs.last?.score == score {
        runs[runs.count - 1].times += 1
      } else {
        runs.append((score, 1))
      }
    }
    return runs.map {
      $0.times > 2
        ? "\($0.times) × \($0.score)"
        : Array(repeating: "\($0.score)", count: $0.times).joined(separator: ", ")
    }
    .joined(separator: ", ")
  }
}
