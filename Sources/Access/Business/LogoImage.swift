package import Kernel

/// A picture that a business may show: what it is says its first bytes, never its name.
///
/// SVG is refused: it can hold scripts, and nobody reads a logo before showing it.
package struct LogoImage: Hashable, Sendable {
  package let type: String
  package let width: Int
  package let height: Int
  package let bytes: [UInt8]

  /// Why a file is no logo; the last part of its message's key.
  package enum Refusal: String, Error, Hashable, Sendable {
    case large
    case drawing
    case unknown
    case measures
  }

  package init(_ bytes: [UInt8]) throws(Refusal) {
    guard bytes.count <= Limits.logoBytesMax else { throw .large }
    guard let (type, size) = Self.look(at: bytes) else {
      throw Self.isMarkup(bytes) ? .drawing : .unknown
    }
    guard let size, (1...Limits.logoPixelsMax).contains(size.width),
      (1...Limits.logoPixelsMax).contains(size.height)
    else { throw .measures }
    self.type = type
    (width, height) = size
    self.bytes = bytes
  }

  private typealias Size = (width: Int, height: Int)

  private static func look(at bytes: [UInt8]) -> (type: String, size: Size?)? {
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) {
      return ("image/png", png(bytes))
    }
    if bytes.starts(with: [0xff, 0xd8, 0xff]) { return ("image/jpeg", jpeg(bytes)) }
    if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) {
      return ("image/gif", gif(bytes))
    }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      return ("image/webp", webp(bytes))
    }
    return nil
  }

  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1000).drop { $0 <= 0x20 || $0 >= 0x80 }
    return head.first == UInt8(ascii: "<")
  }

  private static func png(_ bytes: [UInt8]) -> Size? {
    guard bytes.count >= 33, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    return (big(bytes[16..<20]), big(bytes[20..<24]))
  }

  private static func gif(_ bytes: [UInt8]) -> Size? {
    guard bytes.count >= 13 else { return nil }
    return (little(bytes[6..<8]), little(bytes[8..<10]))
  }

  /// The frame's header stands behind segments of any number, each with its length.
  private static func jpeg(_ bytes: [UInt8]) -> Size? {
    var position = 2
    while position + 9 < bytes.count {
      guard bytes[position] == 0xff else { return nil }
      let marker = bytes[position + 1]
      if marker == 0xff {
        position += 1
        continue
      }
      let length = big(bytes[(position + 2)..<(position + 4)])
      // Start of frame: C0 through CF, save for the tables DHT, JPG and DAC.
      if (0xc0...0xcf).contains(marker), ![0xc4, 0xc8, 0xcc].contains(marker) {
        let height = big(bytes[(position + 5)..<(position + 7)])
        return (big(bytes[(position + 7)..<(position + 9)]), height)
      }
      guard length >= 2, marker != 0xda, marker != 0xd9 else { return nil }
      position += 2 + length
    }
    return nil
  }

  private static func webp(_ bytes: [UInt8]) -> Size? {
    guard bytes.count >= 30 else { return nil }
    if bytes[12..<16].elementsEqual("VP8X".utf8) {
      return (little(bytes[24..<27]) + 1, little(bytes[27..<30]) + 1)
    }
    if bytes[12..<16].elementsEqual("VP8L".utf8) {
      guard bytes[20] == 0x2f else { return nil }
      let bits = little(bytes[21..<25])
      return ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
    }
    guard bytes[12..<16].elementsEqual("VP8 ".utf8),
      bytes[23..<26].elementsEqual([0x9d, 0x01, 0x2a])
    else { return nil }
    return (little(bytes[26..<28]) & 0x3fff, little(bytes[28..<30]) & 0x3fff)
  }

  private static func big(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

extension Limits {
  /// A logo's file, in bytes.
  package static let logoBytesMax = 1 << 20

  /// A logo's width and height, in pixels.
  package static let logoPixelsMax = 4_096

  /// A form with a logo, in bytes: room for a file that is too large, so that it is said beside it.
  package static let logoFormBytesMax = 4 << 20
}
