/// Two shares of independent samples, compared.
///
/// - Formula: difference p₁ − p₂; z = difference / √(p(1 − p)(1/n₁ + 1/n₂)) with the pooled share
///   p; beside it Fisher’s exact test.
/// - Units: shares; positive when the first is larger. Range: −1 through 1.
/// - Interval: Newcombe’s hybrid of the two Wilson intervals.
/// - Complexity: constant, Fisher’s test up to the square root of the counts.
/// - Beware: where fewer than 5 are expected in a cell, believe Fisher’s test, not z. People who
///   are in both samples break independence: use `McNemarTest`.
/// - Source: R. G. Newcombe, Statistics in Medicine 17, 1998 (method 10); the z test pools the
///   samples.
public struct TwoProportions: Hashable, Sendable, BitwiseCopyable {
  /// The first share less the second.
  public let difference: Double
  /// Newcombe’s.
  public let interval: Interval

  /// Nil, like its p-value, when all or none of both samples succeeded.
  public let z: Double?
  /// Two-sided.
  public let pValue: Double?

  /// By Fisher’s exact test.
  public let exactP: Double

  /// The smallest count that the pooled share leads one to expect in a cell.
  public let expectedCountMin: Double

  /// Below this the z test is not to be trusted.
  public static let expectedCountBound = 5.0

  /// Fisher’s test is the one to report.
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

extension TwoProportions: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "56 of 70 against 48 of 80 (Newcombe’s own example)",
      gives: [
        "difference": 0.2, "low": 0.05243147240236498, "high": 0.333872654036906,
        "z": 2.6501719512585336, "p": 0.00804508136819656, "exact p": 0.012521129749209154,
        "least expected": 21.466666666666665,
      ]
    ) { () throws(MetricRefusal) in try figures((56, 70), (48, 80)) },
    MetricExample(
      "7 of 9 against 2 of 8",
      gives: [
        "difference": 0.5277777777777778, "low": 0.056777784492164696,
        "high": 0.7668379252116837, "z": 2.1760835246315433, "p": 0.029549015619382217,
        "exact p": 0.05668449197860963, "least expected": 3.764705882352941,
      ]
    ) { () throws(MetricRefusal) in try figures((7, 9), (2, 8)) },
    MetricExample("1 of 2 against 0 of 0", refuses: .invalidInput) {
      () throws(MetricRefusal) in try figures((1, 2), (0, 0))
    },
  ]

  private static func figures(
    _ first: (Int, Int),
    _ second: (Int, Int)
  ) throws(MetricRefusal) -> [Double?] {
    let found = try Self(first, second)
    return [
      found.difference, found.interval.low, found.interval.high, found.z, found.pValue,
      found.exactP, found.expectedCountMin,
    ]
  }
}
