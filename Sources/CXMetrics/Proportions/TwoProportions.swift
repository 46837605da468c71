/// Two shares of independent samples, compared.
///
/// - Units: shares; positive when the first is larger.
/// - Interval: Newcombe’s hybrid of the two Wilson intervals.
/// - Source: R. G. Newcombe, Statistics in Medicine 17, 1998 (method 10); the z test pools the
///   samples.
public struct TwoProportions: Hashable, Sendable, BitwiseCopyable {
  public let difference: Double
  public let interval: Interval

  /// Nil, like its p-value, when all or none of both samples succeeded.
  public let z: Double?
  public let pValue: Double?

  /// By Fisher’s exact test.
  public let exactP: Double

  /// The smallest count that the pooled share leads one to expect in a cell.
  public let expectedCountMin: Double

  /// Below this the z test is not to be trusted.
  public static let expectedCountBound = 5.0

  public var prefersExactTest: Bool { expectedCountMin < Self.expectedCountBound }

  /// - Throws: `invalidInput` when a sample is empty or has more successes than trials.
  public init(
    _ first: (successes: Int, trials: Int),
    _ second: (successes: Int, trials: Int),
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    let a = try Proportion(
      successes: first.successes,
      trials: first.trials,
      confidence: confidence
    )
    let b = try Proportion(
      successes: second.successes,
      trials: second.trials,
      confidence: confidence
    )
    guard let p1 = a.share, let p2 = b.share, let i1 = a.interval, let i2 = b.interval else {
      throw .invalidInput
    }
    let (n1, n2) = (Double(a.trials), Double(b.trials))
    let pooled = (Double(a.successes) + Double(b.successes)) / (n1 + n2)
    difference = p1 - p2
    interval = Interval(
      low: difference - Self.distance(p1 - i1.low, i2.high - p2),
      high: difference + Self.distance(i1.high - p1, p2 - i2.low)
    )
    let error = (pooled * (1 - pooled) * (1 / n1 + 1 / n2)).squareRoot()
    z = error > 0 ? difference / error : nil
    pValue = z.map(NormalDistribution.bothTails)
    exactP = FisherExactTest.pValue(a, b)
    expectedCountMin = min(n1, n2) * min(pooled, 1 - pooled)
  }

  private static func distance(_ a: Double, _ b: Double) -> Double {
    (a * a + b * b).squareRoot()
  }
}
