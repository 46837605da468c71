import Foundation

/// The gamma distribution of scale 1; its distribution function is the regularised incomplete
/// gamma function P(shape, x).
///
/// - Source: DLMF 8.11.4 (series) and 8.9.2 (continued fraction).
public struct GammaDistribution: Hashable, Sendable, BitwiseCopyable {
  /// Positive; anything else gives NaN.
  public let shape: Double

  /// The shape is more than 0; else every value is NaN.
  public init(shape: Double) { self.shape = shape }

  /// The share of the distribution below `x`.
  public func cdf(_ x: Double) -> Double { tails(x).lower }

  /// The share of the distribution above `x`.
  public func survival(_ x: Double) -> Double { tails(x).upper }

  func tails(_ x: Double) -> (lower: Double, upper: Double) {
    guard shape > 0, !x.isNaN else { return (.nan, .nan) }
    if x <= 0 { return (0, 1) }
    if x == .infinity { return (1, 0) }
    guard shape < SaddlePoint.normalFrom else { return nearlyNormal(x) }
    let weight = exp(SaddlePoint.logPoisson(shape, mean: x))
    if x < shape + 1 {
      let lower = min(1, weight * series(x))
      return (lower, 1 - lower)
    }
    let upper = min(1, weight * shape * fraction(x))
    return (1 - upper, upper)
  }

  /// For shapes so large that the series would take millions of terms.
  private func nearlyNormal(_ x: Double) -> (lower: Double, upper: Double) {
    SaddlePoint.normalTails(
      isLow: x < shape,
      deviance: SaddlePoint.deviance(shape, mean: x),
      skewness: 2 / shape.squareRoot()
    )
  }

  /// The point below which the share `p` lies: 0 at 0, ∞ at 1, NaN outside.
  public func quantile(_ p: Double) -> Double {
    guard shape > 0, p >= 0, p <= 1 else { return .nan }
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    let q = 1 - p
    let beyondEverything = shape + 40 * shape.squareRoot() + 800
    let start = (log(p) + logGamma(shape + 1)) / shape
    let root = risingRoot(from: start, within: -700...log(beyondEverything)) { logX in
      let x = exp(logX)
      let tails = tails(x)
      let mass = shape * exp(SaddlePoint.logPoisson(shape, mean: x))
      return p <= 0.5
        ? (log(tails.lower / p), mass / tails.lower)
        : (log(q / tails.upper), mass / tails.upper)
    }
    return exp(root)
  }

  private func series(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var n = shape
    while term > 1e-17 * sum {
      n += 1
      term *= x / n
      sum += term
    }
    return sum
  }

  private func fraction(_ x: Double) -> Double {
    let stepsMax = 1_000_000
    var lentz = Lentz(startingAt: x + 1 - shape)
    for step in 1...stepsMax {
      let n = Double(step)
      lentz.take(n * (shape - n), over: x + 2 * n + 1 - shape)
      if lentz.hasSettled { break }
    }
    return 1 / lentz.value
  }
}
