/// Tells how the writers of comments felt; one for each thread.
///
/// It keeps what it needs from comment to comment, so that a million take no more memory than one
/// but for the answers.
public struct FeelingReader: Sendable {
  private let reader = CommentReader()
  private var comment = ReadComment()
  private var judge: any FeelingJudge

  /// A reader that judges by a model.
  public init(_ model: FeelingModel) { judge = LearnedFeeling(model) }

  /// A reader that judges by listed words, where there were no scores to learn from.
  public init(_ words: FeelingWords = FeelingWords()) { judge = ListedFeeling(words: words) }

  /// What was felt in a comment and its clauses.
  public mutating func feeling(of comment: String) -> CommentFeeling {
    reader.read(comment, into: &self.comment)
    return Self.feeling(of: self.comment, &judge)
  }

  /// What was felt in a comment that a ``CommentReader`` has read.
  public mutating func feeling(of comment: borrowing ReadComment) -> CommentFeeling {
    Self.feeling(of: comment, &judge)
  }

  private static func feeling(
    of comment: borrowing ReadComment,
    _ judge: inout any FeelingJudge
  ) -> CommentFeeling {
    guard !comment.words.isEmpty else { return CommentFeeling(whole: .none, clauses: []) }
    let ranges = comment.clauses
    var clauses: [ClauseFeeling] = []
    clauses.reserveCapacity(ranges.count)
    let whole = judge.judge(comment, ranges) { words, estimate in
      clauses.append(
        ClauseFeeling(words: words, source: comment.source(of: words), estimate: estimate)
      )
    }
    return CommentFeeling(whole: whole, clauses: clauses)
  }
}

/// Says what is felt on the whole, and of each clause in turn.
protocol FeelingJudge: Sendable {
  mutating func judge(
    _ comment: borrowing ReadComment,
    _ clauses: [Range<Int>],
    _ tell: (Range<Int>, FeelingEstimate) -> Void
  ) -> FeelingEstimate
}

extension ReadComment {
  /// Where some words stand in the comment’s own UTF-8.
  func source(of words: Range<Int>) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    let start = self.words[first].source.lowerBound
    return start..<max(start, self.words[last].source.upperBound)
  }
}
