import Kernel

/// A survey's link as it is handed out, with where and by what road it is met.
struct ShareLink: Hashable, Sendable {
  /// Scheme and host: `https://feedback.example`.
  let base: String
  let token: String

  /// The place or moment that the link stands for; empty for none.
  var touchpoint = ""

  /// The road that answers come by; empty for none.
  var channel = ""

  /// Nil leaves the language to the browser of whoever answers.
  var language: Language?

  var text: String { base + "/s/\(token)" + query }

  /// The link's own choices, as a query: empty, or led by `?`.
  var query: String {
    var pairs: [String] = []
    if !touchpoint.isEmpty { pairs.append("touchpoint=\(Self.encoded(touchpoint))") }
    if !channel.isEmpty { pairs.append("channel=\(Self.encoded(channel))") }
    if let language { pairs.append("lang=\(language.rawValue)") }
    return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
  }

  /// A picture's address with the same choices.
  func picture(_ path: SurveyPath) -> String { "\(path.root)/qr.svg\(query)" }

  /// Percent-encoded by RFC 3986: only unreserved characters stay.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
