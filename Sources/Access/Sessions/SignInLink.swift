/// The address of the sign-in page, with the way back.
struct SignInLink {
  /// Where to go afterwards, a path of ours with its query.
  let then: String

  static let path = "/sign-in"

  /// Longer ways back are forgotten.
  private static let thenBytesMax = 2000

  /// - Parameter then: as anyone could have sent it; what would lead off this site is dropped.
  init(then: String?) {
    // Browsers take a backslash for a slash and drop tabs and line ends, hence plain ASCII only.
    guard let then, then.utf8.count <= Self.thenBytesMax, then.hasPrefix("/"),
      !then.hasPrefix("//"), then.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != 0x5c })
    else {
      self.then = "/"
      return
    }
    self.then = then
  }

  var href: String {
    guard then != "/" else { return Self.path }
    var encoded = ""
    for byte in then.utf8 {
      if Self.isPlain(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return "\(Self.path)?then=\(encoded)"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
