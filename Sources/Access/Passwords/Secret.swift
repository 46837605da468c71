import Crypto
import Foundation

/// Random bytes that open something: a session, a set-up link, an API token.
///
/// The text goes outside once; inside only its hash is kept.
struct Secret: Hashable, Sendable {
  /// base64url without padding, safe in a URL and a cookie.
  let text: String

  /// - Parameter byteCount: 16 where a person handles the link, 32 otherwise.
  static func random(byteCount: Int) -> Secret {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return Secret(text: base64URL(bytes))
  }

  init(text: String) { self.text = text }

  /// What the store keeps. No salt: nobody can guess 128 random bits.
  var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

  /// The token that goes into this session's forms; nothing of it has to be stored.
  var csrf: String {
    let key = SymmetricKey(data: Array(text.utf8))
    return Self.base64URL(
      Array(HMAC<SHA256>.authenticationCode(for: Array("csrf".utf8), using: key))
    )
  }

  /// The secret that one form of one session makes, however often it is sent; nil for a form that
  /// was not ours.
  ///
  /// - Parameter nonce: random, made by `random` when the form was shown.
  static func made(for nonce: String, by csrf: String, byteCount: Int) -> Secret? {
    guard nonce.utf8.count == 22, !csrf.isEmpty else { return nil }
    let key = SymmetricKey(data: Array(csrf.utf8))
    let code = Array(HMAC<SHA256>.authenticationCode(for: Array(nonce.utf8), using: key))
    return Secret(text: base64URL(Array(code.prefix(byteCount))))
  }

  /// Takes as long for a near miss as for a far one.
  static func areEqual(_ left: String, _ right: String) -> Bool {
    SymmetricKey(data: Array(left.utf8)) == SymmetricKey(data: Array(right.utf8))
  }

  static func base64URL(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
