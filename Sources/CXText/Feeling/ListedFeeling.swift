/// Feelings by listed words.
struct ListedFeeling: FeelingJudge {
  let words: FeelingWords
  private var touches: [ThemeWords.Touch] = []
  private var found: [FeelingWord] = []

  init(words: FeelingWords) { self.words = words }

  mutating func judge(
    _ comment: borrowing ReadComment,
    _ clauses: [Range<Int>],
    _ tell: (Range<Int>, FeelingEstimate) -> Void
  ) -> FeelingEstimate {
    words.find(in: comment, &touches, &found)
    var next = 0
    var all = 0.0
    for clause in clauses {
      var sum = OpinionSum()
      while next < found.count, found[next].words.lowerBound < clause.upperBound {
        sum.add(found[next])
        next += 1
      }
      sum.endClause()
      all += sum.sum
      tell(clause, FeelingWords.estimate(sum.sum))
    }
    return FeelingWords.estimate(all)
  }
}
