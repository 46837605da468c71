/// The chi-square distribution: a gamma distribution stretched to twice its width.
public struct ChiSquareDistribution: Hashable, Sendable, BitwiseCopyable {
  private let gamma: GammaDistribution

  /// Degrees of freedom are positive, not necessarily whole; anything else gives NaN.
  public init(degreesOfFreedom: Double) { gamma = GammaDistribution(shape: degreesOfFreedom / 2) }

  /// The share of the distribution below `x`.
  public func cdf(_ x: Double) -> Double { gamma.cdf(x / 2) }

  /// The share of the distribution above `x`: the p-value of a test.
  public func survival(_ x: Double) -> Double { gamma.survival(x / 2) }

  /// The point below which the share `p` lies.
  public func quantile(_ p: Double) -> Double { 2 * gamma.quantile(p) }
}
