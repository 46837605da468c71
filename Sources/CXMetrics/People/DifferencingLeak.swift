/// What two published scores reveal of those who are in the one group and not in the other.
///
/// - Formula: remainder n = n of the whole − n of the part; its score = (n × score of the whole −
///   n × score of the part) / remainder n.
/// - Units: people; points. The score is nil when nobody remains.
/// - Interval: none; it is what subtraction gives, to the last answer.
/// - Complexity: constant.
/// - Source: D. E. Denning, ACM Transactions on Database Systems 5(1), 1980.
public struct DifferencingLeak: Hashable, Sendable, BitwiseCopyable {
  /// Those who are in the whole but not in the part.
  public let remainder: Int

  /// Their score; nil when there are none.
  public let score: Double?

  /// One published score.
  public typealias Published = (count: Int, score: Double)

  /// - Throws: `invalidInput` when the part is larger than the whole, a count is negative or a
  ///   score lies outside −100...100.
  public init(whole: Published, part: Published) throws(MetricRefusal) {
    guard CountLimit.contains(whole.count), CountLimit.contains(part.count),
      part.count <= whole.count, (-100...100).contains(whole.score),
      (-100...100).contains(part.score)
    else { throw .invalidInput }
    remainder = whole.count - part.count
    guard remainder > 0 else {
      score = nil
      return
    }
    let points = Double(whole.count) * whole.score - Double(part.count) * part.score
    score = points / Double(remainder)
  }
}

extension DifferencingLeak: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "12 people at 25 points, 11 of them at 36.36",
      gives: ["people": 1, "score": -100]
    ) { () throws(MetricRefusal) in
      let leak = try Self(whole: (12, 25), part: (11, 36.36363636363637))
      return [Double(leak.remainder), leak.score]
    },
    MetricExample("the same group twice", gives: ["people": 0, "score": nil]) {
      () throws(MetricRefusal) in
      let leak = try Self(whole: (8, 50), part: (8, 50))
      return [Double(leak.remainder), leak.score]
    },
    MetricExample("a part larger than the whole", refuses: .invalidInput) {
      () throws(MetricRefusal) in [try Self(whole: (8, 50), part: (9, 50)).score]
    },
  ]
}
