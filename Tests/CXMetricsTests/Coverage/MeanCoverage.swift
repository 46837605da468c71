import CXMetrics

extension CoverageStudy {
  /// Shares of the scores 1 through 5, added up.
  private static let satisfied = [0.05, 0.15, 0.35, 0.75, 1]
  private static let satisfiedMean = 3.7
  private static let divided = [0.3, 0.45, 0.55, 0.7, 1]
  private static let dividedMean = 3.0

  private static func scores(
    _ n: Int,
    _ cumulative: [Double],
    _ draws: inout RandomDraws
  ) -> Tally<11> {
    var tally = Tally<11>()
    for _ in 0..<n { tally.add(draws.one(of: cumulative)) }
    return tally
  }

  static let means = [
    Self("Mean of scores, t", "30 scores of 1–5, most of them 4 and 5") {
      .simulated(5000, stream: 4, truth: satisfiedMean) { draws in
        let tally = scores(30, satisfied, &draws)
        return CustomerSatisfaction.summary(of: tally, scale: .satisfaction).meanInterval
      }
    },
    Self("Mean of scores, t", "30 scores of 1–5, divided between the ends") {
      .simulated(5000, stream: 5, truth: dividedMean) { draws in
        let tally = scores(30, divided, &draws)
        return CustomerSatisfaction.summary(of: tally, scale: .satisfaction).meanInterval
      }
    },
    Self("Mean, t", "8 normal values") {
      .simulated(5000, stream: 6, truth: 0) { draws in
        var mean = RunningMean()
        for _ in 0..<8 { mean.add(draws.normal()) }
        return mean.interval()
      }
    },
    Self("Difference of means, Welch", "20 scores against 50 of another spread") {
      try .simulated(5000, stream: 7, truth: satisfiedMean - dividedMean) { draws in
        try MeanDifference(
          scores(20, satisfied, &draws),
          scores(50, divided, &draws),
          scale: .satisfaction
        ).interval
      }
    },
  ]
}
