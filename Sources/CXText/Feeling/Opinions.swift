/// What the listed words of a comment say, denials and strengthening taken into account.
struct Opinions {
  /// In the order of the comment.
  private(set) var all: [Opinion] = []

  /// Where a denial ended that has met no opinion yet.
  private var denial: Int?
  /// By how much a word just before makes an opinion count, and where it ended.
  private var weight: (end: Int, times: Double)?
  /// Whether the last opinion may still be denied or strengthened.
  private var isOpen = false

  /// A denial and its opinion may have so many words between them.
  private static let reach = 3

  mutating func removeAll() {
    all.removeAll(keepingCapacity: true)
    (denial, weight, isOpen) = (nil, nil, false)
  }

  mutating func add(_ word: FeelingWord) {
    switch word.kind {
    case .silent: break
    case .turning: endClause()
    case .denying:
      if let denial { all.append(Opinion(end: denial, worth: Opinion.unspoken)) }
      denial = word.words.upperBound
      isOpen = false
    case .denyingAfter: denyOpinion(word.words)
    case .strengthening: weigh(1.5, word.words)
    case .weakening: weigh(0.6, word.words)
    case .good, .delightful, .bad, .dreadful: addOpinion(word)
    }
  }

  /// A denial that found no opinion speaks against something.
  mutating func endClause() {
    if let denial { all.append(Opinion(end: denial, worth: Opinion.unspoken)) }
    (denial, weight, isOpen) = (nil, nil, false)
  }

  private mutating func addOpinion(_ word: FeelingWord) {
    guard var worth = word.kind.worth else { return }
    if let weight, weight.end == word.words.lowerBound { worth *= weight.times }
    if let place = denial {
      let isNear = word.words.lowerBound - place <= Self.reach
      if isNear { worth = Opinion.denied(worth) }
      if !isNear { all.append(Opinion(end: place, worth: Opinion.unspoken)) }
      denial = nil
    }
    all.append(Opinion(end: word.words.upperBound, worth: worth))
    isOpen = true
  }

  /// Persian denies in the verb, which comes last.
  private mutating func denyOpinion(_ words: Range<Int>) {
    if isOpen, let last = all.last, words.lowerBound - last.end <= Self.reach {
      all[all.count - 1] = Opinion(end: words.upperBound, worth: Opinion.denied(last.worth))
    } else {
      all.append(Opinion(end: words.upperBound, worth: Opinion.unspoken))
    }
    isOpen = false
  }

  /// “very good” and “đẹp quá” alike.
  private mutating func weigh(_ times: Double, _ words: Range<Int>) {
    if isOpen, let last = all.last, last.end == words.lowerBound {
      all[all.count - 1] = Opinion(end: words.upperBound, worth: times * last.worth)
    } else {
      weight = (words.upperBound, times)
    }
  }
}

/// One opinion, after which word of the comment it is told, and what it counts.
struct Opinion {
  let end: Int
  let worth: Double

  static let unspoken = -0.5

  /// Not good is bad; not bad is not yet good.
  static func denied(_ worth: Double) -> Double { worth > 0 ? -1 : 0.5 }
}
