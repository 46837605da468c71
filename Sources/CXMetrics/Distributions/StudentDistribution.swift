import Foundation

/// Student’s t distribution.
public struct StudentDistribution: Hashable, Sendable, BitwiseCopyable {
  /// Positive, not necessarily whole; anything else gives NaN.
  public let degreesOfFreedom: Double

  /// More than 0, whole or not; else every value is NaN.
  public init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// The share of the distribution below `t`.
  public func cdf(_ t: Double) -> Double {
    let tail = 0.5 * bothTails(t)
    return t > 0 ? 1 - tail : tail
  }

  /// The share farther from 0 than `t`, on both sides: a two-sided p-value.
  func bothTails(_ t: Double) -> Double {
    guard degreesOfFreedom > 0, !t.isNaN else { return .nan }
    let ratio = t * t / degreesOfFreedom
    guard ratio.isFinite else { return 0 }
    let beta = BetaDistribution(a: 0.5 * degreesOfFreedom, b: 0.5)
    return beta.tails(1 / (1 + ratio), ratio / (1 + ratio)).lower
  }

  /// The point below which the share `p` lies: −∞ at 0, ∞ at 1, NaN outside.
  public func quantile(_ p: Double) -> Double {
    guard degreesOfFreedom > 0, p >= 0, p <= 1 else { return .nan }
    if p == 0.5 { return 0 }
    return p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p)
  }

  /// The point above which the share `tail`, less than a half, lies.
  private func upperQuantile(_ tail: Double) -> Double {
    if tail == 0 { return .infinity }
    if degreesOfFreedom == 1 { return 1 / tan(.pi * tail) }
    if degreesOfFreedom == 2 { return (1 - 2 * tail) / (2 * tail * (1 - tail)).squareRoot() }
    let z = -NormalDistribution.quantile(tail)
    if degreesOfFreedom >= 1000, z < 8 { return expansion(z) }
    if degreesOfFreedom >= 4, z < 4 { return polished(expansion(z), tail: tail) }
    let beta = BetaDistribution(a: 0.5 * degreesOfFreedom, b: 0.5)
    let (x, y) = beta.split(below: 2 * tail, above: 1 - 2 * tail)
    return (degreesOfFreedom * y / x).squareRoot()
  }

  /// A near quantile brought to the last digits; the way of most intervals, hence the quick one.
  private func polished(_ start: Double, tail: Double) -> Double {
    let farOut = 1e4
    let half = 0.5 * degreesOfFreedom
    let logScale = logGamma(half + 0.5) - logGamma(half) - 0.5 * log(degreesOfFreedom * .pi)
    return risingRoot(from: start, within: 0...farOut) { t in
      let above = 0.5 * bothTails(t)
      let density = exp(logScale - (half + 0.5) * log1p(t * t / degreesOfFreedom))
      return (log(tail / above), density / above)
    }
  }

  /// The quantile from the normal one, to the last digits from a thousand degrees of freedom on.
  ///
  /// - Source: 26.7.5 of Abramowitz & Stegun.
  private func expansion(_ z: Double) -> Double {
    let square = z * z
    let first = z * (square + 1) / 4
    let second = z * (3 + square * (16 + square * 5)) / 96
    let third = z * (-15 + square * (17 + square * (19 + square * 3))) / 384
    let fourth = z * (-945 + square * (-1920 + square * (1482 + square * (776 + square * 79))))
    let inverse = 1 / degreesOfFreedom
    return z + inverse * (first + inverse * (second + inverse * (third + inverse * fourth / 92160)))
  }
}
