/// The words of many comments as numbers, in the order they were written: what everything that
/// is found in comments is found from, each comment being read once.
///
/// Comments are added one by one, or read in pieces and the pieces put behind one another; both
/// give the same corpus, to the last number, whatever the size of the pieces.
///
/// - Complexity: linear in the letters. Memory: four bytes for each word or mark of the first
///   ``wordsMax`` of a comment, and some 30 for each different word; the letters of the comments
///   are not kept.
public struct CommentCorpus: Hashable, Sendable {
  /// What follows in one comment is left out, so that a pasted book is not read to its end.
  public static let wordsMax = 2_000

  /// One number for each of the reader’s words; 0 where a phrase ends: a mark, a link, a name.
  private(set) var words: [UInt32] = []
  /// Where in `words` each comment begins, and the end.
  private(set) var starts: [Int] = [0]
  private(set) var languages: [PhraseLanguage] = []
  private(set) var vocabulary = WordList()
  let reader: CommentReader
  private let functionWords: FunctionWords

  /// Without a comment yet.
  public init(reader: CommentReader = CommentReader()) {
    self.init(reader: reader, functionWords: FunctionWords(reader: reader))
  }

  init(reader: CommentReader, functionWords: FunctionWords) {
    self.reader = reader
    self.functionWords = functionWords
  }

  /// How many comments were added.
  public var count: Int { languages.count }

  func range(of comment: Int) -> Range<Int> { starts[comment]..<starts[comment + 1] }

  /// Adds a comment that was read by the corpus’s own reader.
  public mutating func add(_ comment: ReadComment) {
    var (counted, arabic, marked) = (0, 0, 0)
    for word in comment.words.prefix(Self.wordsMax) {
      switch word.kind {
      case .word:
        counted += 1
        let first = comment.bytes[word.form.lowerBound]
        // The Arabic letters take the lead bytes D8 through DB, Latin ones with marks C3 through
        // C6 and, for Vietnamese, E1.
        if first >= 0xD8, first <= 0xDB {
          arabic += 1
        } else if comment.bytes[word.form].contains(where: {
          $0 >= 0xC3 && $0 <= 0xC6 || $0 == 0xE1
        }) {
          marked += 1
        }
        words.append(number(of: word, in: comment))
      case .number, .emoji: words.append(number(of: word, in: comment))
      default: words.append(0)
      }
    }
    starts.append(words.count)
    languages.append(PhraseLanguage(words: counted, arabic: arabic, marked: marked))
  }

  /// Puts the comments of another corpus behind those of this one.
  public mutating func append(_ other: CommentCorpus) {
    var numbers: [UInt32] = [0]
    numbers.reserveCapacity(other.vocabulary.count)
    for number in 1..<UInt32(max(1, other.vocabulary.count)) {
      let hash = other.vocabulary.hashes[Int(number)]
      numbers.append(
        vocabulary.number(of: hash)
          ?? vocabulary.append(
            hash,
            part: other.vocabulary.parts[Int(number)],
            letters: other.vocabulary.form(of: number)
          )
      )
    }
    let shift = words.count
    words.append(contentsOf: other.words.lazy.map { numbers[Int($0)] })
    starts.append(contentsOf: other.starts.dropFirst().lazy.map { $0 + shift })
    languages.append(contentsOf: other.languages)
  }

  private mutating func number(of word: ReadComment.Word, in comment: ReadComment) -> UInt32 {
    let hash = WordHash.of(comment.bytes, in: word.form)
    return vocabulary.number(of: hash)
      ?? vocabulary.append(
        hash,
        part: part(of: word, hash: hash, in: comment),
        letters: comment.bytes[word.form]
      )
  }

  private func part(of word: ReadComment.Word, hash: UInt64, in comment: ReadComment) -> WordPart {
    switch word.kind {
    case .emoji: .alone
    case .number: .inner
    default: word.form.count == 1 ? .inner : functionWords.part(of: hash)
    }
  }

  // The reader and its function words are the same for every corpus that is compared.
  public static func == (one: Self, other: Self) -> Bool {
    one.words == other.words && one.starts == other.starts && one.languages == other.languages
      && one.vocabulary == other.vocabulary
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(words) }
}
