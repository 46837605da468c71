/// How the scores that came with comments say what was felt.
public struct FeelingScale: Hashable, Sendable {
  /// The lowest and the highest score.
  public let range: ClosedRange<Double>
  /// A score is negative up to this one.
  public let negativeThrough: Double
  /// A score is positive from this one on.
  public let positiveFrom: Double

  /// A scale of one’s own; nil unless `negativeThrough` < `positiveFrom`, both in the range.
  public init?(range: ClosedRange<Double>, negativeThrough: Double, positiveFrom: Double) {
    guard negativeThrough < positiveFrom, range.contains(negativeThrough),
      range.contains(positiveFrom)
    else { return nil }
    self.init(range, negativeThrough, positiveFrom)
  }

  private init(_ range: ClosedRange<Double>, _ negativeThrough: Double, _ positiveFrom: Double) {
    self.range = range
    self.negativeThrough = negativeThrough
    self.positiveFrom = positiveFrom
  }

  /// 0 through 10, as “how likely are you to recommend us”: detractors through 6, promoters from
  /// 9.
  public static let recommendation = FeelingScale(0...10, 6, 9)
  /// The same question from 1 through 10.
  public static let recommendationFromOne = FeelingScale(1...10, 6, 9)
  /// Stars, 1 through 5: bad through 2, good from 4.
  public static let stars = FeelingScale(1...5, 2, 4)
  /// Stars from none through 5.
  public static let starsFromNone = FeelingScale(0...5, 2, 4)
  /// 1 through 7, with its middle neutral.
  public static let sevenPoints = FeelingScale(1...7, 3, 5)
  /// 1 through 3, as three faces.
  public static let faces = FeelingScale(1...3, 1, 3)
  /// 0, 1 and 2: negative, neutral, positive.
  public static let ranks = FeelingScale(0...2, 0, 2)
  /// From −1 through 1: below 0, 0, above 0.
  public static let signs = FeelingScale(-1...1, -tiny, tiny)
  /// From −2 through 2, the same way.
  public static let doubleSigns = FeelingScale(-2...2, -tiny, tiny)
  /// 0 and 1, as a thumb down and up.
  public static let thumbs = FeelingScale(0...1, 0, 1)

  private static let tiny = Double.leastNonzeroMagnitude

  /// What a score says; nil for one that is not on the scale.
  public func feeling(of score: Double) -> Feeling? {
    guard range.contains(score) else { return nil }
    if score <= negativeThrough { return .negative }
    return score >= positiveFrom ? .positive : .neutral
  }

  /// The scale that scores seem to be on, by the lowest and highest among them.
  ///
  /// Nil where they do not say: none at all, all the same, beyond every scale named here, or so
  /// few of its points that it could be another. A scale that is known should be given rather than
  /// guessed: nobody above 5 in 0 through 10 looks like stars.
  public static func guessing(_ scores: [Double]) -> FeelingScale? {
    guard let low = scores.min(), let high = scores.max(), low < high,
      scores.allSatisfy(\.isFinite)
    else { return nil }
    if low < 0 {
      return [signs, doubleSigns].first { $0.range.contains(low) && $0.range.contains(high) }
    }
    switch high {
    case ...1: return low == 0 ? thumbs : nil
    case ...2: return low == 0 ? ranks : nil
    case ...3: return low >= 1 ? faces : nil
    case ...5: return low >= 1 ? stars : starsFromNone
    case ...7: return low >= 1 ? sevenPoints : recommendation
    case ...10: return low >= 1 ? recommendationFromOne : recommendation
    default: return nil
    }
  }
}
