/// Scalars whose role to a reader is not the one their general category suggests.
enum ScalarExceptions {
  static func entry(of value: UInt32) -> ScalarEntry? {
    switch value {
    case 0x200C: return ScalarEntry(.halfSpace, folded: value)
    case 0x640: return ScalarEntry(.filler, folded: value, script: .arabic)
    case 0x00, 0xAD, 0x180E: return ScalarEntry(.ignorable, folded: value)
    // Skin tones and what joins emoji.
    case 0x200D, 0x1F3FB...0x1F3FF: return ScalarEntry(.droppedMark, folded: value)
    case 0xE33, 0xEB3: return ScalarEntry(.keptMark, folded: value)
    case 0xFFFC, 0xFFFD: return ScalarEntry(.unknown, folded: 0xFFFD)
    case 0x1F1E6...0x1F1FF: return ScalarEntry(.flagLetter, folded: value)
    case 0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B, 0xFF07:
      return ScalarEntry(.apostrophe, folded: 0x27)
    default: break
    }
    if isPrefix(value) { return ScalarEntry(.graphemePrefix, folded: value) }
    if let mark = punctuation(value) { return ScalarEntry(.punctuation, folded: mark) }
    if let sign = symbol(value) { return ScalarEntry(.symbol, folded: sign) }
    return nil
  }

  /// Marks of several scripts and shapes that say the same.
  private static func punctuation(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x61F, 0x37E, 0x203D: 0x3F
    case 0x60C, 0x3001, 0xFF64: 0x2C
    case 0x61B: 0x3B
    case 0x6D4, 0x3002, 0xFF61, 0x2024: 0x2E
    case 0x2025, 0x2026: 0x2026
    case 0xA1: 0x21
    case 0xBF: 0x3F
    case 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x300C, 0x300D: 0x22
    case 0x201A, 0x2039, 0x203A: 0x27
    case 0x2212: 0x2D
    default: nil
    }
  }

  private static func symbol(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x23, 0x24, 0x25, 0x26, 0x2A, 0x2B, 0x2F, 0x3C...0x3E, 0x40, 0x5C, 0x5E, 0x7C, 0x7E: value
    case 0x66A: 0x25
    // Letters by category, which may take part in a sequence of emoji.
    case 0x2139, 0x24C2: value
    default: nil
    }
  }

  /// Grapheme_Cluster_Break=Prepend.
  private static func isPrefix(_ value: UInt32) -> Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0xD4E, 0x110BD, 0x110CD,
      0x111C2...0x111C3, 0x113D1, 0x1193F, 0x11941, 0x11A3A, 0x11A84...0x11A89, 0x11D46, 0x11F02:
      true
    default: false
    }
  }

  static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x2000, 0x2122: false
    case 0x1F3FB...0x1F3FF: false
    case 0x1F000...0x1FAFF: true
    default: scalar.properties.isEmoji || 0x2600...0x27BF ~= scalar.value && isSymbol(scalar)
    }
  }

  private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .otherSymbol
  }
}
