import CXMetrics
import Foundation

extension CoverageStudy {
  /// Shares of promoters and detractors.
  private static let truths: [(promoters: Double, detractors: Double)] = [
    (0.5, 0.2), (0.3, 0.3), (0.2, 0.5),
  ]

  /// Fewer than the product draws, which costs the ends of an interval some of their steadiness.
  private static let resamples = 300

  static let resampling =
    bootstrap("percentile") { $0.percentile } + bootstrap("BCa") { $0.corrected } + [driver]

  private static func bootstrap(
    _ name: String,
    _ ends: @escaping @Sendable (Bootstrap) -> Interval?
  ) -> [Self] {
    [
      Self(
        "Bootstrap of NPS, \(name)",
        "30 answers, promoters and detractors 20–50 %",
        claim: .nothing
      ) {
        .ofNetPromoterScores(30, truths) { counts in
          let sample =
            Array(repeating: 1.0, count: counts.promoters)
            + Array(repeating: 0, count: counts.passives)
            + Array(repeating: -1, count: counts.detractors)
          let found = try? Bootstrap(of: sample, .netPromoterScore, resamples: resamples)
          return found.flatMap(ends)
        }
      },
      Self("Bootstrap of a mean, \(name)", "25 log-normal spends", claim: .nothing) {
        try .simulated(1000, stream: 12, truth: exp(0.125)) { draws in
          let sample = (0..<25).map { _ in exp(0.5 * draws.normal()) }
          let seed = UInt64(draws.uniform() * 0x1p53)
          return ends(try Bootstrap(of: sample, .mean, resamples: resamples, seed: seed))
        }
      },
    ]
  }

  /// Two normal drivers that correlate by ½, of weights ½ and ¼ beside noise of variance 1.
  private static let driver = Self(
    "Shapley value of a driver, bootstrap",
    "60 rows, two drivers, true share of variance 18 %",
    claim: .nothing
  ) {
    let (first, second, rho) = (0.5, 0.25, 0.5)
    let variance = first * first + second * second + 2 * rho * first * second + 1
    let (r1, r2) = (first + rho * second, second + rho * first)
    // With two drivers: ½ (r₁² + R² − r₂²).
    let truth = 0.5 * (r1 * r1 + (variance - 1) - r2 * r2) / variance
    return try .simulated(300, stream: 13, truth: truth) { draws in
      var rows = DriverRows(drivers: ["a", "b"])
      for _ in 0..<60 {
        let a = draws.normal()
        let b = rho * a + (1 - rho * rho).squareRoot() * draws.normal()
        try rows.add(outcome: first * a + second * b + draws.normal(), drivers: [a, b])
      }
      let seed = UInt64(draws.uniform() * 0x1p53)
      return try KeyDriverIntervals(rows, methods: [.shapley], resamples: 200, seed: seed)
        .drivers[0].shapley
    }
  }
}
