package import Kernel

/// Numbers as people of a language write them.
package enum NumberText {
  /// `1,284` · `1.284` · `۱٬۲۸۴`; a real minus sign, isolated from right-to-left text.
  package static func integer(_ value: Int, in language: Language) -> String {
    let digits = String(value.magnitude)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += separator(in: language) }
      grouped.append(digit)
    }
    return signed(grouped, isNegative: value < 0, in: language)
  }

  /// A number with a fixed count of decimals, rounded half away from zero: `4.6` · `4,6` · `۴٫۶`.
  package static func decimal(_ value: Double, places: Int, in language: Language) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 1e15 else { return value.description }
    let whole = Int(scaled) / Int(scale)
    let fraction = String(Int(scaled) % Int(scale))
    let padding = String(repeating: "0", count: max(0, places - fraction.count))
    let text = integer(whole, in: language)
    let shown =
      places == 0 ? text : text + point(in: language) + localized(padding + fraction, in: language)
    return signed(shown, isNegative: value < 0 && scaled > 0, in: language)
  }

  /// A score rounded half away from zero.
  package static func rounded(_ value: Double, in language: Language) -> String {
    integer(Int(value.rounded(.toNearestOrAwayFromZero)), in: language)
  }

  /// A score with its sign always shown: `+8` · `−3` · `+0.45`; nothing but zero has none.
  package static func change(_ value: Double, places: Int = 0, in language: Language) -> String {
    let shown = decimal(value, places: places, in: language)
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    guard (value * scale).rounded(.toNearestOrAwayFromZero) > 0 else { return shown }
    return mark(in: language) + "+" + shown
  }

  /// A part of a hundred without decimals: `62 %`, which no line breaks, · `62%` · `۶۲٪`.
  package static func percent(_ value: Double, in language: Language) -> String {
    rounded(value, in: language) + percentSign(in: language)
  }

  /// A share that was measured, 0…100, with one decimal: `62.5 %` · `62,5%` · `۶۲٫۵٪`.
  package static func share(
    _ value: Double,
    places: Int = 1,
    in language: Language
  ) -> String {
    decimal(value, places: places, in: language) + percentSign(in: language)
  }

  private static func percentSign(in language: Language) -> String {
    switch language {
    case .english: "\u{A0}%"
    case .vietnamese: "%"
    case .persian: "٪"
    }
  }

  /// ASCII digits in the language's own digits.
  package static func localized(_ text: String, in language: Language) -> String {
    guard language == .persian else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          guard ("0"..."9").contains(scalar) else { return scalar }
          return Unicode.Scalar(scalar.value - 48 + 0x06F0) ?? scalar
        }
      )
    )
  }

  private static func signed(_ digits: String, isNegative: Bool, in language: Language) -> String {
    let text = localized(digits, in: language)
    return isNegative ? mark(in: language) + "−" + text : text
  }

  /// U+200E keeps a sign before its number inside right-to-left text.
  private static func mark(in language: Language) -> String {
    language.isRightToLeft ? "\u{200E}" : ""
  }

  private static func separator(in language: Language) -> String {
    switch language {
    case .english: ","
    case .vietnamese: "."
    case .persian: "٬"
    }
  }

  private static func point(in language: Language) -> String {
    switch language {
    case .english: "."
    case .vietnamese: ","
    case .persian: "٫"
    }
  }
}
