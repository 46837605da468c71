/// What HTML left in a comment.
enum Markup {
  /// Longer than any entity that is known here.
  private static let entityBytesMax = 10
  private static let tagBytesMax = 256

  /// The scalar an entity stands for; nil where an ampersand is only an ampersand.
  @inline(never) static func entity(_ comment: Span<UInt8>, at place: Int) -> NextScalar? {
    var end = place + 1
    var name: UInt64 = 0
    while end < comment.count, end - place <= entityBytesMax {
      let byte = comment[end]
      if byte == 0x3B { break }
      guard byte == 0x23 || isLetterOrDigit(byte) else { return nil }
      name = name << 8 | UInt64(byte)
      end += 1
    }
    guard end < comment.count, comment[end] == 0x3B, end > place + 2 else { return nil }
    let value =
      comment[place + 1] == 0x23
      ? number(comment, from: place + 2, to: end) : named[name]
    guard let value else { return nil }
    return NextScalar(value: value, end: end + 1)
  }

  private static func number(_ comment: Span<UInt8>, from start: Int, to end: Int) -> UInt32? {
    let isHexadecimal = comment[start] | 0x20 == 0x78
    let base: UInt32 = isHexadecimal ? 16 : 10
    var value: UInt32 = 0
    for place in (isHexadecimal ? start + 1 : start)..<end {
      let byte = comment[place]
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte) - 0x30
      case 0x41...0x46, 0x61...0x66: digit = UInt32(byte | 0x20) - 0x61 + 10
      default: return nil
      }
      guard digit < base else { return nil }
      value = value * base + digit
      guard value <= 0x10_FFFF else { return nil }
    }
    return Unicode.Scalar(value) == nil ? nil : value
  }

  /// The end of a tag or a comment of HTML; nil where a sign is only a sign.
  static func tagEnd(_ comment: Span<UInt8>, at place: Int) -> Int? {
    var end = place + 1
    guard end < comment.count else { return nil }
    if comment[end] == 0x2F || comment[end] == 0x21 { end += 1 }
    guard end < comment.count, comment[end] | 0x20 >= 0x61, comment[end] | 0x20 <= 0x7A else {
      return nil
    }
    while end < comment.count, end - place < tagBytesMax {
      if comment[end] == 0x3E { return end + 1 }
      if comment[end] == 0x3C { return nil }
      end += 1
    }
    return nil
  }

  /// Whether a tag begins or ends a line: `br`, `p`, `li`, `div`.
  static func isBreak(_ comment: Span<UInt8>, at place: Int) -> Bool {
    var next = place + 1
    if next < comment.count, comment[next] == 0x2F { next += 1 }
    var name: UInt64 = 0
    while next < comment.count, isLetterOrDigit(comment[next]) {
      name = name << 8 | UInt64(comment[next] | 0x20)
      next += 1
    }
    // The letters of each name, one after the other.
    return [0x6272, 0x70, 0x6C69, 0x64_6976].contains(name)
  }

  @inline(__always) static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  private static let named: [UInt64: UInt32] = Dictionary(
    uniqueKeysWithValues: [
      ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27), ("nbsp", 0xA0),
      ("zwnj", 0x200C), ("zwj", 0x200D), ("lrm", 0x200E), ("rlm", 0x200F), ("shy", 0xAD),
      ("hellip", 0x2026), ("ndash", 0x2013), ("mdash", 0x2014), ("lsquo", 0x2018),
      ("rsquo", 0x2019), ("ldquo", 0x201C), ("rdquo", 0x201D), ("laquo", 0xAB), ("raquo", 0xBB),
      ("bull", 0x2022), ("middot", 0xB7), ("euro", 0x20AC), ("pound", 0xA3), ("copy", 0xA9),
      ("reg", 0xAE), ("trade", 0x2122), ("deg", 0xB0), ("hearts", 0x2665), ("agrave", 0xE0),
      ("aacute", 0xE1), ("acirc", 0xE2), ("atilde", 0xE3), ("egrave", 0xE8), ("eacute", 0xE9),
      ("ecirc", 0xEA), ("igrave", 0xEC), ("iacute", 0xED), ("ograve", 0xF2), ("oacute", 0xF3),
      ("ocirc", 0xF4), ("otilde", 0xF5), ("ugrave", 0xF9), ("uacute", 0xFA), ("yacute", 0xFD),
    ].map { (name: String, value: UInt32) in
      (name.utf8.reduce(0) { $0 << 8 | UInt64($1) }, value)
    }
  )
}
