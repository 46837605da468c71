/// The fields of an `application/x-www-form-urlencoded` body or query, in order; a name may repeat.
package struct FormFields: Hashable, Sendable {
  package let fields: [Field]

  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(_ fields: [Field]) { self.fields = fields }

  /// Nil for broken escapes, broken UTF-8 or NUL.
  package init?(urlEncoded bytes: some Collection<UInt8>) {
    var fields: [Field] = []
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      let halves = pair.split(
        separator: UInt8(ascii: "="),
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      guard let name = Self.decoded(halves[0]),
        let value = halves.count > 1 ? Self.decoded(halves[1]) : ""
      else { return nil }
      fields.append(Field(name: name, value: value))
    }
    self.fields = fields
  }

  /// The first value of a name.
  package subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  package func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  private static func decoded(_ bytes: some Collection<UInt8>) -> String? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "+"): decoded.append(0x20)
      case UInt8(ascii: "%"):
        guard let high = iterator.next().flatMap(hexValue),
          let low = iterator.next().flatMap(hexValue)
        else { return nil }
        decoded.append(high << 4 | low)
      default: decoded.append(byte)
      }
    }
    guard !decoded.contains(0) else { return nil }
    return String(validating: decoded, as: UTF8.self)
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}

extension FormFields {
  /// The fields as an address or a form's body writes them, in plain ASCII.
  package var urlEncoded: String {
    fields.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
  }

  /// Letters, digits and `-._~` as they are, a space as `+`, all other bytes percent-encoded.
  package static func encoded(_ text: String) -> String {
    var encoded = ""
    encoded.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 0x2d, 0x2e, 0x5f, 0x7e:
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x20: encoded += "+"
      default: encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}
