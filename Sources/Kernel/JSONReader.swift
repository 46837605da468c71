extension JSON {
  /// Why a text is not JSON that everybody reads alike, and where.
  package struct Malformed: Error, Hashable, CustomStringConvertible {
    package let reason: String

    /// Bytes from the start.
    package let offset: Int

    /// Whether it is JSON by the standard and refused for what it says: NUL, a repeated key.
    package let isWellFormed: Bool

    package init(reason: String, offset: Int, isWellFormed: Bool = false) {
      self.reason = reason
      self.offset = offset
      self.isWellFormed = isWellFormed
    }

    package var description: String { "\(reason) at byte \(offset)" }
  }

  /// Reads one JSON value and nothing after it.
  ///
  /// Refuses broken UTF-8, NUL, repeated keys, numbers beyond a double, and nesting deeper than
  /// `Limits.jsonDepthMax`.
  ///
  /// - Complexity: one pass; a copy only of the texts.
  package static func parse(_ bytes: [UInt8]) throws(Malformed) -> JSON {
    var reader = JSONReader(bytes: bytes)
    return try reader.document()
  }

  package static func parse(_ text: String) throws(Malformed) -> JSON {
    try parse(Array(text.utf8))
  }
}

struct JSONReader {
  let bytes: [UInt8]
  var position = 0
  var depth = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSON.Malformed) -> JSON {
    // A byte order mark is no part of JSON, but Windows writes one.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let value = try self.value()
    skipSpace()
    guard position == bytes.count else { throw refusal("something follows the value") }
    return value
  }

  private mutating func value() throws(JSON.Malformed) -> JSON {
    skipSpace()
    guard position < bytes.count else { throw refusal("the text ends too early") }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      return try nested { reader throws(JSON.Malformed) in try reader.object() }
    case UInt8(ascii: "["):
      return try nested { reader throws(JSON.Malformed) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", means: .bool(true))
    case UInt8(ascii: "f"): return try word("false", means: .bool(false))
    case UInt8(ascii: "n"): return try word("null", means: .null)
    case UInt8(ascii: "-"), 48...57: return try number()
    default: throw refusal("a value was expected")
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(JSON.Malformed) -> JSON
  ) throws(JSON.Malformed) -> JSON {
    depth += 1
    guard depth <= Limits.jsonDepthMax else {
      throw refusal("nested deeper than \(Limits.jsonDepthMax) levels")
    }
    position += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSON.Malformed) -> JSON {
    var object = JSONObject()
    var seen: Set<String> = []
    if closes(with: UInt8(ascii: "}")) { return .object(object) }
    while true {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw refusal("a key in quotes was expected")
      }
      let start = position
      let key = try string()
      // Few keys are compared one by one; many go through a set, so that nobody makes us square.
      let isNew: Bool
      if object.count < 16 {
        isNew = object[key] == nil
      } else {
        if seen.isEmpty { seen = Set(object.keys) }
        isNew = seen.insert(key).inserted
      }
      guard isNew else {
        throw JSON.Malformed(
          reason: "the key \"\(key.prefix(60))\" is repeated",
          offset: start,
          isWellFormed: true
        )
      }
      try expect(UInt8(ascii: ":"), "a colon was expected after the key")
      object.append(newKey: key, try value())
      if closes(with: UInt8(ascii: "}")) { return .object(object) }
      try expect(UInt8(ascii: ","), "a comma or } was expected")
    }
  }

  private mutating func array() throws(JSON.Malformed) -> JSON {
    var elements: [JSON] = []
    if closes(with: UInt8(ascii: "]")) { return .array(elements) }
    while true {
      elements.append(try value())
      if closes(with: UInt8(ascii: "]")) { return .array(elements) }
      try expect(UInt8(ascii: ","), "a comma or ] was expected")
    }
  }

  private mutating func closes(with byte: UInt8) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8, _ otherwise: String) throws(JSON.Malformed) {
    skipSpace()
    guard position < bytes.count, bytes[position] == byte else { throw refusal(otherwise) }
    position += 1
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  private mutating func word(_ word: StaticString, means value: JSON) throws(JSON.Malformed) -> JSON
  {
    for byte in word.description.utf8 {
      guard position < bytes.count, bytes[position] == byte else {
        throw refusal("a value was expected")
      }
      position += 1
    }
    return value
  }

  private mutating func number() throws(JSON.Malformed) -> JSON {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[first] != UInt8(ascii: "0") else {
      throw JSON.Malformed(reason: "not a number", offset: start)
    }
    var isInteger = true
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      guard digits() > 0 else { throw refusal("not a number") }
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if position < bytes.count, [43, 45].contains(bytes[position]) { position += 1 }
      guard digits() > 0 else { throw refusal("not a number") }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw JSON.Malformed(reason: "a number too large to hold", offset: start)
    }
    return .number(number)
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count, bytes[position] >= 48, bytes[position] <= 57 { position += 1 }
    return position - start
  }

  func refusal(_ reason: String) -> JSON.Malformed {
    JSON.Malformed(reason: reason, offset: position)
  }
}
