import Foundation

extension String {
  /// The text as searches compare it: small letters without their marks, so that `Giao tre` finds
  /// `giao trễ`; one kind of digit; the Persian letter where keyboards also write an Arabic one.
  package var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    var folded = UnicodeScalarView()
    for scalar in lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
      if let letter = scalar.folded { folded.append(letter) }
    }
    return String(folded)
  }
}

extension Unicode.Scalar {
  /// Nil for marks, joiners and the stroke that stretches Arabic words.
  fileprivate var folded: Unicode.Scalar? {
    switch value {
    case ..<0x80: self
    case 0x111: "d"
    case 0x200B...0x200F, 0x640: nil
    case 0x643: "\u{6A9}"
    case 0x649, 0x64A: "\u{6CC}"
    case 0x660...0x669: Unicode.Scalar(value - 0x660 + 0x30)
    case 0x6F0...0x6F9: Unicode.Scalar(value - 0x6F0 + 0x30)
    default: properties.generalCategory == .nonspacingMark ? nil : self
    }
  }
}
