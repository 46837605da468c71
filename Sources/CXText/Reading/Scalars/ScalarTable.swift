/// What every scalar is to a reader: a table for those of alphabets, properties for the rest.
struct ScalarTable: Sendable {
  private let low: [ScalarEntry]
  private static let limit: UInt32 = 0x3000

  /// The one there is; a loop holds it rather than ask for it with every scalar.
  static let shared = ScalarTable()

  private init() {
    low = (0..<Self.limit).map {
      Unicode.Scalar($0).map(Self.entry) ?? ScalarEntry(.unknown, folded: 0xFFFD)
    }
  }

  @inline(__always) subscript(scalar: UInt32) -> ScalarEntry {
    scalar < Self.limit ? low[Int(truncatingIfNeeded: scalar)] : Self.high(scalar)
  }

  static subscript(scalar: UInt32) -> ScalarEntry { shared[scalar] }

  @inline(never) private static func high(_ scalar: UInt32) -> ScalarEntry {
    Unicode.Scalar(scalar).map(entry) ?? ScalarEntry(.unknown, folded: 0xFFFD)
  }

  private static func entry(of scalar: Unicode.Scalar) -> ScalarEntry {
    if let special = ScalarExceptions.entry(of: scalar.value) { return special }
    let folded = ScalarFolding.folded(scalar)
    if folded != scalar, let plain = Unicode.Scalar(folded.value), plain.value < 0x3000 {
      let entry = entry(of: plain)
      return ScalarEntry(entry.role, folded: entry.folded, script: entry.script)
    }
    let value = folded.value
    if ScalarExceptions.isPictograph(scalar) { return ScalarEntry(.emoji, folded: value) }
    if scalar.properties.isGraphemeExtend { return ScalarEntry(mark(value), folded: value) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return ScalarEntry(.letter, folded: value, script: script(of: value))
    case .nonspacingMark, .enclosingMark, .spacingMark:
      return ScalarEntry(mark(value), folded: value)
    case .decimalNumber:
      let digit = UInt32(scalar.properties.numericValue ?? 0)
      return ScalarEntry(.digit, folded: 0x30 + min(digit, 9))
    case .connectorPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control:
      return ScalarEntry(.space, folded: value)
    case .format: return ScalarEntry(.ignorable, folded: value)
    case .dashPunctuation: return ScalarEntry(.punctuation, folded: 0x2D)
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation:
      return ScalarEntry(.punctuation, folded: value)
    case .surrogate, .unassigned, .privateUse: return ScalarEntry(.unknown, folded: 0xFFFD)
    default: return ScalarEntry(.symbol, folded: value)
    }
  }

  private static func mark(_ value: UInt32) -> ScalarRole {
    switch value {
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF: .mark
    case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6ED, 0x8D0...0x8FF: .mark
    case 0x200D, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xE0000...0xE0FFF, 0x1F3FB...0x1F3FF:
      .droppedMark
    default: .keptMark
    }
  }

  private static func script(of value: UInt32) -> ScalarScript {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0x2AF, 0x1D00...0x1DBF, 0x1E00...0x1EFF:
      .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF: .arabic
    default: .other
    }
  }
}
