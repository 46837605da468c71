import Foundation

/// The beta distribution; its distribution function is the regularised incomplete beta function.
///
/// - Source: DLMF 8.17 (continued fraction 8.17.22, symmetry 8.17.4), evaluated by Lentz’s method.
public struct BetaDistribution: Hashable, Sendable, BitwiseCopyable {
  /// The first shape, more than 0.
  public let a: Double

  /// The second shape, more than 0.
  public let b: Double

  /// Both shapes must be positive; anything else gives NaN.
  public init(a: Double, b: Double) {
    self.a = a
    self.b = b
  }

  /// I_x(a, b), the share of the distribution below `x`.
  public func cdf(_ x: Double) -> Double { tails(x, 1 - x).lower }

  /// The share of the distribution above `x`.
  public func survival(_ x: Double) -> Double { tails(x, 1 - x).upper }

  /// The point below which the share `p` lies; NaN unless 0 ≤ p ≤ 1.
  public func quantile(_ p: Double) -> Double { split(below: p, above: 1 - p).x }

  /// Both tails at x, `y` being 1 − x to full precision.
  func tails(_ x: Double, _ y: Double) -> (lower: Double, upper: Double) {
    guard a > 0, b > 0, !x.isNaN else { return (.nan, .nan) }
    if x <= 0 { return (0, 1) }
    if y <= 0 { return (1, 0) }
    guard min(a, b) < SaddlePoint.normalFrom else { return nearlyNormal(x, y) }
    if x * (a + b + 2) <= a + 1 {
      let lower = min(1, exp(logWeight(x, y)) / a * fraction(x))
      return (lower, 1 - lower)
    }
    let mirror = Self(a: b, b: a)
    let upper = min(1, exp(logWeight(x, y)) / b * mirror.fraction(y))
    return (1 - upper, upper)
  }

  /// For shapes so large that the continued fraction would take millions of steps.
  private func nearlyNormal(_ x: Double, _ y: Double) -> (lower: Double, upper: Double) {
    let n = a + b
    return SaddlePoint.normalTails(
      isLow: x * b < y * a,
      deviance: SaddlePoint.deviance(a, mean: n * x) + SaddlePoint.deviance(b, mean: n * y),
      skewness: 2 * (b / n - a / n) * (n / a / b).squareRoot()
    )
  }

  /// The point with share `p` below and `q` above, with its distance from 1.
  func split(below p: Double, above q: Double) -> (x: Double, y: Double) {
    guard a > 0, b > 0, p >= 0, q >= 0 else { return (.nan, .nan) }
    if p == 0 { return (0, 1) }
    if q == 0 { return (1, 0) }
    if p <= tails(0.5, 0.5).lower {
      let x = lowerHalfQuantile(below: p, above: q)
      return (x, 1 - x)
    }
    let y = Self(a: b, b: a).lowerHalfQuantile(below: q, above: p)
    return (1 - y, y)
  }

  /// Solves for ln x, in which the log of the smaller tail is nearly straight.
  private func lowerHalfQuantile(below p: Double, above q: Double) -> Double {
    let start = (log(p) + log(a) + logBeta) / a
    let root = risingRoot(from: start, within: -700...log(0.5)) { logX in
      let x = exp(logX)
      let tails = tails(x, 1 - x)
      let mass = exp(logWeight(x, 1 - x)) / (1 - x)
      return p <= q
        ? (log(tails.lower / p), mass / tails.lower)
        : (log(q / tails.upper), mass / tails.upper)
    }
    return exp(root)
  }

  /// ln of x^a y^b / B(a, b), which is x y times the density.
  private func logWeight(_ x: Double, _ y: Double) -> Double {
    log(a) + log(b) - log(a + b) + SaddlePoint.logBinomial(a, of: a + b, p: x, q: y)
  }

  private var logBeta: Double { logGamma(a) + logGamma(b) - logGamma(a + b) }

  /// The continued fraction that turns the weight at x into the lower tail.
  private func fraction(_ x: Double) -> Double {
    let stepsMax = 1_000_000
    var lentz = Lentz()
    lentz.take(-(a + b) * x / (a + 1))
    for step in 1...stepsMax {
      let m = Double(step)
      // Ratios first, since the square of a shape may be more than a double holds.
      lentz.take(m / (a + 2 * m - 1) * ((b - m) / (a + 2 * m)) * x)
      lentz.take(-(a + m) / (a + 2 * m) * ((a + b + m) / (a + 2 * m + 1)) * x)
      if lentz.hasSettled { break }
    }
    return 1 / lentz.value
  }
}
