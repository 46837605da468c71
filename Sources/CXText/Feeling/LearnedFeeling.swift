/// Feelings by what was learned.
struct LearnedFeeling: FeelingJudge {
  private let model: FeelingModel
  private var scorer: PieceScorer
  private var opinions = OpinionFinder(words: FeelingWords())
  private var clause = ReadComment()
  private var wholeScores: [Float] = []
  private var scores: [Float] = []

  /// How much of a clause’s score is the whole comment’s: a clause alone says little, and writers
  /// seldom change their minds. Of the shares tried this served best (`docs/text.md`).
  private static let shareOfWhole: Float = 0.3

  init(_ model: FeelingModel) {
    self.model = model
    scorer = PieceScorer(model.model)
  }

  mutating func judge(
    _ comment: borrowing ReadComment,
    _ clauses: [Range<Int>],
    _ tell: (Range<Int>, FeelingEstimate) -> Void
  ) -> FeelingEstimate {
    opinions.find(in: comment, clauses)
    let clauses = OpinionTurns.cut(clauses, of: comment, opinions.all)
    scorer.score(comment)
    let whole = model.estimate(scorer.scores)
    guard clauses.count > 1 else {
      if let only = clauses.first { tell(only, whole) }
      return whole
    }
    (wholeScores, scores) = (scorer.scores, scorer.scores)
    for words in clauses {
      clause.copy(words, of: comment)
      scorer.score(clause)
      for label in scores.indices {
        let own = scorer.scores[label]
        scores[label] = own + Self.shareOfWhole * (wholeScores[label] - own)
      }
      tell(words, model.estimate(scores))
    }
    return whole
  }
}
