/// How the writer of a comment felt: on the whole, and in each of its clauses.
public struct CommentFeeling: Hashable, Sendable {
  /// On the whole.
  public let whole: FeelingEstimate

  /// In the comment’s order; none in a comment without a word.
  public let clauses: [ClauseFeeling]

  /// Whether one clause is positive and another negative, as in “food cold, driver kind”.
  public var isBoth: Bool {
    clauses.contains { $0.estimate.feeling == .positive }
      && clauses.contains { $0.estimate.feeling == .negative }
  }

  /// What is felt about words of the comment, as a theme’s: the feeling of the clause that holds
  /// the first of them; the whole comment’s where there is none.
  ///
  /// - Parameter words: places in ``ReadComment/words``, as ``ThemeWords/Touch/words``.
  /// - Complexity: O(log clauses).
  public func estimate(of words: Range<Int>) -> FeelingEstimate {
    clause(holding: words.lowerBound)?.estimate ?? whole
  }

  /// The clause that holds a word; nil where the comment has no such word.
  public func clause(holding word: Int) -> ClauseFeeling? {
    var (low, high) = (0, clauses.count)
    while low < high {
      let middle = (low + high) / 2
      if clauses[middle].words.upperBound <= word { low = middle + 1 } else { high = middle }
    }
    guard low < clauses.count, clauses[low].words.contains(word) else { return nil }
    return clauses[low]
  }
}

/// How the writer felt in one clause.
public struct ClauseFeeling: Hashable, Sendable {
  /// The clause, as places in ``ReadComment/words``.
  public let words: Range<Int>

  /// Its place in the comment’s own UTF-8.
  public let source: Range<Int>

  /// What is felt.
  public let estimate: FeelingEstimate

  /// The feeling told.
  public var feeling: Feeling { estimate.feeling }

  /// The probability of the feeling told, from 0 through 1.
  public var probability: Double { estimate.probability }
}
