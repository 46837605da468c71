/// Letters without their marks, as they are looked for.
enum BareLetters {
  /// Letters that are no letter and mark together, but are typed as the plain one.
  private static let strokes: [UInt32: UInt32] = [
    0x111: 0x64, 0xF8: 0x6F, 0x142: 0x6C, 0x131: 0x69, 0x622: 0x627, 0x626: 0x6CC, 0xE6: 0x61,
  ]

  private static func letter(_ scalar: UInt32) -> UInt32 {
    strokes[scalar] ?? MarkComposition.plain(scalar)
  }

  /// Whether a form in Latin has marks.
  static func hasMarks(_ form: [UInt8]) -> Bool {
    form.contains { (0xC3...0xC9).contains($0) || $0 == 0xE1 }
  }

  /// A form without half-spaces.
  static func joined(_ form: [UInt8]) -> [UInt8] {
    guard form.contains(0xE2) else { return form }
    return mapped(form) { $0 }
  }

  /// A form without marks and half-spaces.
  static func written(_ form: [UInt8]) -> [UInt8] {
    guard form.contains(where: { $0 >= 0x80 }) else { return form }
    return mapped(form, letter)
  }

  private static func mapped(_ form: [UInt8], _ letter: (UInt32) -> UInt32) -> [UInt8] {
    var written: [UInt8] = []
    var place = 0
    while place < form.count {
      let scalar = NextScalar(form.span, at: place)
      place = scalar.end
      guard scalar.value != 0x200C, let bare = Unicode.Scalar(letter(scalar.value)) else {
        continue
      }
      written.append(contentsOf: UTF8.encode(bare) ?? UTF8.encodedReplacementCharacter)
    }
    return written
  }

  /// The digits in a part of a text, in ASCII.
  static func digits(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var digits: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let scalar = NextScalar(text, at: place)
      let entry = ScalarTable[scalar.value]
      if entry.role == .digit { digits.append(UInt8(truncatingIfNeeded: entry.folded)) }
      place = scalar.end
    }
    return digits
  }
}
