/// Adds up opinions in the order of a clause.
struct OpinionSum {
  /// Above 0 where good outweighs bad.
  private(set) var sum = 0.0

  /// Where a denial ended that has met no opinion yet.
  private var denial: Int?
  /// The last opinion: where it ended, and what it counted.
  private var opinion: (end: Int, worth: Double)?
  /// By how much a word just before makes an opinion count, and where it ended.
  private var weight: (end: Int, times: Double)?

  /// A denial and its opinion may have so many words between them.
  private static let reach = 3

  private static let unspoken = -0.5

  mutating func add(_ word: FeelingWord) {
    switch word.kind {
    case .silent: break
    case .turning: endClause()
    case .denying:
      if denial != nil { sum += Self.unspoken }
      denial = word.words.upperBound
    case .denyingAfter: denyOpinion(word.words)
    case .strengthening: weigh(1.5, word.words)
    case .weakening: weigh(0.6, word.words)
    case .good, .delightful, .bad, .dreadful: addOpinion(word)
    }
  }

  /// A denial that found no opinion speaks against something.
  mutating func endClause() {
    if denial != nil { sum += Self.unspoken }
    (denial, opinion, weight) = (nil, nil, nil)
  }

  private mutating func addOpinion(_ word: FeelingWord) {
    guard var worth = word.kind.worth else { return }
    if let weight, weight.end == word.words.lowerBound { worth *= weight.times }
    if let place = denial, word.words.lowerBound - place <= Self.reach {
      worth = Self.denied(worth)
      denial = nil
    }
    sum += worth
    opinion = (word.words.upperBound, worth)
  }

  /// Persian denies in the verb, which comes last.
  private mutating func denyOpinion(_ words: Range<Int>) {
    guard let last = opinion, words.lowerBound - last.end <= Self.reach else {
      sum += Self.unspoken
      return
    }
    sum += Self.denied(last.worth) - last.worth
    opinion = nil
  }

  /// “very good” and „đẹp quá“ alike.
  private mutating func weigh(_ times: Double, _ words: Range<Int>) {
    if let last = opinion, last.end == words.lowerBound {
      sum += (times - 1) * last.worth
      opinion = (words.upperBound, times * last.worth)
    } else {
      weight = (words.upperBound, times)
    }
  }

  /// Not good is bad; not bad is not yet good.
  private static func denied(_ worth: Double) -> Double { worth > 0 ? -1 : 0.5 }
}
