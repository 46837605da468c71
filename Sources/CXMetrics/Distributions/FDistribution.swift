/// Fisher and Snedecor’s F distribution.
public struct FDistribution: Hashable, Sendable, BitwiseCopyable {
  /// Degrees of freedom above and below the stroke, positive; anything else gives NaN.
  public let numerator: Double

  /// Degrees of freedom below the line, more than 0.
  public let denominator: Double

  /// Both degrees of freedom are more than 0; else every value is NaN.
  public init(_ numerator: Double, _ denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }

  private var beta: BetaDistribution { BetaDistribution(a: numerator / 2, b: denominator / 2) }

  /// The share of the distribution below `x`.
  public func cdf(_ x: Double) -> Double { tails(x).lower }

  /// The share of the distribution above `x`: the p-value of a test.
  public func survival(_ x: Double) -> Double { tails(x).upper }

  /// The point below which the share `p` lies: 0 at 0, ∞ at 1, NaN outside.
  public func quantile(_ p: Double) -> Double {
    let (x, y) = beta.split(below: p, above: 1 - p)
    return denominator * x / (numerator * y)
  }

  private func tails(_ x: Double) -> (lower: Double, upper: Double) {
    if x <= 0 { return (0, 1) }
    if x == .infinity { return (1, 0) }
    let scaled = numerator * x
    return beta.tails(scaled / (scaled + denominator), denominator / (scaled + denominator))
  }
}
