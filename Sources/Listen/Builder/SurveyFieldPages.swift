import Kernel
import Mustache
import Web

/// The form of what belongs to no question.
struct SurveyFields: Page {
  static let template = MustacheTemplate(embedded: Templates.survey_fields)

  let t: [String: String]
  let csrf: String
  let revision: Int
  let tongue: String
  let action: String
  let preview: String
  let name: String
  let nameError: String?
  let title: String
  let thanks: String
  let languages: [Offer]
  let languageError: String?
  let defaults: Choices

  struct Offer: Sendable {
    let code: String
    let name: String
    let isOffered: Bool
  }

  init(
    _ typed: SurveyDefinition,
    of draft: SurveyDraft,
    _ view: BuilderView,
    csrf: String,
    _ desk: BuilderDesk
  ) {
    let words = desk.words
    t = words.section("builder")
    self.csrf = csrf
    revision = draft.revision
    tongue = view.tongue
    action = "\(SurveyPath(draft.survey.token).root)/texts"
    preview = desk.preview(of: .survey, SurveyPath(draft.survey.token))
    name = typed.name
    nameError = desk.errors["name"]
    title = LocalFields("title", words["builder.title"], typed.title, desk).html
    thanks =
      LocalFields(
        "thanks",
        words["builder.thanks"],
        typed.thanks,
        isWanted: typed.thanks != nil,
        long: true,
        desk
      ).html
    languages = Language.allCases.map {
      Offer(code: $0.rawValue, name: $0.ownName, isOffered: typed.languages.contains($0))
    }
    languageError = desk.errors["language"]
    defaults = Choices(
      typed.languages.map { .init($0.rawValue, $0.ownName, isChosen: $0 == typed.defaultLanguage) }
    )
  }
}
