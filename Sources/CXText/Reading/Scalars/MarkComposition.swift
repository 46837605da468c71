/// Letters of Latin, Greek and Cyrillic put together from a letter and a mark.
///
/// Built from the standard library’s own equivalence of characters, so that a letter with two marks
/// comes out the same whichever mark was typed first.
enum MarkComposition {
  /// A letter in lower case and a mark, in one number.
  private static let composed: [UInt64: UInt32] = {
    let letters = ranges.joined().compactMap(Unicode.Scalar.init).filter {
      $0.properties.isLowercase
    }
    let byCharacter = Dictionary(letters.map { (Character($0), $0.value) }) { first, _ in first }
    var found: [UInt64: UInt32] = [:]
    for letter in letters {
      for mark in marks {
        guard let scalar = Unicode.Scalar(mark) else { continue }
        var text = String(letter)
        text.unicodeScalars.append(scalar)
        guard text.count == 1, let whole = byCharacter[Character(text)] else { continue }
        found[UInt64(letter.value) << 32 | UInt64(mark)] = whole
      }
    }
    return found
  }()

  private static let ranges: [ClosedRange<UInt32>] = [
    0x61...0x7A, 0xDF...0x233, 0x1E00...0x1EFF, 0x3AC...0x3CE, 0x430...0x45F,
  ]

  private static let marks: [UInt32] =
    Array(0x300...0x30C) + [0x30F, 0x311, 0x31B, 0x323, 0x324, 0x325, 0x327, 0x328, 0x32D, 0x330]
    + [0x331, 0x340, 0x341, 0x342]

  /// By letter, the one of it that has no marks.
  private static let plains: [UInt32: UInt32] = {
    var plains: [UInt32: UInt32] = [:]
    for (parts, whole) in composed {
      plains[whole] = min(plains[whole] ?? .max, UInt32(parts >> 32))
    }
    return plains
  }()

  /// The letter without any of its marks.
  static func plain(_ letter: UInt32) -> UInt32 {
    var letter = letter
    // A letter has two marks at the most.
    for _ in 0..<3 { letter = plains[letter] ?? letter }
    return letter
  }

  /// The letter with the mark; nil where there is none, and the mark is left out.
  static func letter(_ letter: UInt32, with mark: UInt32) -> UInt32? {
    switch (letter, mark) {
    case (0x627, 0x653): 0x622
    case (0x6CC, 0x654): 0x626
    case (0..<0x600, 0x300...0x36F), (0x1E00..<0x1F00, 0x300...0x36F):
      composed[UInt64(letter) << 32 | UInt64(mark)]
    default: nil
    }
  }
}
