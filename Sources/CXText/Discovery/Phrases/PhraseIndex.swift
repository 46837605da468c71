/// The words and short phrases of many comments, and which comment says which: each phrase counts
/// once for a comment, however often it is repeated there.
///
/// A phrase is a run of words inside one clause. It neither begins nor ends in a word that only
/// holds the sentence together (“of”, “của”, “از”), and a word that denies may begin one but is
/// none by itself. Four words long at most unless asked otherwise, because a Vietnamese word is
/// often two syllables, each of which stands as a word.
///
/// Found level by level: words in enough comments, then pairs of those, then threes whose two
/// pairs are in enough comments. So the counts are exact and still nothing is kept of the many
/// combinations that are rare.
///
/// - Complexity: linear in the words. Memory: four bytes for each word and eight for each mention
///   of a phrase that is kept; a pair of frequent words takes at most 64 while it is counted.
/// - Source: the order of levels is R. Agrawal and R. Srikant’s, VLDB 1994.
public struct PhraseIndex: Sendable {
  /// What is counted.
  public struct Limits: Hashable, Sendable {
    /// Comments that must say a phrase; what fewer say is not kept. At least 1; nil for three, or
    /// one in 20,000 comments where that is more.
    public var commentsMin: Int?
    /// Words in a phrase; 1 through 6.
    public var wordsMax: Int
    /// Phrases kept. Where there are more, those in the fewest comments go, and with them all
    /// others in as few.
    public var phrasesMax: Int

    /// - Parameters:
    ///   - commentsMin: comments that must say a phrase.
    ///   - wordsMax: words in a phrase.
    ///   - phrasesMax: phrases kept.
    public init(commentsMin: Int? = nil, wordsMax: Int = 4, phrasesMax: Int = 200_000) {
      self.commentsMin = commentsMin.map { max(1, $0) }
      self.wordsMax = min(max(1, wordsMax), 6)
      self.phrasesMax = max(0, phrasesMax)
    }
  }

  let corpus: CommentCorpus
  private(set) var phrases: [IndexedPhrase] = []
  /// Comments, ascending, phrase after phrase.
  private var comments: [UInt32] = []
  /// Phrases, comment after comment.
  private var said: [UInt32] = []
  private var saidStarts: [Int] = []

  /// Counts the phrases of a corpus.
  public init(of corpus: CommentCorpus, limits: Limits = Limits()) {
    self.corpus = corpus
    let commentsMin = limits.commentsMin ?? max(3, corpus.count / 20_000)
    var levels = PhraseLevels(corpus: corpus, commentsMin: max(1, commentsMin))
    for length in 1...limits.wordsMax {
      if length > 1 { levels.lengthen() }
      levels.collect(length: length, into: &phrases, &comments)
    }
    if phrases.count > limits.phrasesMax { keepMostSaid(limits.phrasesMax) }
    phrases.markFragments { corpus.words[$0] }
    turnAround()
  }

  /// How many phrases there are.
  public var count: Int { phrases.count }

  /// A phrase in normal form, its words with a space between.
  public func text(of phrase: Int) -> String {
    words(of: phrase).map { corpus.vocabulary.text(of: $0) }.joined(separator: " ")
  }

  /// The comments that say a phrase, ascending.
  public func comments(saying phrase: Int) -> [Int] { saying(phrase).map(Int.init) }

  func saying(_ phrase: Int) -> ArraySlice<UInt32> { comments[phrases[phrase].comments] }

  func phrases(in comment: Int) -> ArraySlice<UInt32> {
    said[saidStarts[comment]..<saidStarts[comment + 1]]
  }

  func words(of phrase: Int) -> ArraySlice<UInt32> {
    let place = phrases[phrase].place
    return corpus.words[place..<place + phrases[phrase].length]
  }

  /// Whether a phrase only praises or blames.
  func isVerdict(_ phrase: Int) -> Bool {
    isMade(phrase) { .verdict(in: $0) }
  }

  /// Whether a phrase only says how long or when.
  func isMeasure(_ phrase: Int) -> Bool {
    isMade(phrase) { .measure(in: $0) }
  }

  /// Whether, but for function words, a phrase is made of such words.
  private func isMade(_ phrase: Int, of part: (PhraseLanguage) -> WordPart) -> Bool {
    let parts = words(of: phrase).map { corpus.vocabulary.parts[Int($0)] }
    return PhraseLanguage.allCases.contains { language in
      parts.contains { $0.contains(part(language)) }
        && parts.allSatisfy { $0.contains(part(language)) || $0.contains(.notLast(in: language)) }
    }
  }

  private mutating func keepMostSaid(_ limit: Int) {
    let counts = phrases.map(\.comments.count).sorted(by: >)
    let bar = counts[limit] + 1
    phrases.removeAll { $0.comments.count < bar }
    var kept: [UInt32] = []
    for phrase in phrases.indices {
      let start = kept.count
      kept.append(contentsOf: comments[phrases[phrase].comments])
      phrases[phrase].comments = start..<kept.count
    }
    comments = kept
  }

  private mutating func turnAround() {
    saidStarts = Array(repeating: 0, count: corpus.count + 1)
    for comment in comments { saidStarts[Int(comment) + 1] += 1 }
    for comment in 0..<corpus.count { saidStarts[comment + 1] += saidStarts[comment] }
    said = Array(repeating: 0, count: comments.count)
    var next = saidStarts
    for phrase in phrases.indices {
      for comment in saying(phrase) {
        said[next[Int(comment)]] = UInt32(truncatingIfNeeded: phrase)
        next[Int(comment)] += 1
      }
    }
  }
}

/// A phrase and where it is found.
struct IndexedPhrase: Hashable, Sendable {
  /// Where it first stands in the corpus’s words.
  let place: Int
  let length: Int
  /// Its comments’ range in the index.
  var comments: Range<Int>
  /// Whether it mostly comes as a part of one longer phrase.
  var isFragment = false

  var range: Range<Int> { place..<place + length }
}
