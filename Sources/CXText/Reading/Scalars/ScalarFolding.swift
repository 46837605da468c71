/// Which scalar stands for another in a normal form: lower case, plain shapes, Persian letters.
enum ScalarFolding {
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let plain = plainShape(scalar.value) ?? scalar.value
    let persian = persianLetter(plain) ?? plain
    guard let found = Unicode.Scalar(persian) else { return scalar }
    return lowercased(found)
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    // The dotted capital of Turkish would become two scalars.
    if scalar.value == 0x130 { return "i" }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    guard let first = lower.first, lower.count == 1 else { return scalar }
    return first
  }

  /// Letters that keyboards for Arabic, Urdu or Kurdish write in the place of Persian ones.
  private static func persianLetter(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x64A, 0x649, 0x6CD, 0x6D0, 0x6D2, 0x63D, 0x6CE: 0x6CC
    case 0x643, 0x6AA: 0x6A9
    case 0x629, 0x6C0, 0x6C2, 0x6C3, 0x6D5, 0x6BE, 0x6C1: 0x647
    case 0x623, 0x625, 0x671, 0x672, 0x673, 0x675: 0x627
    case 0x624, 0x676: 0x648
    case 0x678, 0x6D3: 0x626
    default: nil
    }
  }

  /// Full-width, mathematical, circled and joined shapes of plain letters and digits.
  private static func plainShape(_ value: UInt32) -> UInt32? {
    switch value {
    case 0xFF01...0xFF5E: return value - 0xFEE0
    case 0x3000: return 0x20
    case 0x24B6...0x24CF: return value == 0x24C2 ? nil : value - 0x24B6 + 0x61
    case 0x24D0...0x24E9: return value - 0x24D0 + 0x61
    case 0x1F130...0x1F149: return value - 0x1F130 + 0x61
    case 0x1F150...0x1F169: return value - 0x1F150 + 0x61
    case 0x1D400...0x1D6A3:
      let letter = (value - 0x1D400) % 52
      return 0x61 + letter % 26
    case 0x1D7CE...0x1D7FF: return 0x30 + (value - 0x1D7CE) % 10
    case 0x2100...0x213A: return letterlike(value)
    case 0xFB50...0xFEFC: return ArabicShapes.letter(value)
    default: return nil
    }
  }

  private static func letterlike(_ value: UInt32) -> UInt32? {
    let letter: Unicode.Scalar? =
      switch value {
      case 0x212C: "b"
      case 0x2102, 0x212D: "c"
      case 0x212F, 0x2130: "e"
      case 0x2131: "f"
      case 0x210A: "g"
      case 0x210B...0x210E: "h"
      case 0x2110, 0x2111: "i"
      case 0x2112, 0x2113: "l"
      case 0x2133: "m"
      case 0x2115: "n"
      case 0x2134: "o"
      case 0x2119: "p"
      case 0x211A: "q"
      case 0x211B...0x211D: "r"
      case 0x2124, 0x2128: "z"
      default: nil
      }
    return letter?.value
  }
}

/// The shapes of Arabic letters that old typesetting and some exports write as scalars of their
/// own.
enum ArabicShapes {
  /// Letter and number of shapes, in order from U+FE80.
  private static let letters: [(letter: UInt32, shapes: UInt32)] = [
    (0x621, 1), (0x622, 2), (0x623, 2), (0x624, 2), (0x625, 2), (0x626, 4), (0x627, 2), (0x628, 4),
    (0x629, 2), (0x62A, 4), (0x62B, 4), (0x62C, 4), (0x62D, 4), (0x62E, 4), (0x62F, 2), (0x630, 2),
    (0x631, 2), (0x632, 2), (0x633, 4), (0x634, 4), (0x635, 4), (0x636, 4), (0x637, 4), (0x638, 4),
    (0x639, 4), (0x63A, 4), (0x641, 4), (0x642, 4), (0x643, 4), (0x644, 4), (0x645, 4), (0x646, 4),
    (0x647, 4), (0x648, 2), (0x649, 2), (0x64A, 4),
  ]

  static func letter(_ value: UInt32) -> UInt32? {
    switch value {
    case 0xFB56...0xFB59: return 0x67E
    case 0xFB7A...0xFB7D: return 0x686
    case 0xFB8A...0xFB8B: return 0x698
    case 0xFB8E...0xFB91: return 0x6A9
    case 0xFB92...0xFB95: return 0x6AF
    case 0xFBFC...0xFBFF: return 0x6CC
    default: break
    }
    var first: UInt32 = 0xFE80
    for (letter, shapes) in letters {
      if value >= first, value < first + shapes { return letter }
      first += shapes
    }
    return nil
  }
}
