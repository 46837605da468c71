import CXText
import Kernel

/// A comment as it may be shown: personal details masked, not too long, and the words that speak
/// of a theme marked.
struct QuotedComment: Sendable {
  /// What is shown, a stretch after the other.
  let stretches: [Stretch]

  /// The language it is written in, for those who hear it read; nil for a mixed one.
  let language: LanguageGuess.Language?

  struct Stretch: Hashable, Sendable {
    let text: String

    /// Whether it speaks of the theme.
    let isMarked: Bool
  }

  /// Characters shown; a longer comment is cut around the words that speak of the theme.
  private static let charactersMax = 240

  /// - Parameter words: those of the theme alone; nil for a quotation that is about none.
  init(_ comment: String, _ words: ThemeWords? = nil) {
    let text = PersonalDetails.masked(in: comment)
    let read = CommentReader().read(text)
    let guess = LanguageGuess(of: read).language
    language = [.vietnamese, .persian, .english].contains(guess) ? guess : nil
    let marked = Self.places(words?.touches(in: read) ?? [], read)
    let cut = Self.cut(text, around: marked.first)
    var stretches: [Stretch] = []
    var place = cut.lowerBound
    func add(_ end: Int, _ isMarked: Bool) {
      guard place < end else { return }
      stretches.append(Stretch(text: Self.flat(text, place..<end), isMarked: isMarked))
      place = end
    }
    for mark in marked where mark.lowerBound >= place && mark.upperBound <= cut.upperBound {
      add(mark.lowerBound, false)
      add(mark.upperBound, true)
    }
    add(cut.upperBound, false)
    if cut.lowerBound > 0 { stretches.insert(Stretch(text: "…", isMarked: false), at: 0) }
    if cut.upperBound < text.utf8.count { stretches.append(Stretch(text: "…", isMarked: false)) }
    self.stretches = stretches
  }

  /// Without marks.
  var text: String { stretches.map(\.text).joined() }

  private static func places(_ touches: [ThemeWords.Touch], _ read: ReadComment) -> [Range<Int>] {
    touches.compactMap { touch in
      guard let first = touch.words.first, let last = touch.words.last else { return nil }
      let start = read.words[first].source.lowerBound
      return start..<max(start, read.words[last].source.upperBound)
    }
  }

  /// Where to cut a long comment, in UTF-8, between two words.
  private static func cut(_ text: String, around mark: Range<Int>?) -> Range<Int> {
    let whole = 0..<text.utf8.count
    guard text.count > charactersMax else { return whole }
    let wanted = text.utf8.index(text.startIndex, offsetBy: mark?.lowerBound ?? 0)
    let before = text.index(wanted, offsetBy: -charactersMax / 3, limitedBy: text.startIndex)
    var start = before ?? text.startIndex
    if start > text.startIndex {
      start = text[start..<wanted].firstIndex(where: \.isWhitespace) ?? start
    }
    var end = text.index(start, offsetBy: charactersMax, limitedBy: text.endIndex) ?? text.endIndex
    if end < text.endIndex, let space = text[start..<end].lastIndex(where: \.isWhitespace) {
      end = max(space, start)
    }
    let offset = text.utf8.distance(from: text.startIndex, to: start)
    return offset..<offset + text.utf8.distance(from: start, to: max(end, start))
  }

  /// On one line.
  private static func flat(_ text: String, _ range: Range<Int>) -> String {
    let bytes = Array(text.utf8)[range]
    return String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " ")
  }
}
