import Kernel
import Mustache
package import Web

/// The style sheets of the pages without a frame: sign-in, set-up, account, refusals.
package enum AccessLook {
  static let own = Asset("access.css", Assets.access_css)

  static let copying = Asset("copying.js", Assets.copying_js)

  package static let stylesheets: [Asset] = [.tokens, .components, own]
}

/// The words of access in one language, ready for templates as `{{t.email}}`.
enum AccessWords {
  private static let sections = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { ($0, Catalogue.of($0).section("access")) }
  )

  static func of(_ language: Language) -> [String: String] { sections[language] ?? [:] }
}

/// One language to switch to.
struct LanguageLink: Sendable {
  let code: String
  let name: String
  let href: String
  let isCurrent: Bool

  /// - Parameter href: the page's address, with or without a query.
  static func all(from href: String, current: Language) -> [LanguageLink] {
    Language.allCases.map { language in
      LanguageLink(
        code: language.rawValue,
        name: language.ownName,
        href: href + (href.contains("?") ? "&" : "?") + "lang=\(language.rawValue)",
        isCurrent: language == current
      )
    }
  }
}

/// The page in two halves for people who are not in yet: who we are, and a form.
struct ThresholdPage: Page {
  static let template = MustacheTemplate(embedded: Templates.threshold)

  let t: [String: String]
  let form: String
  let languages: [LanguageLink]
  private let title: String
  private let language: Language

  /// - Parameters:
  ///   - offersLanguages: false where another page would lose what this one carries.
  ///   - form: HTML, already escaped.
  init(
    _ title: String,
    in language: Language,
    at href: String,
    offersLanguages: Bool = true,
    form: String
  ) {
    t = AccessWords.of(language)
    self.form = form
    languages = offersLanguages ? LanguageLink.all(from: href, current: language) : []
    self.title = title
    self.language = language
  }

  var document: Document {
    Document(
      "\(title) · Touchstone",
      in: language,
      stylesheets: AccessLook.stylesheets,
      body: html
    )
  }
}

/// How long to wait before the next attempt, in words.
enum WaitText {
  static func text(_ wait: Duration, _ words: Catalogue) -> String {
    let seconds = wait.secondsRoundedUp
    return seconds < 60
      ? words.plural("access.sign_in.wait.seconds", seconds)
      : words.plural("access.sign_in.wait.minutes", (seconds + 59) / 60)
  }
}

extension Duration {
  /// Whole seconds, never fewer than there are.
  var secondsRoundedUp: Int { Int((milliseconds + 999) / 1000) }
}
