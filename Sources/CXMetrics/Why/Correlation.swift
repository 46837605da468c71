/// Pearson’s correlation: how far two values rise together along a straight line.
///
/// - Formula: r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²); t = r √((n − 2)/(1 − r²)).
/// - Units: none. Range: −1 through 1; nil for fewer than three pairs and where a side does not
///   vary.
/// - Interval: Fisher’s, tanh(atanh r ± z/√(n − 3)), from four pairs on; r through r where |r| = 1.
/// - Complexity: O(1) for a pair and O(1) memory; parts merge.
/// - Beware: finds straight lines only, is pulled by single far values, and does not say which of
///   the two drives the other.
/// - Source: R. A. Fisher, Metron 1, 1921.
public struct Correlation: Hashable, Sendable, BitwiseCopyable {
  /// Pairs with both values.
  public let count: Int

  /// Nil as the chapter says; so are interval, t and p-value then.
  public let value: Double?

  /// Nil for three pairs.
  public let interval: Interval?

  /// On n − 2 degrees of freedom; nil where |r| = 1.
  public let t: Double?

  /// Two-sided; 0 where |r| = 1.
  public let pValue: Double?

  /// - Throws: `invalidInput` for values too large to compute with.
  public init(
    _ pairs: PairMoments,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    try self.init(pairs, confidence: confidence) { _ in 1 }
  }

  /// - Parameter inflation: of the variance of Fisher’s z, for a correlation.
  init(
    _ pairs: PairMoments,
    confidence: Confidence,
    inflation: (Double) -> Double
  ) throws(MetricRefusal) {
    count = pairs.count
    guard count > 2, let r = try pairs.correlation() else {
      (value, interval, t, pValue) = (nil, nil, nil, nil)
      return
    }
    let inference = CorrelationInference(
      r,
      n: Double(count),
      inflation: inflation(r),
      confidence: confidence
    )
    value = r
    interval = inference.interval
    t = inference.t
    pValue = inference.pValue
  }
}

extension Correlation: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "eleven units, engagement against satisfaction",
      gives: [
        "r": 0.9635520781960062, "low": 0.8618160805938898, "high": 0.9907581595331721,
        "t": 10.805350269546635, "p": 1.8712067992711382e-06,
      ]
    ) { () throws(MetricRefusal) in
      let figure = try of([
        (3.1, 22), (3.4, 30), (3.9, 41), (4, 38), (4.2, 52), (3.3, 25), (3.8, 33), (4.5, 60),
        (2.9, 18), (3.6, nil), (4.1, 47), (3.7, 31),
      ])
      return [
        figure.value, figure.interval?.low, figure.interval?.high, figure.t, figure.pValue,
      ]
    },
    MetricExample(
      "five points on a falling line",
      gives: ["r": -1, "low": -1, "high": -1, "t": nil, "p": 0]
    ) { () throws(MetricRefusal) in
      let figure = try of([(0.1, 5.3), (0.2, 5.2), (0.3, 5.1), (0.4, 5), (0.5, 4.9)])
      return [
        figure.value, figure.interval?.low, figure.interval?.high, figure.t, figure.pValue,
      ]
    },
    MetricExample("x never varies", gives: ["r": nil]) { () throws(MetricRefusal) in
      [try of([(1, 1), (1, 2), (1, 3), (1, 4)]).value]
    },
    MetricExample("two pairs", gives: ["r": nil]) { () throws(MetricRefusal) in
      [try of([(1, 1), (2, 3)]).value]
    },
  ]

  private static func of(_ values: [(Double, Double?)]) throws(MetricRefusal) -> Self {
    var pairs = PairMoments()
    for (x, y) in values { try pairs.add(x, y) }
    return try Self(pairs)
  }
}
