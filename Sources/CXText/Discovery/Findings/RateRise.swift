public import CXMetrics

/// How much more often something is said in one period than in those before.
///
/// - Formula: of x mentions now and past mentions before, among n and m comments, x is binomial
///   with chance n/(n + m) if nothing changed. The ratio’s limits are q/(1 − q) · m/n at Clopper
///   and Pearson’s limits q of x/φ of (x + past)/φ; p = P(Bin ≥ x) likewise, one-sided. φ, at least
///   1, is how many times more the weeks differ than chance alone makes them.
/// - Units: the ratio has none; above 1 it is said more often now. Nil where nobody said it before.
/// - Interval: exact where φ is 1, and on the effective number of mentions above it.
/// - Complexity: constant.
/// - Source: J. Przyborowski and H. Wilenski, Biometrika 31, 1940, for the condition on the sum;
///   E. L. Korn and B. I. Graubard, Survey Methodology 24(2), 1998, for the effective number.
public struct RateRise: Hashable, Sendable, BitwiseCopyable {
  /// The rate now over the rate before; nil where there was none before.
  public let ratio: Double?
  /// The lower end of the ratio, 0 or more.
  public let low: Double
  /// The upper end of the ratio; nil where it has none.
  public let high: Double?
  /// One-sided, of a rate as high now were it what it was.
  public let pValue: Double

  /// - Parameters:
  ///   - now: mentions in the last period, and its comments.
  ///   - past: mentions in the periods before, and their comments.
  ///   - dispersion: φ; below 1 counts as 1.
  ///   - confidence: of the interval.
  /// - Throws: `invalidInput` unless 0 ≤ mentions ≤ comments, `noBaseline` unless both have
  ///   comments.
  public init(
    now: (mentions: Int, comments: Int),
    past: (mentions: Int, comments: Int),
    dispersion: Double = 1,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    guard 0...max(0, now.comments) ~= now.mentions, 0...max(0, past.comments) ~= past.mentions,
      dispersion < .infinity
    else { throw .invalidInput }
    guard now.comments > 0, past.comments > 0 else { throw .noBaseline }
    let scale = Double(past.comments) / Double(now.comments)
    let chance = Double(now.comments) / (Double(now.comments) + Double(past.comments))
    let x = Double(now.mentions) / max(1, dispersion)
    let rest = Double(past.mentions) / max(1, dispersion)
    let tail = (1 - confidence.level) / 2
    ratio =
      past.mentions == 0 ? nil : Double(now.mentions) / Double(past.mentions) * scale
    let lower = x == 0 ? 0 : BetaDistribution(a: x, b: rest + 1).quantile(tail)
    low = lower / (1 - lower) * scale
    let upper = rest == 0 ? 1 : BetaDistribution(a: x + 1, b: rest).quantile(1 - tail)
    high = upper < 1 ? upper / (1 - upper) * scale : nil
    pValue = Self.pValue(x, rest, chance: chance)
  }

  /// Of as many as x of x and the rest, or more; whole numbers or not.
  static func pValue(_ x: Double, _ rest: Double, chance: Double) -> Double {
    x == 0 ? 1 : min(1, BetaDistribution(a: x, b: rest + 1).cdf(chance))
  }
}
