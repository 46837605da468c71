/// How reliable the difference of two scales is, from the reliability of each.
///
/// - Formula: (s_p² α_p + s_e² α_e − 2 r s_p s_e) / (s_p² + s_e² − 2 r s_p s_e).
/// - Units: as Cronbach’s alpha: 1 is perfect. Nil when the difference cannot vary.
/// - Complexity: O(1).
/// - Beware: the more expectations and perceptions go together, the less reliable their difference.
/// - Source: J. P. Peter, G. A. Churchill and T. J. Brown, Journal of Consumer Research 19, 1993.
public struct DifferenceReliability: Hashable, Sendable, BitwiseCopyable {
  /// One of the two scales.
  public struct Scale: Hashable, Sendable, BitwiseCopyable {
    /// Cronbach’s alpha.
    public let reliability: Double

    /// Divided by n − 1.
    public let standardDeviation: Double

    /// A scale with its alpha and its spread.
    public init(reliability: Double, standardDeviation: Double) {
      self.reliability = reliability
      self.standardDeviation = standardDeviation
    }
  }

  /// Nil when the difference cannot vary.
  public let value: Double?

  /// - Throws: `invalidInput` for a reliability above 1, a negative spread, a correlation outside
  ///   −1...1 and numbers too large to compute with.
  public init(
    perceptions: Scale,
    expectations: Scale,
    correlation: Double
  ) throws(MetricRefusal) {
    for scale in [perceptions, expectations] {
      guard scale.reliability <= 1, scale.reliability.isFinite, scale.standardDeviation >= 0
      else { throw .invalidInput }
    }
    guard abs(correlation) <= 1 else { throw .invalidInput }
    let (p, e) = (perceptions.standardDeviation, expectations.standardDeviation)
    let shared = 2 * correlation * p * e
    let variance = p * p + e * e - shared
    let reliable =
      p * p * perceptions.reliability + e * e * expectations.reliability - shared
    guard variance.isFinite, reliable.isFinite else { throw .invalidInput }
    value = variance > RoundingNoise.share * (p * p + e * e) ? reliable / variance : nil
  }
}

extension DifferenceReliability: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "perceptions 0.9, spread 1.2; expectations 0.85, spread 0.8; correlation 0.4",
      gives: ["reliability": 0.8170731707317074]
    ) { () throws(MetricRefusal) in
      let perceptions = Scale(reliability: 0.9, standardDeviation: 1.2)
      let expectations = Scale(reliability: 0.85, standardDeviation: 0.8)
      return [
        try Self(perceptions: perceptions, expectations: expectations, correlation: 0.4).value
      ]
    },
    MetricExample("two scales that move as one", gives: ["reliability": nil]) {
      () throws(MetricRefusal) in
      let scale = Scale(reliability: 0.9, standardDeviation: 1.2)
      return [try Self(perceptions: scale, expectations: scale, correlation: 1).value]
    },
    MetricExample("a correlation of 1.2", refuses: .invalidInput) { () throws(MetricRefusal) in
      let scale = Scale(reliability: 0.9, standardDeviation: 1.2)
      return [try Self(perceptions: scale, expectations: scale, correlation: 1.2).value]
    },
  ]
}
