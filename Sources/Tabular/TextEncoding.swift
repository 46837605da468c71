/// How a file's bytes spell text.
package enum TextEncoding: Hashable, Sendable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
}

extension TextEncoding {
  /// What the first bytes of a file tell: an encoding, and how many bytes mark it.
  struct Sign {
    let encoding: TextEncoding
    let markBytes: Int
  }

  /// Refuses what is no text at all, by name.
  static func recognise(_ head: [UInt8], file: String) throws(TabularError) -> Sign {
    if let kind = foreignKind(head) {
      throw TabularError(file: file, reason: kind)
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return Sign(encoding: .utf8, markBytes: 3) }
    if head.starts(with: [0xFF, 0xFE]) { return Sign(encoding: .utf16LittleEndian, markBytes: 2) }
    if head.starts(with: [0xFE, 0xFF]) { return Sign(encoding: .utf16BigEndian, markBytes: 2) }
    return Sign(encoding: encodingWithoutMark(head) ?? .utf8, markBytes: 0)
  }

  /// Western letters, digits and separators in UTF-16 have a NUL in every other byte.
  private static func encodingWithoutMark(_ head: [UInt8]) -> TextEncoding? {
    let pairs = min(head.count, 4096) / 2
    guard pairs >= 2 else { return nil }
    var evenNULs = 0
    var oddNULs = 0
    for pair in 0..<pairs {
      if head[2 * pair] == 0 { evenNULs += 1 }
      if head[2 * pair + 1] == 0 { oddNULs += 1 }
    }
    if oddNULs * 2 > pairs && evenNULs * 20 < pairs { return .utf16LittleEndian }
    if evenNULs * 2 > pairs && oddNULs * 20 < pairs { return .utf16BigEndian }
    return nil
  }

  private static func foreignKind(_ head: [UInt8]) -> String? {
    let advice = "save the sheet as CSV (UTF-8) and bring that"
    let kinds: [([UInt8], String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "is a zip archive or an Excel workbook; \(advice)"),
      ([0xD0, 0xCF, 0x11, 0xE0], "is an old Excel workbook; \(advice)"),
      ([0x25, 0x50, 0x44, 0x46], "is a PDF; \(advice)"),
      ([0x28, 0xB5, 0x2F, 0xFD], "is compressed by zstd; unpack it or use gzip"),
      ([0xFD, 0x37, 0x7A, 0x58], "is compressed by xz; unpack it or use gzip"),
      ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41], "is compressed by bzip2; unpack it or use gzip"),
      ([0x50, 0x41, 0x52, 0x31, 0x15], "is a Parquet file; \(advice)"),
      ([0xFF, 0xFE, 0x00, 0x00], "is UTF-32; save it as UTF-8"),
      ([0x00, 0x00, 0xFE, 0xFF], "is UTF-32; save it as UTF-8"),
    ]
    return kinds.first { head.starts(with: $0.0) }?.1
  }

  /// What a byte that is not UTF-8 was probably meant to be.
  static func name(ofForeignByte byte: UInt8) -> String {
    (0x80...0x9F).contains(byte) ? "Windows-1252" : "Latin-1 (ISO 8859-1) or Windows-1252"
  }
}
