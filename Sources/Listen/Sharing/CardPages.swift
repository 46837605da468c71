import Kernel
import Mustache
import Web

/// Cards of the size A6 to print and stand on a table, one in each of the survey's languages.
struct CardPage: Page {
  static let template = MustacheTemplate(embedded: Templates.cards)

  let t: [String: String]
  let cards: [Card]
  private let title: String
  private let language: Language
  private let theme: String?

  struct Card: Sendable {
    let language: String
    let direction: String
    let business: String?
    let logo: String?
    let question: String
    let invitation: String
    let length: String
    let place: String?
    let code: String
    let link: String
  }

  /// - Parameter link: its touchpoint stands on the card, small, so that it finds its table.
  init(
    _ survey: SurveyDefinition,
    _ link: ShareLink,
    asker: RespondAsker,
    in language: Language
  ) {
    let words = Catalogue.of(language)
    t = words.section("share")
    title = "\(survey.name) · \(words["share.cards"])"
    self.language = language
    theme = asker.theme
    let length = RespondLength(of: SurveyVersion(number: 1, definition: survey))
    let wanted = link.language.map { [$0] } ?? survey.languages
    cards = wanted.map { language in
      let words = Catalogue.of(language)
      var own = link
      own.language = language
      let text = own.text
      return Card(
        language: language.rawValue,
        direction: language.direction,
        business: asker.name,
        logo: asker.logo,
        question: survey.title.text(in: language, fallback: survey.defaultLanguage),
        invitation: asker.invitation(in: language),
        length: length.text(in: language),
        place: link.touchpoint.isEmpty ? nil : link.touchpoint,
        code: QRCode.svg(of: text, title: words["share.code_title"]) ?? "",
        link: text
      )
    }
  }

  var document: Document {
    Document(
      title,
      in: language,
      stylesheets: [.tokens, .components, ShareLook.cards],
      theme: theme,
      body: html
    )
  }
}
