import Kernel

/// What is done to text people write: next to nothing.
///
/// - White space at its ends goes; nothing inside it changes, and text that looks like a formula
///   or a script stays as it is, because escaping belongs to whoever prints it.
/// - CRLF and CR become LF, so that the form, which sends CRLF, and the API store the same answer.
/// - Other control characters go without a word: they come along when people paste from
///   documents, nobody sees them, and nobody could find them to take them out.
/// - NUL is refused: no keyboard writes it, PostgreSQL cannot store it, and both databases
///   must answer alike.
enum AnswerText {
  struct HoldsNUL: Error {}

  /// Nothing left means not answered.
  ///
  /// - Complexity: one pass over the bytes; a copy only when something has to go.
  static func cleaned(_ text: String) throws(HoldsNUL) -> String {
    switch try survey(text) {
    case .clean: return trimmed(text)
    case .controls: return trimmed(withoutControls(text))
    }
  }

  /// Whether text meant for one line holds control characters, line ends and tabs among them.
  static func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }

  /// The length that limits count: Unicode scalars, which every language and database agree on.
  static func characters(in text: String) -> Int {
    var count = 0
    for byte in text.utf8 where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  static func isLonger(_ text: String, than limit: Int) -> Bool {
    text.utf8.count > limit && characters(in: text) > limit
  }

  private enum Finding { case clean, controls }

  private static func survey(_ text: String) throws(HoldsNUL) -> Finding {
    let bytes = text.utf8Span.span
    var finding = Finding.clean
    var before: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 {
        if byte == 0 { throw HoldsNUL() }
        if byte != 0x0A && byte != 0x09 { finding = .controls }
      } else if byte == 0x7F || (before == 0xC2 && byte < 0xA0) {
        finding = .controls
      }
      before = byte
    }
    return finding
  }

  private static func withoutControls(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: kept.append("\n")
      case 0x0A: if !afterReturn { kept.append("\n") }
      case 0x09: kept.append(scalar)
      case 0..<0x20, 0x7F...0x9F: break
      default: kept.append(scalar)
      }
      afterReturn = scalar.value == 0x0D
    }
    return String(kept)
  }

  static func trimmed(_ text: String) -> String {
    // Most texts start and end in a letter of ASCII, which needs no table of properties.
    if let first = text.utf8.first, let last = text.utf8.last, isGraphic(first), isGraphic(last) {
      return text
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return text }
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[start...end])
  }

  private static func isGraphic(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}
