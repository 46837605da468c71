/// What a field says once its quotation marks are off.
enum FieldText {
  static func string(in bytes: Span<UInt8>, _ field: Range<Int>) -> String {
    let inner = withoutQuotes(in: bytes, field)
    guard inner.count != field.count, hasQuote(in: bytes, inner) else { return text(bytes, inner) }
    var kept: [UInt8] = []
    kept.reserveCapacity(inner.count)
    var afterQuote = false
    for place in inner {
      afterQuote = bytes[place] == .quotationMark && !afterQuote
      if !afterQuote { kept.append(bytes[place]) }
    }
    return text(kept.span, 0..<kept.count)
  }

  /// The scanner has checked that whole records are UTF-8; what is not would come out empty.
  private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes.extracting(range)))
    } catch {
      return ""
    }
  }

  /// The range within the quotation marks; the same range when there are none around it.
  @inline(__always)
  static func withoutQuotes(in bytes: Span<UInt8>, _ field: Range<Int>) -> Range<Int> {
    guard field.count >= 2, bytes[field.lowerBound] == .quotationMark,
      bytes[field.upperBound - 1] == .quotationMark
    else { return field }
    return field.lowerBound + 1..<field.upperBound - 1
  }

  static func hasQuote(in bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for place in range where bytes[place] == .quotationMark { return true }
    return false
  }

  /// Whether a field's text is exactly `text`.
  static func says(_ text: [UInt8], in bytes: Span<UInt8>, _ field: Range<Int>) -> Bool {
    let inner = withoutQuotes(in: bytes, field)
    if inner.count != field.count && hasQuote(in: bytes, inner) {
      return string(in: bytes, field).utf8.elementsEqual(text)
    }
    guard inner.count == text.count else { return false }
    for offset in 0..<text.count where bytes[inner.lowerBound + offset] != text[offset] {
      return false
    }
    return true
  }

  /// A short field's bytes without quotation marks and outer spaces, Persian and Arabic digits
  /// written as ASCII ones.
  static func plain(in bytes: Span<UInt8>, _ field: Range<Int>) -> [UInt8] {
    let inner = withoutQuotes(in: bytes, field)
    var text: [UInt8] = []
    text.reserveCapacity(inner.count)
    var place = inner.lowerBound
    while place < inner.upperBound {
      let byte = bytes[place]
      if byte >= 0xD9, place + 1 < inner.upperBound,
        let digit = easternDigit(byte, bytes[place + 1])
      {
        text.append(UInt8(ascii: "0") + digit)
        place += 2
      } else {
        text.append(byte)
        place += 1
      }
    }
    let isBlank: (UInt8) -> Bool = { $0 == .space || $0 == .tab }
    return Array(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }

  /// U+0660…0669 are D9 A0…A9, U+06F0…06F9 are DB B0…B9.
  private static func easternDigit(_ lead: UInt8, _ trail: UInt8) -> UInt8? {
    switch (lead, trail) {
    case (0xD9, 0xA0...0xA9): trail - 0xA0
    case (0xDB, 0xB0...0xB9): trail - 0xB0
    default: nil
    }
  }
}

extension String {
  /// The bytes without outer spaces, Persian and Arabic digits written as ASCII ones: what
  /// `FieldNumbers.isMissing` and `DateReader` take.
  package var plainFieldBytes: [UInt8] {
    let bytes = Array(utf8)
    return FieldText.plain(in: bytes.span, 0..<bytes.count)
  }
}
