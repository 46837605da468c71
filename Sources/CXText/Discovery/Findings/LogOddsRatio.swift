public import CXMetrics

/// How much more one group speaks of something than another does, held back by what all of them
/// say: weighted log-odds with an informative Dirichlet prior.
///
/// - Formula: δ = log((y₁ + α)/(n₁ + α₀ − y₁ − α)) − log((y₂ + α)/(n₂ + α₀ − y₂ − α)) for y₁ of n₁
///   mentions in the one group, y₂ of n₂ in the other, and α of α₀ a priori; variance
///   1/(y₁ + α) + 1/(y₂ + α).
/// - Units: natural logarithms of odds; 0 where both speak of it alike, above 0 where the first
///   does more.
/// - Interval: normal, δ ± z √variance.
/// - Complexity: constant.
/// - Source: B. L. Monroe, M. P. Colaresi and K. M. Quinn, “Fightin’ Words”, Political Analysis
///   16(4), 2008, equations 16, 20 and 22.
public struct LogOddsRatio: Hashable, Sendable, BitwiseCopyable {
  /// δ.
  public let value: Double

  /// Of δ.
  public let variance: Double

  /// - Parameters:
  ///   - first: mentions by the first group, and all that group mentions.
  ///   - second: the same of the second group.
  ///   - prior: α and α₀, in mentions; both above 0, α below α₀.
  /// - Throws: `invalidInput` unless 0 ≤ y ≤ n in both groups and 0 < α < α₀.
  public init(
    first: (mentions: Int, all: Int),
    second: (mentions: Int, all: Int),
    prior: (mentions: Double, all: Double)
  ) throws(MetricRefusal) {
    guard 0...max(0, first.all) ~= first.mentions, 0...max(0, second.all) ~= second.mentions,
      prior.mentions > 0, prior.mentions < prior.all, prior.all < .infinity
    else { throw .invalidInput }
    func logOdds(_ group: (mentions: Int, all: Int)) -> Double {
      let inside = Double(group.mentions) + prior.mentions
      return NaturalLogarithm.of(inside)
        - NaturalLogarithm.of(Double(group.all) + prior.all - inside)
    }
    value = logOdds(first) - logOdds(second)
    variance =
      1 / (Double(first.mentions) + prior.mentions) + 1 / (Double(second.mentions) + prior.mentions)
  }

  /// δ in its own standard errors.
  public var z: Double { value / variance.squareRoot() }

  /// Two-sided.
  public var pValue: Double { min(1, 2 * NormalDistribution.cdf(-abs(z))) }

  /// Of δ.
  public func interval(at confidence: Confidence = .standard) -> Interval {
    let half = -NormalDistribution.quantile((1 - confidence.level) / 2) * variance.squareRoot()
    return Interval(low: value - half, high: value + half)
  }
}
