/// The runs of three words of a comment, whatever marks stand between them.
struct CommentRuns {
  static let length = 3
  /// Comments with fewer words are alike only when equal: of “ok good” and “good ok” nobody
  /// copied the other.
  static let wordsMin = 5

  private let corpus: CommentCorpus
  private var words: [UInt32] = []
  /// Of the comment read last, ascending, each once; none where the comment is too short.
  private(set) var runs: [UInt32] = []

  init(corpus: CommentCorpus) { self.corpus = corpus }

  mutating func read(_ comment: Int) {
    runs.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    for place in corpus.range(of: comment) where corpus.words[place] != 0 {
      words.append(corpus.words[place])
    }
    guard words.count >= Self.wordsMin else { return }
    for place in 2..<words.count {
      let two = UInt64(words[place - 2]) << 32 | UInt64(words[place - 1])
      let run = WordHash.finished(WordHash.finished(two) &+ UInt64(words[place]))
      runs.append(UInt32(truncatingIfNeeded: run))
    }
    runs.sort()
    var kept = 1
    for place in 1..<runs.count where runs[place] != runs[kept - 1] {
      runs[kept] = runs[place]
      kept += 1
    }
    runs.removeLast(runs.count - kept)
  }

  /// Equal for comments whose words are equal; nil where there is no word.
  func whole(of comment: Int) -> UInt64? {
    var hash = WordHash.start
    for place in corpus.range(of: comment) where corpus.words[place] != 0 {
      hash = WordHash.finished(hash &+ UInt64(corpus.words[place]))
    }
    return hash == WordHash.start ? nil : hash
  }

  /// The share of two comments’ runs that are in both.
  static func likeness(_ one: ArraySlice<UInt32>, _ other: ArraySlice<UInt32>) -> Double {
    var (first, second, shared) = (one.startIndex, other.startIndex, 0)
    while first < one.endIndex, second < other.endIndex {
      let (left, right) = (one[first], other[second])
      if left == right { shared += 1 }
      if left <= right { first += 1 }
      if right <= left { second += 1 }
    }
    let all = one.count + other.count - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }
}
