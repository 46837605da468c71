import Crypto
import Foundation
import Kernel

/// A name that outsiders know a row by: random, so that nobody can count or guess.
enum PublicToken {
  static let characters = 22

  /// 22 characters of base64url from 128 random bits, never led by a hyphen: a command line would
  /// read an option.
  static func make() -> String {
    var token = random()
    while token.hasPrefix("-") { token = random() }
    return token
  }

  /// Whether `make` could have given it.
  static func isToken(_ text: String) -> Bool {
    text.utf8.count == characters && !text.hasPrefix("-") && text.utf8.allSatisfy(alphabet.contains)
  }

  /// The name of one of very many rows: its moment and then 80 random bits, so that rows that come
  /// together lie together in an index.
  ///
  /// - Parameter moment: at or after 1970.
  static func make(at moment: Instant) -> String {
    let time = UInt64(clamping: moment.rawValue)
    let leading = stride(from: UInt64(40), through: 0, by: -8).map { shift in
      UInt8(truncatingIfNeeded: time >> shift)
    }
    return text(of: leading + randomBytes(10))
  }

  private static func random() -> String { text(of: randomBytes(16)) }

  private static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    var word: UInt64 = 0
    return (0..<count).map { place in
      word = place % 8 == 0 ? generator.next() : word >> 8
      return UInt8(truncatingIfNeeded: word)
    }
  }

  /// Base64 for addresses (RFC 4648 §5), without padding.
  static func text(of bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(characters)
    var held: UInt32 = 0
    var bits = 0
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(alphabet[Int(held >> UInt32(bits)) & 63])
      }
    }
    if bits > 0 { text.append(alphabet[Int(held << UInt32(6 - bits)) & 63]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The first 16 bytes of SHA-256: enough that no second text has the same.
  static func hash(_ text: String) -> [UInt8] {
    Array(SHA256.hash(data: Data(text.utf8)).prefix(16))
  }

  static func hash(_ bytes: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: bytes).prefix(16))
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
  )
}
