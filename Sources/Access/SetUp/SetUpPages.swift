import Kernel
import Mustache
import Web

/// The form that creates the owner, and again with what was wrong; never with the password.
struct SetUpPage: Page {
  static let template = MustacheTemplate(embedded: Templates.set_up)

  let t: [String: String]
  let action: String
  let name: String
  let email: String
  let nameError: String?
  let emailError: String?
  let passwordError: String?

  /// Where to begin: the first field with trouble.
  let isNameFirst: Bool
  let isEmailFirst: Bool
  let isPasswordFirst: Bool
  private let language: Language

  init(_ language: Language, action: String, form: SetUpForm = SetUpForm()) {
    let words = Catalogue.of(language)
    t = AccessWords.of(language)
    self.action = action
    name = form.name
    email = form.email
    nameError = form.nameTrouble.map { words["access.name.\($0)"] }
    emailError = form.emailTrouble.map { words["access.email.\($0)"] }
    passwordError = form.passwordTrouble.map { words["access.password.\($0)"] }
    let isClean = nameError == nil && emailError == nil && passwordError == nil
    isNameFirst = isClean || nameError != nil
    isEmailFirst = !isNameFirst && emailError != nil
    isPasswordFirst = !isNameFirst && !isEmailFirst
    self.language = language
  }

  var document: Document {
    ThresholdPage(t["set_up_title"] ?? "", in: language, at: action, form: html).document
  }
}

/// Says that a set-up link does not work, whatever the reason.
struct SetUpSpentPage: Page {
  static let template = MustacheTemplate(embedded: Templates.set_up_spent)

  let t: [String: String]
  private let language: Language

  init(_ language: Language) {
    t = AccessWords.of(language)
    self.language = language
  }

  var document: Document {
    ThresholdPage(t["set_up_spent_title"] ?? "", in: language, at: SignInLink.path, form: html)
      .document
  }
}
