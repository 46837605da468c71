/// Reads comments in Vietnamese, Persian and English into one normal form.
///
/// - Letters: lower case, composed (NFC), Vietnamese tones in the new style (hoà, thuý), Persian
///   letters for their Arabic twins, no diacritics of Arabic, plain shapes for full-width and
///   mathematical ones, Latin letters for look-alikes of Cyrillic and Greek within a Latin word.
///   Three or more of a letter become two where words double it (“cooool” as “cool”), else one
///   (“quáááá” as “quá”).
/// - Words: English contractions in their parts (“don’t” and “dont” as “do not”), Persian affixes
///   joined by a half-space, Vietnamese shorthand spelt out where the comment is Vietnamese (“ko”
///   as “không”).
/// - Numbers: one `0` for each digit, separators inside left out, so that prices of one size are
///   one.
/// - Emoji and emoticons: `☺+`, `☺-` and `☺♥` by their feeling, else `☺` and the sign.
/// - Links, mentions, e-mail addresses and telephone numbers: `<link>`, `<mention>`, `<e-mail>` and
///   `<phone>`.
///
/// Invisible characters neither split a word nor hide in it, HTML is seen through, and bytes that
/// are not UTF-8 are a mark of their own, U+FFFD.
///
/// - Complexity: linear in the bytes of the comment; allocates nothing once the lists of `found`
///   have grown to the longest comment.
public struct CommentReader: Hashable, Sendable {
  /// A reader.
  public init() {}

  /// Reads a comment.
  public func read(_ comment: String) -> ReadComment {
    var found = ReadComment()
    read(comment, into: &found)
    return found
  }

  /// Reads a comment in the place of the one read before.
  public func read(_ comment: String, into found: inout ReadComment) {
    var comment = comment
    comment.withUTF8 { unsafe read($0.span, into: &found) }
  }

  /// Reads a comment in UTF-8, checked by nobody, in the place of the one read before.
  public func read(_ comment: Span<UInt8>, into found: inout ReadComment) {
    found.bytes.removeAll(keepingCapacity: true)
    found.words.removeAll(keepingCapacity: true)
    found.bytes.append(0x20)
    var place = ReadingPlace()
    while place.next < comment.count {
      let count = found.words.count
      found.take(comment, &place)
      if place.isAtLine, found.words.count > count {
        found.words[count].startsLine = count > 0
        place.isAtLine = false
      }
    }
    if let first = place.shorthand { found.spellOutShorthand(from: first, comment) }
  }
}

/// How far a comment has been read.
struct ReadingPlace {
  /// The first byte not yet read.
  var next = 0

  /// Where a grapheme began whose first scalars are no part of a word.
  var prefix: Int?

  /// Brackets opened and not yet closed.
  var openBrackets = 0

  /// Whether the next word is part of a hashtag, whose capitals begin words.
  var isInTag = false

  /// Whether a line has begun since the last word.
  var isAtLine = false

  /// The first word that may be Vietnamese shorthand.
  var shorthand: Int?

  let scalars = ScalarTable.shared
  let shorthands = VietnameseShorthand.words

  /// Where the next word begins.
  @inline(__always) mutating func start() -> Int {
    guard let start = prefix else { return next }
    prefix = nil
    return start
  }
}

extension ReadComment {
  /// Takes what stands at the place.
  @inline(__always) fileprivate mutating func take(
    _ comment: Span<UInt8>,
    _ place: inout ReadingPlace
  ) {
    let scalar = NextScalar(comment, at: place.next)
    let entry = place.scalars[scalar.value]
    switch entry.role {
    case .letter: takeWord(comment, &place)
    case .space, .ignorable:
      place.next = scalar.end
      place.prefix = nil
      place.isInTag = false
      if scalar.value == 0x0A || scalar.value == 0x0D || scalar.value == 0x2029 {
        place.isAtLine = true
      }
    default: takeOther(entry, scalar, comment, &place)
    }
  }

  @inline(never) private mutating func takeOther(
    _ entry: ScalarEntry,
    _ scalar: NextScalar,
    _ comment: Span<UInt8>,
    _ place: inout ReadingPlace
  ) {
    switch entry.role {
    case .digit: takeNumber(comment, &place)
    case .emoji, .flagLetter: takeEmoji(entry, scalar, comment, &place)
    case .punctuation, .apostrophe, .symbol, .unknown: takeSign(entry, scalar, comment, &place)
    case .graphemePrefix:
      place.prefix = place.start()
      place.next = scalar.end
    default:
      // A mark or a filler that rests on nothing a reader keeps.
      place.next = scalar.end
    }
  }

  /// Adds a word whose form has just been written.
  @inline(__always) mutating func finish(_ kind: Kind, from start: Int, source: Range<Int>) {
    words.append(Word(kind: kind, form: start..<bytes.count, source: source))
    bytes.append(0x20)
  }

  /// Adds a word with a form of its own.
  mutating func finish(_ kind: Kind, form: StaticString, source: Range<Int>) {
    let start = bytes.count
    form.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    finish(kind, from: start, source: source)
  }

  /// Writes a scalar in UTF-8.
  @inline(__always) mutating func write(_ scalar: UInt32) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
      writeLong(scalar)
    }
  }

  private mutating func writeLong(_ scalar: UInt32) {
    if scalar < 0x10000 {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
    }
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }
}
