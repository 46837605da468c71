/// Feelings by what was learned.
struct LearnedFeeling: FeelingJudge {
  private let model: FeelingModel
  private var scorer: PieceScorer
  private var clause = ReadComment()

  init(_ model: FeelingModel) {
    self.model = model
    scorer = PieceScorer(model.model)
  }

  mutating func judge(
    _ comment: borrowing ReadComment,
    _ clauses: [Range<Int>],
    _ tell: (Range<Int>, FeelingEstimate) -> Void
  ) -> FeelingEstimate {
    scorer.score(comment)
    let scores = scorer.scores
    let whole = model.estimate(scores)
    guard clauses.count > 1 else {
      if let only = clauses.first { tell(only, whole) }
      return whole
    }
    for words in clauses {
      clause.copy(words, of: comment)
      scorer.score(clause)
      tell(words, model.estimate(zip(scorer.scores, scores).map { unsafe $0 + FeelingModel.trust * $1 }))
    }
    return whole
  }
}
