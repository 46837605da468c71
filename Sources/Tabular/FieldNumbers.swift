/// Numbers as people and programs write them into a field.
package enum FieldNumbers {
  /// Nothing was answered: an empty field, or a word that says so.
  package static let missing: Int8 = -1

  /// Something was answered that is no whole number from 0 to 100.
  package static let illegal: Int8 = -2

  /// A whole number from 0 to 100, `missing` or `illegal`; `9.0` is 9, `7.5` is illegal.
  ///
  /// Persian and Arabic digits count as digits.
  @inline(__always)
  static func smallInteger(in bytes: Span<UInt8>, _ field: Range<Int>) -> Int8 {
    if field.count == 1 {
      let digit = bytes[field.lowerBound] &- UInt8(ascii: "0")
      if digit < 10 { return Int8(bitPattern: digit) }
    } else if field.count == 2 {
      let tens = bytes[field.lowerBound] &- UInt8(ascii: "0")
      let ones = bytes[field.lowerBound + 1] &- UInt8(ascii: "0")
      if tens < 10 && ones < 10 { return Int8(bitPattern: tens &* 10 &+ ones) }
    } else if field.isEmpty {
      return missing
    }
    return carefulSmallInteger(in: bytes, field)
  }

  @inline(never)
  private static func carefulSmallInteger(in bytes: Span<UInt8>, _ field: Range<Int>) -> Int8 {
    let text = FieldText.plain(in: bytes, field)
    if isMissing(text) { return missing }
    var value = 0
    var place = 0
    while place < text.count, let digit = digit(text[place]) {
      value = value * 10 + digit
      place += 1
      if value > 100 { return illegal }
    }
    guard place > 0 else { return illegal }
    if place < text.count {
      // A whole number that a program wrote as a fraction: 9.0.
      guard text[place] == UInt8(ascii: "."), place + 1 < text.count,
        text[(place + 1)...].allSatisfy({ digit($0) == 0 })
      else { return illegal }
    }
    return Int8(value)
  }

  /// A decimal number; `nan` when nothing is there, `infinity` when it is no number.
  package static func decimal(in bytes: Span<UInt8>, _ field: Range<Int>) -> Double {
    let inner = FieldText.withoutQuotes(in: bytes, field)
    let isNegative = !inner.isEmpty && bytes[inner.lowerBound] == UInt8(ascii: "-")
    var whole: UInt64 = 0
    var digits = 0
    var fractionDigits = 0
    var hasPoint = false
    for place in (isNegative ? inner.dropFirst() : inner) {
      let byte = bytes[place]
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if let digit = digit(byte), digits < exactDigits {
        whole = whole &* 10 &+ UInt64(truncatingIfNeeded: digit)
        digits += 1
        if hasPoint { fractionDigits += 1 }
      } else {
        return carefulDecimal(in: bytes, field)
      }
    }
    guard digits > 0 else { return carefulDecimal(in: bytes, field) }
    // Both are exact in a double, so that the quotient is the nearest double to the text.
    let size = Double(whole) / powersOfTen[fractionDigits]
    return isNegative ? -size : size
  }

  /// Numbers of as many digits are exact in a double.
  private static let exactDigits = 15

  @inline(never)
  private static func carefulDecimal(in bytes: Span<UInt8>, _ field: Range<Int>) -> Double {
    let text = FieldText.plain(in: bytes, field)
    if isMissing(text) { return .nan }
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
      return .infinity
    }
    return value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  static func digit(_ byte: UInt8) -> Int? {
    let digit = byte &- UInt8(ascii: "0")
    return digit < 10 ? Int(digit) : nil
  }

  /// The words by which files say that nothing was answered, in lower case.
  private static let missingWords: Set<[UInt8]> = Set(
    ["na", "n/a", "#n/a", "nan", "null", "nil", "none", "missing", "-", ".", "?"]
      .map { Array($0.utf8) }
  )

  /// Whether a field says that nothing was answered: nothing at all, or a word such as `NA`.
  package static func isMissing(_ text: [UInt8]) -> Bool {
    if text.isEmpty { return true }
    guard text.count <= 7 else { return false }
    return missingWords.contains(text.map { $0 | ((0x41...0x5A).contains($0) ? 0x20 : 0) })
  }
}
