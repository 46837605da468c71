/// How many responses a net promoter score needs to be within a margin.
///
/// - Formula: n₀ = z² v / (E / 100)², rounded up; adjusted n₀ − 3, at least 1; of a population of N
///   n₀ / (1 + (n₀ − 1) / N); invitations = what is needed / response rate. To find a difference of
///   Δ points, each group needs (z of the confidence + z of the power)² (v₁ + v₂) / (Δ / 100)².
/// - Units: responses.
/// - Interval: none; the margin is half the width of the interval wanted.
/// - Complexity: constant.
/// - Beware: the margin of 150 answers is about ±13 points.
/// - Source: Lewis & Sauro, MeasuringU, 2021, who subtract 3 for the adjusted interval; variance
///   after Rocks, The American Statistician 70(4), 2016.
public struct NetPromoterSampleSize: Hashable, Sendable, BitwiseCopyable {
  /// For the Wald interval.
  public let wald: Int

  /// For the adjusted interval, at least 1.
  public let adjusted: Int

  /// For a population of known size; nil when none was given.
  public let finitePopulation: Int?

  /// How many to invite; nil when no response rate was given.
  public let invitations: Int?

  /// - Parameters:
  ///   - confidence: of the interval.
  ///   - margin: points, more than 0 and less than 100.
  ///   - variance: of one answer, within 0...1; nil is the worst case, 1.
  ///   - population: how many customers there are, at least 1.
  ///   - responseRate: the share expected to answer, more than 0 and at most 1.
  /// - Throws: `invalidMargin`, `invalidResponseRate`, `invalidInput`.
  public init(
    margin: Double,
    variance: Double? = nil,
    population: Double? = nil,
    responseRate: Double? = nil,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    guard margin > 0, margin < 100 else { throw .invalidMargin }
    if let responseRate {
      guard responseRate > 0, responseRate <= 1 else { throw .invalidResponseRate }
    }
    let variance = variance ?? 1
    guard variance >= 0, variance <= 1 else { throw .invalidInput }
    if let population {
      guard population >= 1, population.isFinite else { throw .invalidInput }
    }
    let ratio = 100 * confidence.z / margin
    let n = ratio * ratio * variance
    wald = try Self.whole(n, or: .invalidMargin)
    adjusted = max(1, try Self.whole(n - 3, or: .invalidMargin))
    if let population {
      let finite = n > 0 ? n / (1 + (n - 1) / population) : 0
      finitePopulation = try Self.whole(finite, or: .invalidMargin)
    } else {
      finitePopulation = nil
    }
    if let responseRate {
      let needed = Double(finitePopulation ?? wald)
      invitations = try Self.whole(needed / responseRate, or: .invalidResponseRate)
    } else {
      invitations = nil
    }
  }

  /// How many responses each of two groups needs to find a difference.
  ///
  /// - Formula: (z of the confidence + z of the power)² (v₁ + v₂) / (Δ / 100)².
  /// - Parameters:
  ///   - confidence: of the test, two-sided.
  ///   - difference: points, more than 0 and at most 200.
  ///   - power: the chance of finding it, more than 0 and less than 1.
  ///   - variances: of one answer in each group, within 0...1.
  /// - Throws: `invalidMargin`, `invalidInput`.
  public static func perGroup(
    toDetect difference: Double,
    power: Double = 0.8,
    variances: (Double, Double) = (1, 1),
    confidence: Confidence = .standard
  ) throws(MetricRefusal) -> Int {
    guard difference > 0, difference <= 200 else { throw .invalidMargin }
    guard power > 0, power < 1, (0...1).contains(variances.0), (0...1).contains(variances.1)
    else { throw .invalidInput }
    let z = confidence.z + NormalDistribution.quantile(power)
    let ratio = 100 * z / difference
    return try whole(ratio * ratio * (variances.0 + variances.1), or: .invalidMargin)
  }

  /// Rounded up, with slack for what arithmetic adds to a whole number.
  private static func whole(
    _ count: Double,
    or refusal: MetricRefusal
  ) throws(MetricRefusal) -> Int {
    let slack = 1e-9
    guard let whole = Int(exactly: (count - slack).rounded(.up)) else { throw refusal }
    return whole
  }
}

extension NetPromoterSampleSize: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample("within 5 points, at worst", gives: ["Wald": 1537, "adjusted": 1534]) {
      () throws(MetricRefusal) in
      let size = try Self(margin: 5)
      return [Double(size.wald), Double(size.adjusted)]
    },
    MetricExample(
      "within 10 points, variance 0.6, 800 customers, a fifth of whom answer",
      gives: ["Wald": 231, "adjusted": 228, "of the population": 180, "to invite": 900]
    ) { () throws(MetricRefusal) in
      let size = try Self(margin: 10, variance: 0.6, population: 800, responseRate: 0.2)
      return [
        Double(size.wald), Double(size.adjusted), size.finitePopulation.map(Double.init),
        size.invitations.map(Double.init),
      ]
    },
    MetricExample(
      "10 points between two groups of variance 0.6, power 80 %",
      gives: ["each": 942]
    ) { () throws(MetricRefusal) in
      [Double(try perGroup(toDetect: 10, power: 0.8, variances: (0.6, 0.6)))]
    },
    MetricExample("within 0 points", refuses: .invalidMargin) { () throws(MetricRefusal) in
      [Double(try Self(margin: 0).wald)]
    },
  ]
}
