/// The words that hold a sentence together and say nothing by themselves, by language, in the
/// reader’s normal form.
struct FunctionWords: Hashable, Sendable {
  private var parts: [UInt64: WordPart] = [:]

  init(reader: CommentReader) {
    var read = ReadComment()
    func take(_ text: String, _ part: WordPart) {
      for word in text.split(whereSeparator: \.isWhitespace) {
        reader.read(String(word), into: &read)
        // A word the reader divides is no longer one: its parts are listed by themselves.
        guard read.words.count == 1 else { continue }
        parts[WordHash.of(read.bytes, in: read.words[0].form), default: []].formUnion(part)
      }
    }
    for (language, words) in Self.lists {
      let both: WordPart = [.notFirst(in: language), .notLast(in: language)]
      take(words.joining, both)
      take(words.denying, .notLast(in: language))
      take(words.judging, .verdict(in: language))
      take(words.measuring, .measure(in: language))
    }
  }

  func part(of hash: UInt64) -> WordPart { parts[hash] ?? [] }

  /// What each language’s list holds: words that neither begin nor end a phrase; words that deny,
  /// which may begin one; words that judge and words that measure, which are no subject.
  struct Lists {
    let joining: String
    let denying: String
    let judging: String
    let measuring: String
  }

  private static let lists: [(PhraseLanguage, Lists)] = [
    (.english, english), (.vietnamese, vietnamese), (.persian, persian),
  ]
}
