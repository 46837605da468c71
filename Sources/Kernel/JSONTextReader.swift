/// Texts: the part of JSON where readers differ most, so the strictest one.
extension JSONReader {
  mutating func string() throws(JSON.Malformed) -> String {
    position += 1
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let text = try validated(bytes[start..<position], from: start)
        position += 1
        return text
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0..<0x20: throw refusal("a control character stands in a text unescaped")
      default: position += 1
      }
    }
    throw refusal("a text is not closed")
  }

  private func validated(_ slice: ArraySlice<UInt8>, from start: Int) throws(JSON.Malformed)
    -> String
  {
    guard let text = String(validating: slice, as: UTF8.self) else {
      throw JSON.Malformed(reason: "a text is not valid UTF-8", offset: start)
    }
    return text
  }

  private mutating func escapedString(from start: Int) throws(JSON.Malformed) -> String {
    var decoded = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return try validated(decoded[...], from: start)
      case UInt8(ascii: "\\"):
        position += 1
        guard position < bytes.count else { throw refusal("a text is not closed") }
        try escape(into: &decoded)
      case 0..<0x20: throw refusal("a control character stands in a text unescaped")
      default:
        decoded.append(byte)
        position += 1
      }
    }
    throw refusal("a text is not closed")
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(JSON.Malformed) {
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      let scalar = try unicodeEscape()
      guard scalar != "\0" else {
        throw JSON.Malformed(
          reason: "a text holds the character NUL",
          offset: position,
          isWellFormed: true
        )
      }
      decoded.append(contentsOf: String(Character(scalar)).utf8)
    default: throw refusal("an unknown escape")
    }
  }

  private mutating func unicodeEscape() throws(JSON.Malformed) -> Unicode.Scalar {
    let unit = try hexUnit()
    if (0xD800..<0xDC00).contains(unit) {
      guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      else { throw refusal("half of a surrogate pair") }
      position += 2
      let low = try hexUnit()
      guard (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      else { throw refusal("half of a surrogate pair") }
      return scalar
    }
    guard let scalar = Unicode.Scalar(unit) else { throw refusal("half of a surrogate pair") }
    return scalar
  }

  private mutating func hexUnit() throws(JSON.Malformed) -> UInt32 {
    guard position + 4 <= bytes.count else { throw refusal("an escape is cut off") }
    var unit: UInt32 = 0
    for byte in bytes[position..<(position + 4)] {
      let digit: UInt8
      switch byte {
      case 48...57: digit = byte - 48
      case 65...70: digit = byte - 55
      case 97...102: digit = byte - 87
      default: throw refusal("an escape needs four hexadecimal digits")
      }
      unit = unit << 4 | UInt32(digit)
    }
    position += 4
    return unit
  }
}
