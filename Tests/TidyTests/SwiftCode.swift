/// Reads Swift just far enough to tell code from comments and literals.
struct SwiftCode {
  private static let lineComment = Array("//".utf8)
  private static let commentStart = Array("/*".utf8)
  private static let commentEnd = Array("*/".utf8)
  private static let quote = Array("\"".utf8)
  private static let threeQuotes = Array("\"\"\"".utf8)
  private static let bracket = Array("(".utf8)

  private let source: [UInt8]
  private var output: [UInt8]
  private var position = 0

  /// The source with comments and the insides of string literals turned into spaces; code inside
  /// interpolations stays, and so does every line break.
  static func blanked(_ text: String) -> String {
    var reader = SwiftCode(text)
    reader.readCode(until: nil)
    return String(decoding: reader.output, as: UTF8.self)
  }

  private init(_ text: String) {
    source = Array(text.utf8)
    output = source
  }

  /// Compares byte by byte: this runs for every byte of the house, in debug builds too.
  private func looking(at wanted: [UInt8], ahead: Int = 0) -> Bool {
    let start = position + ahead
    guard start + wanted.count <= source.count, source[start] == wanted[0] else { return false }
    return source[start..<start + wanted.count].elementsEqual(wanted)
  }

  private mutating func skip(_ count: Int, blanking: Bool) {
    for _ in 0..<count where position < source.count {
      if blanking, source[position] != UInt8(ascii: "\n") {
        output[position] = UInt8(ascii: " ")
      }
      position += 1
    }
  }

  /// Reads on to the end, or past the parenthesis that closes an interpolation.
  private mutating func readCode(until closing: UInt8?) {
    var depth = 0
    while position < source.count {
      let byte = source[position]
      if looking(at: Self.lineComment) {
        while position < source.count, source[position] != UInt8(ascii: "\n") {
          skip(1, blanking: true)
        }
      } else if looking(at: Self.commentStart) {
        readBlockComment()
      } else if let hashes = hashesBeforeQuote() {
        readLiteral(hashes: hashes)
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        skip(1, blanking: false)
        if byte == closing, depth < 0 { return }
      }
    }
  }

  private mutating func readBlockComment() {
    var depth = 0
    repeat {
      if looking(at: Self.commentStart) {
        depth += 1
        skip(2, blanking: true)
      } else if looking(at: Self.commentEnd) {
        depth -= 1
        skip(2, blanking: true)
      } else {
        skip(1, blanking: true)
      }
    } while depth > 0 && position < source.count
  }

  /// How many `#` stand before a quote that starts here; nil where no literal starts.
  private func hashesBeforeQuote() -> Int? {
    var hashes = 0
    while position + hashes < source.count, source[position + hashes] == UInt8(ascii: "#") {
      hashes += 1
    }
    return looking(at: Self.quote, ahead: hashes) ? hashes : nil
  }

  private mutating func readLiteral(hashes: Int) {
    skip(hashes, blanking: false)
    let quotes = looking(at: Self.threeQuotes) ? 3 : 1
    skip(quotes, blanking: false)
    while position < source.count {
      if source[position] == UInt8(ascii: "\\"), areHashes(hashes, after: 1) {
        skip(1 + hashes, blanking: true)
        if looking(at: Self.bracket) {
          skip(1, blanking: false)
          readCode(until: UInt8(ascii: ")"))
        } else {
          skip(1, blanking: true)
        }
      } else if closes(quotes: quotes, hashes: hashes) {
        return skip(quotes + hashes, blanking: false)
      } else {
        skip(1, blanking: true)
      }
    }
  }

  private func closes(quotes: Int, hashes: Int) -> Bool {
    (quotes == 3 ? looking(at: Self.threeQuotes) : looking(at: Self.quote))
      && areHashes(hashes, after: quotes)
  }

  private func areHashes(_ count: Int, after ahead: Int) -> Bool {
    let start = position + ahead
    return start + count <= source.count
      && source[start..<start + count].allSatisfy { $0 == UInt8(ascii: "#") }
  }
}
