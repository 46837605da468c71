import CXMetrics
import Foundation

/// Coverage found by weighing every possible sample by its chance, so that nothing is left to luck.
extension Coverage {
  /// Of a share, for each of several true shares.
  static func ofShares(
    _ trials: Int,
    _ truths: [Double],
    _ interval: (Int) throws -> Interval?
  ) rethrows -> Coverage {
    let intervals = try (0...trials).map(interval)
    let logWays = (0...trials).map { logChoices($0, of: trials) }
    return averaged(
      truths.map { p in
        var covered = 0.0
        for (k, interval) in intervals.enumerated() where interval?.holds(p) == true {
          covered += exp(logWays[k] + Double(k) * log(p) + Double(trials - k) * log(1 - p))
        }
        return covered
      }
    )
  }

  /// Of a Poisson count, for each of several true means.
  static func ofCounts(
    _ means: [Double],
    _ interval: (Int) throws -> Interval?
  ) rethrows -> Coverage {
    let most = Int((means.max() ?? 0) * 2 + 60)
    let intervals = try (0...most).map(interval)
    return averaged(
      means.map { mean in
        var covered = 0.0
        for (k, interval) in intervals.enumerated() where interval?.holds(mean) == true {
          covered += exp(Double(k) * log(mean) - mean - logGamma(Double(k) + 1))
        }
        return covered
      }
    )
  }

  /// Of a difference of shares, for each of several pairs of true shares.
  static func ofShareDifferences(
    _ trials: (Int, Int),
    _ truths: [(Double, Double)],
    _ interval: (Int, Int) throws -> Interval?
  ) rethrows -> Coverage {
    let intervals = try (0...trials.0).map { k in
      try (0...trials.1).map { try interval(k, $0) }
    }
    return averaged(
      truths.map { a, b in
        let (first, second) = (chances(trials.0, a), chances(trials.1, b))
        var covered = 0.0
        for k in first.indices {
          for m in second.indices where intervals[k][m]?.holds(a - b) == true {
            covered += first[k] * second[m]
          }
        }
        return covered
      }
    )
  }

  /// Of a net promoter score, for each of several true shares of promoters and detractors.
  static func ofNetPromoterScores(
    _ n: Int,
    _ truths: [(promoters: Double, detractors: Double)],
    _ interval: (NetPromoterCounts) -> Interval?
  ) -> Coverage {
    let samples = (0...n).flatMap { p in
      (0...(n - p)).map { NetPromoterCounts(promoters: p, passives: n - p - $0, detractors: $0) }
    }
    let intervals = samples.map(interval)
    let logFactorials = (0...n).map { logGamma(Double($0) + 1) }
    return averaged(
      truths.map { truth in
        let score = 100 * (truth.promoters - truth.detractors)
        let (p, d) = (log(truth.promoters), log(truth.detractors))
        let s = log(1 - truth.promoters - truth.detractors)
        var covered = 0.0
        for (sample, interval) in zip(samples, intervals) where interval?.holds(score) == true {
          let ways =
            logFactorials[n] - logFactorials[sample.promoters] - logFactorials[sample.passives]
            - logFactorials[sample.detractors]
          covered += exp(
            ways + Double(sample.promoters) * p + Double(sample.passives) * s
              + Double(sample.detractors) * d
          )
        }
        return covered
      }
    )
  }

  private static func chances(_ trials: Int, _ p: Double) -> [Double] {
    (0...trials).map { k in
      exp(logChoices(k, of: trials) + Double(k) * log(p) + Double(trials - k) * log(1 - p))
    }
  }

  private static func logChoices(_ k: Int, of n: Int) -> Double {
    logGamma(Double(n) + 1) - logGamma(Double(k) + 1) - logGamma(Double(n - k) + 1)
  }

  private static func averaged(_ shares: [Double]) -> Coverage {
    Coverage(
      average: shares.reduce(0, +) / Double(shares.count),
      least: shares.count > 1 ? shares.min() : nil,
      samples: nil
    )
  }
}

extension Interval {
  func holds(_ truth: Double) -> Bool { low <= truth && truth <= high }
}
