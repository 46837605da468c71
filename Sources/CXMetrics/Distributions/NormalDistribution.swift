import Foundation

/// The standard normal distribution.
public enum NormalDistribution {
  /// The share of the distribution below `x`.
  public static func cdf(_ x: Double) -> Double {
    0.5 * erfc(-x / 2.0.squareRoot())
  }

  /// The height of the bell at `x`.
  public static func density(_ x: Double) -> Double {
    exp(-0.5 * x * x) / (2 * Double.pi).squareRoot()
  }

  /// The share of the distribution farther from 0 than `z`, on both sides: a two-sided p-value.
  static func bothTails(_ z: Double) -> Double {
    erfc(abs(z) / 2.0.squareRoot())
  }

  /// The point below which the share `p` lies: −∞ at 0, ∞ at 1, NaN outside.
  ///
  /// - Source: the start is 26.2.23 of Abramowitz & Stegun, good to 4.5e−4; two steps of
  ///   Halley’s method on the exact tail bring it to the last digits.
  public static func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    return p <= 0.5 ? lowerQuantile(p) : -lowerQuantile(1 - p)
  }

  private static func lowerQuantile(_ p: Double) -> Double {
    let t = (-2 * log(p)).squareRoot()
    let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
    let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var x = numerator / denominator - t
    for _ in 0..<2 {
      let step = (cdf(x) - p) / density(x)
      x -= step / (1 + 0.5 * x * step)
    }
    return x
  }
}
