import Kernel
import Mustache
import Web

/// The form to sign in, and again with what was wrong; never with the password.
struct SignInPage: Page {
  static let template = MustacheTemplate(embedded: Templates.sign_in)

  let t: [String: String]
  let then: String
  let email: String
  let hasEmail: Bool
  let stay: Bool
  let notice: String?
  let emailError: String?
  let passwordError: String?
  let kept: [FormFields.Field]
  private let language: Language

  /// Why somebody is not in.
  enum Trouble: Equatable {
    case emailMissing
    case passwordMissing
    case wrong
    case wait(Duration)

    /// There is nobody yet who could sign in.
    case noOwner
  }

  init(
    _ language: Language,
    then: String,
    email: String = "",
    stay: Bool = false,
    troubles: [Trouble] = [],
    kept form: KeptForm? = nil
  ) {
    let words = Catalogue.of(language)
    t = AccessWords.of(language)
    self.then = then
    self.email = email
    hasEmail = !email.isEmpty
    self.stay = stay
    self.language = language
    kept = form?.carried ?? []
    notice =
      switch troubles.first {
      case .wait(let wait): WaitText.text(wait, words)
      case .noOwner: words["access.sign_in.no_owner"]
      default: form == nil ? nil : words["access.sign_in.kept"]
      }
    emailError = troubles.contains(.emailMissing) ? words["access.email.missing"] : nil
    passwordError =
      troubles.contains(.wrong)
      ? words["access.sign_in.wrong"]
      : troubles.contains(.passwordMissing) ? words["access.password.missing"] : nil
  }

  var document: Document {
    let title = t["sign_in_title"] ?? ""
    return ThresholdPage(
      title,
      in: language,
      at: SignInLink(then: then).href,
      offersLanguages: kept.isEmpty,
      form: html
    ).document
  }
}
