/// Feelings by listed words.
struct ListedFeeling: FeelingJudge {
  private var opinions: OpinionFinder

  init(words: FeelingWords) { opinions = OpinionFinder(words: words) }

  mutating func judge(
    _ comment: borrowing ReadComment,
    _ clauses: [Range<Int>],
    _ tell: (Range<Int>, FeelingEstimate) -> Void
  ) -> FeelingEstimate {
    opinions.find(in: comment, clauses)
    let clauses = OpinionTurns.cut(clauses, of: comment, opinions.all)
    let all = opinions.all.reduce(0) { $0 + $1.worth }
    var next = 0
    for clause in clauses {
      var own = 0.0
      while next < opinions.all.count, opinions.all[next].end <= clause.upperBound {
        own += opinions.all[next].worth
        next += 1
      }
      tell(clause, FeelingWords.estimate(own + Self.shareOfOthers * (all - own)))
    }
    return FeelingWords.estimate(all)
  }

  /// How much the opinions of other clauses count in one.
  private static let shareOfOthers = 0.2
}

/// Finds the opinions of comments; keeps its lists from one to the next.
struct OpinionFinder {
  let words: FeelingWords
  private var touches: [ThemeWords.Touch] = []
  private var found: [FeelingWord] = []
  private var opinions = Opinions()

  init(words: FeelingWords) { self.words = words }

  /// Of the comment looked through last, in its order.
  var all: [Opinion] { opinions.all }

  mutating func find(in comment: borrowing ReadComment, _ clauses: [Range<Int>]) {
    words.find(in: comment, &touches, &found)
    opinions.removeAll()
    var next = 0
    for clause in clauses {
      while next < found.count, found[next].words.lowerBound < clause.upperBound {
        opinions.add(found[next])
        next += 1
      }
      opinions.endClause()
    }
  }

  /// The same, where clauses are not known: every mark and every new line ends one.
  mutating func find(in comment: borrowing ReadComment) {
    words.find(in: comment, &touches, &found)
    opinions.removeAll()
    var place = 0
    for word in found {
      while place < word.words.lowerBound {
        if comment.words[place].kind == .punctuation || comment.words[place].startsLine {
          opinions.endClause()
        }
        place += 1
      }
      opinions.add(word)
    }
    opinions.endClause()
  }
}
