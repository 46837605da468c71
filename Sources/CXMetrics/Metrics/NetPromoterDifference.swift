/// The difference between the net promoter scores of two independent samples, tested.
///
/// - Formula: difference of the scores; z = difference of the adjusted scores / √(SE₁² + SE₂²),
///   each sample adjusted as for `NetPromoterScore`. The Wald test does the same unadjusted.
/// - Units: points; positive when the first sample scores higher. Range: −200 through 200.
/// - Interval: adjusted difference ± z standard errors, cut at ±200.
/// - Complexity: constant, from the counts.
/// - Beware: print `value`, the plain difference; take only p-value and interval from the adjusted
///   form, and never its sign, because the shrinkage depends on the counts. People who answered in
///   both samples break independence: use `PairedNetPromoterDifference`. Of many comparisons,
///   adjust the p-values (`MultipleComparisons`).
/// - Source: J. Lewis and J. Sauro, MeasuringU, 2021; B. Rocks, The American Statistician 70(4),
///   2016.
public struct NetPromoterDifference: Hashable, Sendable, BitwiseCopyable {
  /// Points.
  public let value: Double

  /// The standard error without adjustment, in points.
  public let waldError: Double
  /// The test without adjustment; nil, like its p-value, when both samples are unanimous.
  public let waldZ: Double?
  /// The p-value without adjustment.
  public let waldP: Double?

  /// The difference of the adjusted scores, in points; not to be printed.
  public let adjustedValue: Double
  /// Its standard error, in points.
  public let adjustedError: Double
  /// The test to report.
  public let adjustedZ: Double
  /// The p-value to report.
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

extension NetPromoterDifference: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "15, 13, 8 against 12, 7, 12 promoters, passives and detractors",
      gives: [
        "difference": 19.444444444444446, "z": 0.9288439515545703, "p": 0.3529699631413922,
        "low": -19.925072034279033, "high": 55.82250793171493,
      ]
    ) { () throws(MetricRefusal) in try figures((15, 13, 8), (12, 7, 12)) },
    MetricExample(
      "220, 140, 90 against 180, 150, 120",
      gives: [
        "difference": 15.55555555555555, "z": 2.9377913387821435, "p": 0.003305594231896917,
        "low": 5.1432907323081345, "high": 25.761786530385027,
      ]
    ) { () throws(MetricRefusal) in try figures((220, 140, 90), (180, 150, 120)) },
    MetricExample(
      "10 promoters against 20: no difference, although the adjusted scores differ",
      gives: [
        "difference": 0, "z": -0.576428848002158, "p": 0.5643253501104191,
        "low": -44.14900053206685, "high": 24.082110899959815,
      ]
    ) { () throws(MetricRefusal) in try figures((10, 0, 0), (20, 0, 0)) },
    MetricExample("nobody against 2 promoters", refuses: .noData) {
      () throws(MetricRefusal) in try figures((0, 0, 0), (2, 0, 0))
    },
  ]

  private static func figures(
    _ first: (Int, Int, Int),
    _ second: (Int, Int, Int)
  ) throws(MetricRefusal) -> [Double?] {
    let found = try Self(
      NetPromoterCounts(promoters: first.0, passives: first.1, detractors: first.2),
      NetPromoterCounts(promoters: second.0, passives: second.1, detractors: second.2)
    )
    return [
      found.value, found.adjustedZ, found.adjustedP, found.adjusted.low, found.adjusted.high,
    ]
  }
}
