import Foundation
import Kernel

/// What the form that creates the owner sends; troubles are the last parts of their messages' keys.
struct SetUpForm: Sendable {
  var name = ""
  var email = ""
  var nameTrouble: String?
  var emailTrouble: String?
  var passwordTrouble: String?

  /// Set when there is no trouble.
  var accepted: (name: String, email: EmailAddress, password: Password)?

  init() {}

  init(name: String, email: String, password typed: String) {
    self.name = name
    self.email = email
    let trimmed = PersonName(name)
    let address = EmailAddress(email)
    if trimmed == nil {
      nameTrouble = name.allSatisfy(\.isWhitespace) ? "missing" : "unfit"
    }
    if address == nil {
      emailTrouble = email.allSatisfy(\.isWhitespace) ? "missing" : "invalid"
    }
    do throws(Password.Refusal) {
      let password = try Password(choosing: typed, for: address)
      if let trimmed, let address { accepted = (trimmed.text, address, password) }
    } catch {
      passwordTrouble = error.rawValue
    }
  }
}

/// What a person or a token is called: trimmed, on one line.
struct PersonName {
  let text: String

  /// Nil when empty, longer than `Limits.nameCharactersMax`, or with control characters.
  init?(_ typed: String) {
    let trimmed = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty, trimmed.utf8.count <= 8 * Limits.nameCharactersMax,
      trimmed.count <= Limits.nameCharactersMax,
      !trimmed.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return nil }
    text = trimmed
  }
}
