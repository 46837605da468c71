import Crypto
import Foundation

/// A name that outsiders know a row by: 128 random bits, so that nobody can count or guess.
enum PublicToken {
  static let characters = 22

  /// 22 characters of base64url, never led by a hyphen: a command line would read an option.
  static func make() -> String {
    var token = random()
    while token.hasPrefix("-") { token = random() }
    return token
  }

  private static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    for _ in 0..<2 {
      let word: UInt64 = generator.next()
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    return text(of: bytes)
  }

  /// Base64 for addresses (RFC 4648 §5), without padding.
  static func text(of bytes: some Sequence<UInt8>) -> String {
    var text = ""
    var held: UInt32 = 0
    var bits = 0
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.unicodeScalars.append(alphabet[Int(held >> UInt32(bits)) & 63])
      }
    }
    if bits > 0 { text.unicodeScalars.append(alphabet[Int(held << UInt32(6 - bits)) & 63]) }
    return text
  }

  /// The first 16 bytes of SHA-256: enough that no second text has the same.
  static func hash(_ text: String) -> [UInt8] {
    Array(SHA256.hash(data: Data(text.utf8)).prefix(16))
  }

  static func hash(_ bytes: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: bytes).prefix(16))
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".unicodeScalars
  )
}
