/// Takes a `multipart/form-data` body (RFC 7578) apart as it comes in, holding no more of it than a
/// part's head or one delimiter.
package struct MultipartScanner: Sendable {
  package enum Piece: Hashable, Sendable {
    /// - fileName: nil for a plain field; a browser sends "" where no file was chosen.
    case part(name: String, fileName: String?)
    case bytes(ArraySlice<UInt8>)
  }

  /// The body does not keep to its boundary.
  package struct Malformed: Error, Hashable {}

  private enum State: Sendable { case start, delimiter, head, body, end }

  private let delimiter: [UInt8]
  private var state = State.start
  private var held: [UInt8] = []

  /// Bytes of line end that still belong to the head of the part.
  private var skipped = 0

  private static let headBytesMax = 16_384
  private static let lineEnd = Array("\r\n".utf8)
  private static let blankLine = Array("\r\n\r\n".utf8)

  /// Nil for a type without a boundary that RFC 2046 allows.
  package init?(contentType: String) {
    guard contentType.lowercased().hasPrefix("multipart/form-data"),
      let boundary = Self.parameter("boundary", of: contentType),
      (1...70).contains(boundary.utf8.count)
    else { return nil }
    delimiter = Array("\r\n--\(boundary)".utf8)
  }

  /// Whether the last delimiter has come.
  package var isComplete: Bool { state == .end }

  /// Takes what has come and gives what is certain by now.
  package mutating func take(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [Piece] {
    held += bytes
    var pieces: [Piece] = []
    while try step(&pieces) {}
    return pieces
  }

  /// False where more must come first.
  private mutating func step(_ pieces: inout [Piece]) throws(Malformed) -> Bool {
    switch state {
    case .start:
      guard held.count >= delimiter.count - 2 else { return false }
      guard held.starts(with: delimiter[2...]) else { throw Malformed() }
      held.removeFirst(delimiter.count - 2)
      state = .delimiter
    case .delimiter:
      guard held.count >= 2 else { return false }
      if held.starts(with: Array("--".utf8)) {
        state = .end
      } else {
        guard held.starts(with: Self.lineEnd) else { throw Malformed() }
        state = .head
      }
    case .head:
      guard let end = Self.find(Self.blankLine, in: held) else {
        guard held.count <= Self.headBytesMax else { throw Malformed() }
        return false
      }
      pieces.append(try Self.part(held[..<end]))
      // A part without a body may have its delimiter's line end right behind the blank line.
      held.removeFirst(end + 2)
      skipped = 2
      state = .body
    case .body: return body(&pieces)
    case .end:
      held.removeAll()
      return false
    }
    return true
  }

  private mutating func body(_ pieces: inout [Piece]) -> Bool {
    let end = Self.find(delimiter, in: held)
    let certain = end ?? max(0, held.count - delimiter.count + 1)
    let skipping = min(skipped, certain)
    if certain > skipping { pieces.append(.bytes(held[skipping..<certain])) }
    skipped = end == nil ? skipped - skipping : 0
    held.removeFirst(certain + (end == nil ? 0 : delimiter.count))
    if end != nil { state = .delimiter }
    return end != nil
  }

  private static func part(_ head: ArraySlice<UInt8>) throws(Malformed) -> Piece {
    let text = String(validating: head, as: UTF8.self) ?? ""
    let disposition = text.split(separator: "\r\n").first {
      $0.lowercased().hasPrefix("content-disposition:")
    }
    guard let disposition, let name = parameter("name", of: String(disposition)) else {
      throw Malformed()
    }
    return .part(name: name, fileName: parameter("filename", of: String(disposition)))
  }

  /// `boundary=x` or `name="x"` among a header's parameters; a semicolon in quotes parts nothing.
  private static func parameter(_ name: String, of header: String) -> String? {
    var parts: [String] = [""]
    var isQuoted = false
    for character in header {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      guard part[..<equals].filter({ $0 != " " }).lowercased() == name else { continue }
      let value = part[part.index(after: equals)...].drop { $0 == " " }
      let isQuoted = value.hasPrefix("\"") && value.hasSuffix("\"") && value.count >= 2
      return String(isQuoted ? value.dropFirst().dropLast() : value)
    }
    return nil
  }

  private static func find(_ pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    var index = 0
    while index + pattern.count <= bytes.count {
      guard let hit = bytes[index...].firstIndex(of: pattern[0]), hit + pattern.count <= bytes.count
      else { return nil }
      if bytes[hit..<(hit + pattern.count)].elementsEqual(pattern) { return hit }
      index = hit + 1
    }
    return nil
  }
}
