import Foundation
import Kernel

/// A password somebody chose, within the rules.
///
/// Composed (RFC 8265), so that every keyboard's way of typing “ế” is the same password.
struct Password: Sendable {
  let bytes: [UInt8]

  /// Why a password was refused; the raw value is the last part of its message's key.
  enum Refusal: String, Error, CaseIterable, CustomStringConvertible {
    case short
    case long
    case email

    var description: String {
      switch self {
      case .short: "the password is too short: at least \(Limits.passwordCharactersMin) characters"
      case .long: "the password is too long: at most \(Limits.passwordBytesMax) bytes"
      case .email: "the password is the e-mail address; choose another"
      }
    }
  }

  /// A new password.
  init(choosing typed: String, for email: EmailAddress?) throws(Refusal) {
    guard let password = Password(typed: typed) else { throw .long }
    guard typed.count >= Limits.passwordCharactersMin else { throw .short }
    if let email, EmailAddress(typed) == email { throw .email }
    self = password
  }

  /// A password to check; nil for one that could never have been chosen.
  init?(typed: String) {
    guard typed.utf8.count <= Limits.passwordBytesMax else { return nil }
    bytes = Array(typed.precomposedStringWithCanonicalMapping.utf8)
  }
}
