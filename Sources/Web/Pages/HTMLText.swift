import Mustache

/// Text on its way into HTML, between tags or between the quotes of an attribute.
///
/// swift-mustache escapes `Character` by `Character`: a quote with a combining mark behind it is
/// one character, other than a quote, and would end the attribute it stands in. Browsers read code
/// points, so this does too.
package struct HTMLText: MustacheContentType {
  package func escapeText(_ text: String) -> String { Self.escaped(text) }

  /// - Complexity: one pass over the bytes; a copy only when something has to be escaped.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { escape(of: $0) != nil }) else { return text }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 32)
    // In UTF-8 these bytes are never a part of another character.
    for byte in text.utf8 {
      if let escape = escape(of: byte) {
        escaped.append(contentsOf: escape.utf8)
      } else {
        escaped.append(byte)
      }
    }
    return String(validating: escaped, as: UTF8.self) ?? ""
  }

  private static func escape(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  /// The line that makes a template print by these rules, known to the engine from here on.
  static let pragma: String = {
    MustacheContentTypes.register(HTMLText(), named: "TOUCHSTONE_HTML")
    return "{{% CONTENT_TYPE:TOUCHSTONE_HTML}}"
  }()
}
