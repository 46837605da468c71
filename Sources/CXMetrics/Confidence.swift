/// How often the interval should hold the truth, as a share: 0.95 for 95 %.
public struct Confidence: Hashable, Sendable, BitwiseCopyable {
  /// What is meant when nobody says otherwise: 95 %.
  public static let standard = Confidence(level: 0.95, z: 1.959963984540054)

  /// More than 0, less than 1.
  public let level: Double

  /// The two-sided normal quantile, found once because every interval asks for it.
  let z: Double

  /// - Throws: `invalidConfidence` unless the level lies strictly between 0 and 1.
  public init(_ level: Double) throws(MetricRefusal) {
    guard level > 0, level < 1 else { throw .invalidConfidence }
    // Asked for or by default, 95 % is one and the same number, to the last digit.
    if level == Self.standard.level {
      self = .standard
      return
    }
    self.init(level: level, z: -NormalDistribution.quantile((1 - level) / 2))
  }

  private init(level: Double, z: Double) {
    self.level = level
    self.z = z
  }

  /// The share of samples that the interval misses, on both sides together.
  var risk: Double { 1 - level }

  /// The two-sided quantile of Student’s t.
  func t(degreesOfFreedom: Double) -> Double {
    -StudentDistribution(degreesOfFreedom: degreesOfFreedom).quantile(risk / 2)
  }
}
