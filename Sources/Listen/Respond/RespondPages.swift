import Access
import Kernel
import Mustache
import Web

/// What the respondent's pages load: one small sheet, and one script of small parts.
enum RespondLook {
  static let sheet = Asset("respond.css", Assets.respond_css)
  static let script = Asset(
    "respond.js",
    [
      Assets.answer_store_js, Assets.answer_queue_js, Assets.trial_queue_js,
      Assets.questionnaire_js, Assets.respond_sheet_js, Assets.number_keys_js, Assets.respond_js,
    ].joined(separator: "\n")
  )
}

/// One person's visit to one survey, the same on all of its pages.
struct RespondVisit: Sendable {
  let survey: SurveyDefinition
  let language: Language
  let link: RespondLink

  let asker: RespondAsker

  var words: Catalogue { Catalogue.of(language) }

  /// All words of these pages, ready for templates as `{{t.send}}`.
  var t: [String: String] { asker.t(in: language) }

  var title: String { text(survey.title) }

  var thanks: String { survey.thanks.map(text) ?? t["thanks_text"] ?? "" }

  /// Who hears it; nothing for a business without a name, unless it says so in words of its own.
  var privacy: String {
    let own = asker.texts["privacy", language]
    guard let words = own ?? (asker.name == nil ? nil : t["privacy"]) else { return "" }
    return words.replacing("{business}", with: asker.name ?? "")
  }

  var languages: [RespondLanguage] {
    RespondLanguage.all(survey.languages, current: language, link: link)
  }

  func text(_ text: LocalText) -> String {
    text.text(in: language, fallback: survey.defaultLanguage)
  }
}

/// Who asks, as respondents see it.
struct RespondAsker: Sendable {
  /// Nil leaves the survey's title in its place.
  let name: String?
  let logo: String?
  let theme: String?
  let texts: BusinessTexts

  init(_ business: Business) {
    name = business.name.isEmpty ? nil : business.name
    logo = business.logoPath
    theme = business.theme
    texts = business.texts
  }

  /// All words of the respondents' pages, the business's own in the place of ours.
  func t(in language: Language) -> [String: String] {
    texts.over(Self.sections[language] ?? [:], in: language)
  }

  /// What a printed card asks people to do.
  func invitation(in language: Language) -> String {
    texts[TextKey.invitation.rawValue, language]
      ?? Catalogue.of(language)[TextKey.invitation.catalogueKey]
  }

  private static let sections = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { ($0, Catalogue.of($0).section("respond")) }
  )
}

/// One language to switch to.
struct RespondLanguage: Sendable {
  let code: String
  let name: String
  let href: String
  let current: Bool

  static func all(_ offered: [Language], current: Language, link: RespondLink) -> [Self] {
    offered.map { language in
      Self(
        code: language.rawValue,
        name: language.ownName,
        href: link.query(in: language),
        current: language == current
      )
    }
  }
}

/// The questions, as one form that the script turns into one question at a time.
struct RespondPage: Page {
  static let template = MustacheTemplate(embedded: Templates.respond)

  let lang: String
  let t: [String: String]
  let business: String?
  let logo: String?
  let title: String
  let length: String
  let version: Int
  let submission: String
  let opened: Int64
  let action: String
  let api: String
  let thanksHref: String
  let context: [FormField]
  let notice: String?

  /// An author tries a draft: what is picked stays in the page.
  let trial: Bool

  /// The question that an author looks at.
  let step: String?
  let problems: Problems?
  let questions: [RespondQuestion]
  let thanks: String
  let privacy: String
  let offersLanguages: Bool
  let languages: [RespondLanguage]
  private let language: Language
  private let theme: String?

  /// The questions to look at again.
  struct Problems: Sendable {
    let items: [Item]

    struct Item: Sendable {
      let key: String
      let text: String
    }
  }

  /// - Parameters:
  ///   - form: what has been typed so far stays typed.
  ///   - faults: why it was not taken, each shown at its question.
  ///   - notice: what else there is to say, above everything.
  init(
    _ version: SurveyVersion,
    _ visit: RespondVisit,
    form: RespondForm,
    faults: [AnswerFault] = [],
    notice: String? = nil
  ) {
    language = visit.language
    lang = language.rawValue
    t = visit.t
    business = visit.asker.name
    logo = visit.asker.logo
    theme = visit.asker.theme
    title = visit.title
    length = RespondLength(of: version).text(in: language)
    self.version = version.number
    submission = form.submission
    opened = form.opened.milliseconds
    action = visit.link.page(in: language)
    api = visit.link.api
    thanksHref = visit.link.thanks(in: language)
    context = RespondContext.fields(of: form.fields, for: version)
    self.notice = notice
    trial = visit.link.isTrial
    step = form["step"]
    // What belongs to no question is said at the first.
    let first = version.questions.first?.key
    let errors = faults.reduce(into: [String: String]()) { errors, fault in
      guard let key = fault.question ?? first, errors[key] == nil else { return }
      errors[key] = visit.words.text(fault.catalogueKey, fault.gaps(in: visit.language))
    }
    questions = version.questions.map { question in
      RespondQuestion(question, visit, form: form, error: errors[question.key])
    }
    let wrong = questions.filter { $0.error != nil }
    problems =
      wrong.isEmpty
      ? nil : Problems(items: wrong.map { Problems.Item(key: $0.key, text: $0.text) })
    thanks = visit.thanks
    privacy = visit.privacy
    languages = visit.languages
    offersLanguages = languages.count > 1
  }

  var document: Document {
    Document(
      title,
      in: language,
      stylesheets: [RespondLook.sheet],
      theme: theme,
      scripts: [RespondLook.script],
      body: html
    )
  }
}

/// What is shown after the last answer to those whose browser runs no scripts, and on reloading.
struct RespondThanksPage: Page {
  static let template = MustacheTemplate(embedded: Templates.respond_thanks)

  let t: [String: String]
  let business: String?
  let logo: String?
  let title: String
  let thanks: String
  let privacy: String
  let offersLanguages: Bool
  let languages: [RespondLanguage]
  private let language: Language
  private let theme: String?

  init(_ visit: RespondVisit) {
    language = visit.language
    t = visit.t
    business = visit.asker.name
    logo = visit.asker.logo
    theme = visit.asker.theme
    title = visit.title
    thanks = visit.thanks
    privacy = visit.privacy
    languages = visit.languages
    offersLanguages = languages.count > 1
  }

  var document: Document {
    Document(title, in: language, stylesheets: [RespondLook.sheet], theme: theme, body: html)
  }
}
