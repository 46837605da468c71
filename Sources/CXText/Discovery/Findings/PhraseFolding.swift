/// Leaves out phrases that say nothing beyond others on the same list.
///
/// Where most comments that say “service” say “customer service”, the longer one stands for it.
/// A phrase that shares a word with one listed before is listed as well only if it is still a
/// finding in the comments that do not say the other.
struct PhraseFolding {
  /// The share of a phrase’s comments that a longer one must hold to stand for it.
  private static let shareMin = 0.5
  /// How far down the ranking longer phrases are looked for.
  private static let depthMax = 1_000

  let index: PhraseIndex
  private let isAsked: (UInt32) -> Bool

  /// - Parameter isAsked: whether a comment is one of those the finding is about.
  init(index: PhraseIndex, isAsked: @escaping (UInt32) -> Bool) {
    self.index = index
    self.isAsked = isAsked
  }

  /// - Parameters:
  ///   - ranked: the clearest finding first.
  ///   - limit: how many are listed at most.
  ///   - isFinding: whether a phrase is one in these comments alone.
  func listed(
    _ ranked: [Int],
    limit: Int,
    isFinding: (_ phrase: Int, _ comments: [UInt32]) -> Bool
  ) -> [Int] {
    let ranked = ranked.prefix(Self.depthMax)
    var listed: [Int] = []
    var isTaken = Array(repeating: false, count: index.corpus.count)
    for phrase in ranked where listed.count < limit {
      let phrase = fullest(phrase, among: ranked)
      guard !listed.contains(phrase) else { continue }
      let akin = listed.filter { sharesWord(phrase, $0) }
      if !akin.isEmpty {
        for other in akin { for comment in index.saying(other) { isTaken[Int(comment)] = true } }
        let rest = index.saying(phrase).filter { !isTaken[Int($0)] }
        for other in akin { for comment in index.saying(other) { isTaken[Int(comment)] = false } }
        guard isFinding(phrase, rest) else { continue }
      }
      listed.append(phrase)
    }
    return listed
  }

  /// The longest phrase that most comments of this one say.
  private func fullest(_ phrase: Int, among ranked: ArraySlice<Int>) -> Int {
    let words = index.words(of: phrase)
    let own = Double(index.saying(phrase).count { isAsked($0) })
    var best = phrase
    for other in ranked where index.phrases[other].length > index.phrases[best].length {
      guard index.words(of: other).joinedContains(words) else { continue }
      let whole = Double(index.saying(other).count { isAsked($0) })
      if whole >= Self.shareMin * own { best = other }
    }
    return best
  }

  private func sharesWord(_ one: Int, _ other: Int) -> Bool {
    let parts = index.corpus.vocabulary.parts
    let words = index.words(of: other)
    return index.words(of: one).contains { word in
      parts[Int(word)].isDisjoint(with: .inner) && words.contains(word)
    }
  }
}
