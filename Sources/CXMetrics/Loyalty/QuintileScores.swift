/// Scores from 1 to 5 by rank, equal values always sharing one.
///
/// - Formula: ⌊5 (2b + e) / 2n⌋ + 1 in whole numbers, b values being strictly worse and e equal,
///   the value itself included.
/// - Range: 1 (worst) through 5 (best); 3 for everyone when all are equal.
/// - Complexity: O(n log n).
/// - Beware: where most customers share a value, as with a single purchase, not all five scores
///   occur. Cutting into five equal parts instead gives equal customers different scores at random.
public enum QuintileScores {
  /// The score at a rank.
  ///
  /// - Parameters:
  ///   - worse: how many are strictly worse.
  ///   - equal: how many are equal, itself included.
  static func score(worse: Int, equal: Int, of count: Int) -> Int {
    guard count > 0 else { return 0 }
    return min(5, 5 * (2 * worse + equal) / (2 * count) + 1)
  }

  /// A score for each value, higher values being better.
  public static func scores(of values: [Double]) -> [Int] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var scores = [Int](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let score = score(worse: start, equal: end - start, of: values.count)
      for index in order[start..<end] { scores[index] = score }
      start = end
    }
    return scores
  }
}

/// A customer’s three scores.
///
/// - Formula: `QuintileScores` over all scored customers, of recency (fewer days are better),
///   frequency and money; a customer without an occasion or with net spend of 0 or less is neither
///   scored nor ranked.
/// - Range: 1 through 5 each, 3 through 15 in sum.
/// - Complexity: O(n log n).
/// - Source: A. M. Hughes, “Strategic Database Marketing”, 1994.
public struct LoyaltyScore: Hashable, Sendable, BitwiseCopyable {
  /// 1 through 5; 5 bought last.
  public let recency: Int

  /// 1 through 5; 5 buys most often.
  public let frequency: Int

  /// 1 through 5; 5 spends most.
  public let monetary: Int

  /// The three digits side by side, such as 554.
  public var code: String { "\(recency)\(frequency)\(monetary)" }

  /// 3 through 15.
  public var sum: Int { recency + frequency + monetary }

  /// A score for each customer; nil for those who are not scored.
  public static func scores(of customers: [RecencyFrequencyMonetary]) -> [LoyaltyScore?] {
    let scored = customers.indices.filter { customers[$0].isScored }
    let recency = QuintileScores.scores(
      of: scored.map { -Double(customers[$0].recencyDays ?? 0) }
    )
    let frequency = QuintileScores.scores(of: scored.map { Double(customers[$0].frequency) })
    let monetary = QuintileScores.scores(of: scored.map { customers[$0].monetary })
    var scores = [LoyaltyScore?](repeating: nil, count: customers.count)
    for (rank, index) in scored.enumerated() {
      scores[index] = LoyaltyScore(
        recency: recency[rank],
        frequency: frequency[rank],
        monetary: monetary[rank]
      )
    }
    return scores
  }
}

extension QuintileScores: Exemplified {
  public static let examples: [MetricExample] = [
    example([1, 1, 1, 1, 2, 9], gives: [2, 2, 2, 2, 4, 5]),
    example([7], gives: [3]),
    example([5, 5, 5], gives: [3, 3, 3]),
    example([10, 20, 30, 40, 50], gives: [1, 2, 3, 4, 5]),
  ]

  private static func example(_ values: [Double], gives scores: [Int]) -> MetricExample {
    MetricExample(
      values.map { "\(Int($0))" }.joined(separator: ", "),
      gives: ["sum of scores": Double(scores.reduce(0, +)), "first": Double(scores[0])]
    ) {
      let found = Self.scores(of: values)
      guard found == scores else { return [nil, nil] }
      return [Double(found.reduce(0, +)), Double(found[0])]
    }
  }
}
