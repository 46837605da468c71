import Kernel
import Mustache
import Web

/// Says in the place of a survey why there is none to answer.
struct RespondNoticePage: Page {
  static let template = MustacheTemplate(embedded: Templates.respond_notice)

  let t: [String: String]
  let brand: String?
  let heading: String
  let text: String
  let offersLanguages: Bool
  let languages: [RespondLanguage]
  private let language: Language
  private let theme: String?

  static func closed(_ visit: RespondVisit) -> RespondNoticePage {
    RespondNoticePage(
      "closed",
      in: visit.language,
      visit.asker,
      brand: visit.asker.name ?? visit.title,
      languages: visit.languages
    )
  }

  static func unknown(in language: Language, _ asker: RespondAsker, _ link: RespondLink) -> Self {
    RespondNoticePage(
      "unknown",
      in: language,
      asker,
      brand: asker.name,
      languages: RespondLanguage.all(Language.allCases, current: language, link: link)
    )
  }

  private init(
    _ name: String,
    in language: Language,
    _ asker: RespondAsker,
    brand: String?,
    languages: [RespondLanguage]
  ) {
    self.language = language
    t = asker.t(in: language)
    self.brand = brand
    theme = asker.theme
    heading = t["\(name)_title"] ?? ""
    text = t[name] ?? ""
    self.languages = languages
    offersLanguages = languages.count > 1
  }

  var document: Document {
    Document(heading, in: language, stylesheets: [RespondLook.sheet], theme: theme, body: html)
  }
}
