import Foundation

/// Probabilities of counts without the cancellation of large log-gammas.
///
/// Also meant for counts that are not whole, as the incomplete beta and gamma functions ask.
///
/// - Source: C. Loader, “Fast and Accurate Computation of Binomial Probabilities”, 2000.
enum SaddlePoint {
  /// ln Γ(n + 1) less Stirling’s formula for it; n > 0.
  static func stirlingError(_ n: Double) -> Double {
    if n == 0.5 { return stirlingErrorOfHalf }
    var error = 0.0
    var n = n
    while n < 16 {
      error += (n + 0.5) * log1p(1 / n) - 1
      n += 1
    }
    let square = n * n
    let inner = 1 / 1260.0 - (1 / 1680.0 - 1 / (1188 * square)) / square
    return error + (1 / 12.0 - (1 / 360.0 - inner / square) / square) / n
  }

  /// ln Γ(3/2) less Stirling’s formula, which every t interval asks for: ½ − ½ ln 2.
  private static let stirlingErrorOfHalf = 0.5 - 0.5 * log(2)

  /// x ln(x / mean) + mean − x: half the deviance of a count x, exact also near the mean.
  static func deviance(_ x: Double, mean: Double) -> Double {
    let difference = x - mean
    guard abs(difference) < 0.1 * (x + mean) else { return x * log(x / mean) - difference }
    let ratio = difference / (x + mean)
    var sum = difference * ratio
    var term = 2 * x * ratio
    for odd in stride(from: 3.0, to: 2000, by: 2) {
      term *= ratio * ratio
      let next = sum + term / odd
      if next == sum { break }
      sum = next
    }
    return sum
  }

  /// The log probability of x successes in n trials, `q` being 1 − p to full precision.
  static func logBinomial(_ x: Double, of n: Double, p: Double, q: Double) -> Double {
    if x == 0 { return n == 0 ? 0 : p < 0.5 ? n * log1p(-p) : n * log(q) }
    if x == n { return q < 0.5 ? n * log1p(-q) : n * log(p) }
    guard p > 0, q > 0 else { return -.infinity }
    let rest = n - x
    return stirlingError(n) - stirlingError(x) - stirlingError(rest)
      - deviance(x, mean: n * p) - deviance(rest, mean: n * q)
      + 0.5 * log(n / (2 * .pi * x * rest))
  }

  /// The log probability of a count x when `mean` is expected; x > 0.
  static func logPoisson(_ x: Double, mean: Double) -> Double {
    -stirlingError(x) - deviance(x, mean: mean) - 0.5 * log(2 * .pi * x)
  }

  /// From this shape on, beta and gamma tails are found from the normal distribution, which then
  /// errs by less than 1e−10.
  static let normalFrom = 1e11

  /// Both tails of a beta or gamma distribution of large shape: the normal tails at the signed
  /// root of the deviance, with the first correction for skewness.
  static func normalTails(
    isLow: Bool,
    deviance: Double,
    skewness: Double
  ) -> (lower: Double, upper: Double) {
    let root = (2 * deviance).squareRoot()
    let z = isLow ? -root : root
    let correction = NormalDistribution.density(z) * skewness / 6
    return (NormalDistribution.cdf(z) + correction, NormalDistribution.cdf(-z) - correction)
  }
}
