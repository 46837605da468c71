/// Two ends between which a figure lies, with the confidence it was asked for.
///
/// - Units: those of the figure.
public struct Interval: Hashable, Sendable, BitwiseCopyable {
  /// The lower end.
  public let low: Double

  /// The upper end.
  public let high: Double

  /// Ends in the figure’s own units.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Cuts off what lies outside what the figure can be at all.
  func clipped(to bounds: ClosedRange<Double>) -> Self {
    Self(
      low: min(max(low, bounds.lowerBound), bounds.upperBound),
      high: min(max(high, bounds.lowerBound), bounds.upperBound)
    )
  }

  static func around(_ centre: Double, halfWidth: Double) -> Self {
    Self(low: centre - halfWidth, high: centre + halfWidth)
  }

  static func * (interval: Self, factor: Double) -> Self {
    Self(low: interval.low * factor, high: interval.high * factor)
  }
}
