/// The difference between the net promoter scores of two independent samples, tested.
///
/// Print `value`, the plain difference; take only p-value and interval from the adjusted form, and
/// never its sign, because the shrinkage depends on the counts. People who answered in both
/// samples break independence: use `PairedNetPromoterDifference`.
///
/// - Units: points; positive when the first sample scores higher.
/// - Source: J. Lewis and J. Sauro, MeasuringU, 2021; adjusted as for `NetPromoterScore`.
public struct NetPromoterDifference: Hashable, Sendable, BitwiseCopyable {
  /// Points.
  public let value: Double

  /// The test without adjustment; nil when both samples are unanimous.
  public let waldError: Double
  public let waldZ: Double?
  public let waldP: Double?

  /// The test to report.
  public let adjustedValue: Double
  public let adjustedError: Double
  public let adjustedZ: Double
  public let adjustedP: Double

  /// Cut at ±200, the widest difference there can be.
  public let adjusted: Interval

  /// The samples differ by more than chance at the confidence asked for.
  public let isSignificant: Bool

  /// - Throws: `noData` when a sample holds no responses.
  public init(
    _ first: NetPromoterCounts,
    _ second: NetPromoterCounts,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    guard let firstValue = first.value, let secondValue = second.value else { throw .noData }
    value = firstValue - secondValue
    waldError = Self.error(first.spread, second.spread)
    waldZ = waldError > 0 ? value / waldError : nil
    waldP = waldZ.map(NormalDistribution.bothTails)
    adjustedValue = first.adjusted.value - second.adjusted.value
    adjustedError = Self.error(first.adjusted, second.adjusted)
    adjustedZ = adjustedValue / adjustedError
    adjustedP = NormalDistribution.bothTails(adjustedZ)
    adjusted = .around(adjustedValue, halfWidth: confidence.z * adjustedError)
      .clipped(to: -200...200)
    isSignificant = adjustedP < confidence.risk
  }

  private static func error(_ first: NetPromoterSpread, _ second: NetPromoterSpread) -> Double {
    let (a, b) = (first.standardError, second.standardError)
    return (a * a + b * b).squareRoot()
  }
}
