import Kernel
import Mustache
import Web

/// The form with which somebody who was invited comes in; never with the password.
struct JoinPage: Page {
  static let template = MustacheTemplate(embedded: Templates.join)

  let t: [String: String]
  let action: String
  let email: String
  let lead: String
  let name: String
  let nameError: String?
  let passwordError: String?
  let isPasswordFirst: Bool
  private let language: Language

  init(
    _ invitation: Invitation,
    action: String,
    form: SetUpForm = SetUpForm(),
    in language: Language
  ) {
    let words = Catalogue.of(language)
    t = AccessWords.of(language)
    self.action = action
    email = invitation.email.text
    let role = words["access.role.\(invitation.role.rawValue)"]
    lead = words.text("access.join.lead", ["role": role])
    name = form.name
    nameError = form.nameTrouble.map { words["access.name.\($0)"] }
    passwordError = form.passwordTrouble.map { words["access.password.\($0)"] }
    isPasswordFirst = nameError == nil && passwordError != nil
    self.language = language
  }

  var document: Document {
    ThresholdPage(t["join_title"] ?? "", in: language, at: action, form: html).document
  }
}
