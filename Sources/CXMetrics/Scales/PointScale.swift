/// A scale that a question asks on, whatever its scores mean.
public protocol PointScale: Sendable {
  /// The scores a customer can give.
  var scores: ScoreScale { get }
}

extension ScoreScale: PointScale {
  /// The scale itself.
  public var scores: ScoreScale { self }
}

extension RecommendScale: PointScale {}
extension EffortScale: PointScale {}
