import CXMetrics
import Foundation

extension CoverageStudy {
  /// What a campaign leaves of the purchases.
  private static let effect = 0.8

  static let rates =
    [(200.0, 60.0, CoverageStudy.Claim.near), (40, 8, .atLeast)].map { before, after, claim in
      Self(
        "Rate ratio, log-normal",
        "\(Int(before)) purchases before, \(Int(after)) after",
        claim: claim
      ) {
        try .simulated(4000, stream: 14, truth: effect) { draws in
          try RateRatioDifference(
            treated: group(draws.count(before), draws.count(effect * after)),
            control: group(draws.count(before), draws.count(after))
          ).interval
        }
      }
    }
    + [(30, CoverageStudy.Claim.nothing), (100, .near)].map { customers, claim in
      Self(
        "Rate ratio, clustered",
        "\(customers) against \(customers) customers of unlike rates",
        claim: claim
      ) {
        try .simulated(1000, stream: 15, truth: effect) { draws in
          try ClusteredRateRatio(
            treated: customersOf(customers, effect, &draws),
            control: customersOf(customers, 1, &draws)
          ).interval
        }
      }
    }
    + [trend(answers: 60, samples: 2000, claim: .nothing), trend(answers: 200, samples: 1000)]

  private static func group(
    _ before: Int,
    _ after: Int
  ) throws(MetricRefusal) -> RateRatioDifference.Group {
    (
      try PurchaseRate(count: Double(before), exposure: 365),
      try PurchaseRate(count: Double(after), exposure: 90)
    )
  }

  /// Their rates are log-normal, and each moves on its own.
  private static func customersOf(
    _ count: Int,
    _ effect: Double,
    _ draws: inout RandomDraws
  ) throws(MetricRefusal) -> [RateRatioDifference.Group] {
    var customers: [RateRatioDifference.Group] = []
    for _ in 0..<count {
      let rate = 4 * exp(0.6 * draws.normal())
      let own = exp(0.3 * draws.normal())
      customers.append(try group(draws.count(rate), draws.count(effect * own * rate / 2)))
    }
    return customers
  }

  /// Promoters rise by two points a period, detractors fall by one.
  private static func trend(answers: Int, samples: Int, claim: Claim = .near) -> Self {
    Self(
      "Slope of NPS, z",
      "8 periods of \(answers) answers, rising by 3 points a period",
      claim: claim
    ) {
      try .simulated(samples, stream: 16, truth: 3) { draws in
        let periods = (0..<8).map { period in
          let (promoters, detractors) = (0.3 + 0.02 * Double(period), 0.35 - 0.01 * Double(period))
          var counts = [0, 0, 0]
          for _ in 0..<answers { counts[draws.one(of: [promoters, 1 - detractors, 1])] += 1 }
          return NetPromoterCounts(
            promoters: counts[0],
            passives: counts[1],
            detractors: counts[2]
          )
        }
        let line = try NetPromoterTrend(periods)
        let reach = NormalDistribution.quantile(0.975) * line.standardError
        return Interval(low: line.slope - reach, high: line.slope + reach)
      }
    }
  }
}
