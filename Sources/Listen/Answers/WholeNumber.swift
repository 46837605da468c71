/// Whole numbers as people type them, in the digits of their own language.
enum WholeNumber {
  /// Reads ASCII, Arabic-Indic (٠–٩) and Persian (۰–۹) digits with an optional sign; `9.0` is 9.
  ///
  /// Nil for anything else, and beyond fifteen digits.
  static func parse(_ text: String) -> Int? {
    var scalars = text.unicodeScalars[...]
    var sign = 1
    if let first = scalars.first, let found = Self.sign(of: first) {
      sign = found
      scalars = scalars.dropFirst()
    }
    let whole = scalars.prefix { $0 != "." && $0 != "\u{066B}" }
    guard !whole.isEmpty, whole.count <= 15, hasNoFraction(scalars[whole.endIndex...]) else {
      return nil
    }
    var value = 0
    for scalar in whole {
      guard let digit = digit(of: scalar) else { return nil }
      value = value * 10 + digit
    }
    return sign * value
  }

  /// Whether nothing follows the number but a decimal sign and zeros.
  private static func hasNoFraction(_ rest: Substring.UnicodeScalarView) -> Bool {
    let digits = rest.dropFirst()
    return rest.isEmpty || (!digits.isEmpty && digits.allSatisfy { digit(of: $0) == 0 })
  }

  private static func sign(of scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "+": 1
    case "-", "\u{2212}": -1
    default: nil
    }
  }

  private static func digit(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0x0660...0x0669: Int(scalar.value) - 0x0660
    case 0x06F0...0x06F9: Int(scalar.value) - 0x06F0
    default: nil
    }
  }
}
