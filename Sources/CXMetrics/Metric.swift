/// One way to turn scores into a number: its formula and the examples that prove it.
public protocol Metric {
  associatedtype Scale: Sendable

  /// Stands in URLs, exports and stored targets, so it never changes.
  static var id: String { get }

  /// Nil while there is nothing to measure.
  ///
  /// Point 0 of the tally is the lowest score of the scale.
  static func estimate(
    from scores: Tally<11>,
    scale: Scale,
    confidence: Confidence
  ) -> Estimate?

  /// Run as tests and printed in the handbook.
  static var examples: [WorkedExample<Scale>] { get }
}

/// Scores with the value, and the interval at 95 %, that the metric must give for them.
public struct WorkedExample<Scale: Sendable>: Sendable {
  /// As customers gave them, not shifted.
  public let scores: [Int]
  public let scale: Scale
  public let value: Double?
  public let interval: Interval?

  public init(_ scores: [Int], on scale: Scale, gives value: Double?, within interval: Interval?) {
    self.scores = scores
    self.scale = scale
    self.value = value
    self.interval = interval
  }
}
