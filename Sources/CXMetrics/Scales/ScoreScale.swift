/// A scale of whole scores, such as 1–5.
public struct ScoreScale: Hashable, Sendable, BitwiseCopyable {
  /// The widest scale that one `Tally<11>` holds, and the widest a question may have.
  public static let pointsMax = 11

  /// The worst score of a scale on which high is good.
  public let lowest: Int

  /// The best score of a scale on which high is good.
  public let highest: Int

  /// - Throws: `invalidInput` unless the highest score lies above the lowest.
  public init(_ lowest: Int, _ highest: Int) throws(MetricRefusal) {
    guard lowest < highest, !highest.subtractingReportingOverflow(lowest).overflow,
      highest - lowest < Int.max
    else { throw .invalidInput }
    self.lowest = lowest
    self.highest = highest
  }

  /// For the scales of this library, known to be in order.
  init(known scores: ClosedRange<Int>) {
    lowest = scores.lowerBound
    highest = scores.upperBound
  }

  /// 1 through 5, as satisfaction is asked most.
  public static let satisfaction = ScoreScale(known: 1...5)

  /// How many scores a customer can choose from.
  public var points: Int { highest - lowest + 1 }

  /// The place of a score in a tally; nil off the scale.
  public func point(of score: Int) -> Int? {
    score >= lowest && score <= highest ? score - lowest : nil
  }

  /// The place of a number in a tally; nil off the scale or between two scores.
  public func point(of score: Double) -> Int? {
    guard let whole = Int(exactly: score) else { return nil }
    return point(of: whole)
  }

  var bounds: ClosedRange<Double> { Double(lowest)...Double(highest) }
}
