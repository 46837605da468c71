/// What somebody looks for in comments, found however it was typed there.
///
/// - Without tones and marks it finds text with them: “khong hai long” finds “không hài lòng”.
/// - With tones it finds only text that has the same ones, or that was typed without any tones.
/// - Persian letters, half-spaces and آ, case, full-width shapes, tone placement and shorthand are
///   one, as in a normal form; digits of all scripts are one, and 1,000 is 1000.
/// - Words are found whole and one after the other, whatever marks stand between them. The last may
///   go on if it has five letters or more (“deliver” finds “delivery”), in Persian three.
public struct SearchForm: Hashable, Sendable {
  private let words: [SearchWord]

  /// Whether the query itself has tones or other marks.
  private let hasMarks: Bool

  /// Takes a query; one without words or digits finds nothing.
  public init(_ query: String) {
    words = SearchWord.all(in: query)
    hasMarks = words.contains(where: \.hasMarks)
  }

  /// Where it is found in a text, in its order; none overlaps another, and none cuts a grapheme.
  public func ranges(in text: String) -> [Range<String.Index>] {
    utf8Ranges(in: text).map {
      let start = text.utf8.index(text.startIndex, offsetBy: $0.lowerBound)
      return start..<text.utf8.index(start, offsetBy: $0.count)
    }
  }

  /// Where it is found, as offsets into the text’s UTF-8.
  public func utf8Ranges(in text: String) -> [Range<Int>] {
    guard !words.isEmpty else { return [] }
    let found = SearchWord.all(in: text)
    let isExact = hasMarks && found.contains(where: \.hasMarks)
    var ranges: [Range<Int>] = []
    var place = 0
    while place + words.count <= found.count {
      if matches(found, at: place, isExact: isExact) {
        let last = found[place + words.count - 1]
        ranges.append(found[place].source.lowerBound..<last.source.upperBound)
        place += words.count
      } else {
        place += 1
      }
    }
    return ranges
  }

  /// Whether it is found in a text at all.
  public func isFound(in text: String) -> Bool { !utf8Ranges(in: text).isEmpty }

  private func matches(_ found: [SearchWord], at place: Int, isExact: Bool) -> Bool {
    for (offset, word) in words.enumerated() {
      let isLast = offset == words.count - 1
      guard word.matches(found[place + offset], isExact: isExact, mayGoOn: isLast) else {
        return false
      }
    }
    return true
  }
}

/// A word as it is looked for.
struct SearchWord: Hashable, Sendable {
  /// With its marks, and without them.
  let form: [UInt8]
  let bare: [UInt8]
  let source: Range<Int>
  let hasMarks: Bool

  func matches(_ other: SearchWord, isExact: Bool, mayGoOn: Bool) -> Bool {
    if isExact ? form == other.form : bare == other.bare { return true }
    guard mayGoOn, let first = bare.first else { return false }
    let isLong = first >= 0xD8 && first <= 0xDB ? bare.count >= 6 : first > 0x39 && bare.count >= 5
    return isLong && (isExact ? other.form.starts(with: form) : other.bare.starts(with: bare))
  }

  static func all(in text: String) -> [SearchWord] {
    let bytes = Array(text.utf8)
    var comment = ReadComment()
    CommentReader().read(bytes.span, into: &comment)
    return comment.words.compactMap { word in
      switch word.kind {
      case .punctuation, .symbol: return nil
      case .word, .emoji:
        let form = Array(comment.bytes[word.form])
        let bare = BareLetters.written(form)
        return SearchWord(
          form: BareLetters.joined(form),
          bare: bare,
          source: word.source,
          // “khong” reads as “không”, and yet was typed without a mark.
          hasMarks: word.kind == .word && BareLetters.hasMarks(form)
            && bytes[word.source].contains { $0 >= 0x80 }
        )
      case .number, .phoneNumber:
        let digits = BareLetters.digits(bytes.span, word.source)
        return SearchWord(form: digits, bare: digits, source: word.source, hasMarks: false)
      case .link, .mention, .emailAddress:
        let address = bytes[word.source].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return SearchWord(form: address, bare: address, source: word.source, hasMarks: false)
      }
    }
  }
}
