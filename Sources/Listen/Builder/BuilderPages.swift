import Kernel
import Mustache
import Web

/// The builder: questions at the start, the one that is worked on, and how a phone shows it.
struct BuilderPage: Page {
  static let template = MustacheTemplate(embedded: Templates.builder)

  let t: [String: String]
  let head: String
  let csrf: String
  let revision: Int
  let tongue: String
  let notice: BuilderNotice?
  let tongues: [Tongue]
  let hasTongues: Bool
  let missing: [Missing]
  let survey: String
  let isOnSurvey: Bool
  let surveyTitle: String
  let questions: [BuilderQuestion]
  let listAction: String
  let ready: [Ready]
  let canAdd: Bool
  let editor: String
  let isWide: Bool
  let preview: String
  let grip = Icon.drag.svg

  struct Tongue: Sendable {
    let name: String
    let code: String
    let href: String
    let isCurrent: Bool
  }

  struct Missing: Sendable {
    let text: String
    let href: String
  }

  struct Ready: Sendable {
    let key: String
    let kind: String
    let text: String
  }

  init(
    _ draft: SurveyDraft,
    _ view: BuilderView,
    _ trouble: BuilderTrouble,
    csrf: String,
    at now: Instant,
    in language: Language
  ) {
    let definition = draft.definition
    let desk = BuilderDesk(definition, view, faults: trouble.faults, in: language)
    let words = desk.words
    let path = SurveyPath(draft.survey.token)
    t = words.section("builder")
    head = BuilderHead(draft, view, csrf: csrf, at: now, words).html
    self.csrf = csrf
    revision = draft.revision
    tongue = view.tongue
    notice = BuilderNotice(trouble, view, of: draft, desk)
    tongues = Self.tongues(view, of: definition, path, words)
    hasTongues = definition.languages.count > 1
    missing = Self.missing(view, of: definition, path, words)
    survey = view.with(.survey).href(path)
    isOnSurvey = view.part == .survey
    surveyTitle = desk.text(definition.title)
    questions = definition.questions.enumerated().map { index, question in
      BuilderQuestion(question, at: index, view, path, desk)
    }
    listAction = "\(path.root)/questions"
    ready = ReadyQuestion.all.map { question in
      Ready(
        key: question.key,
        kind: words["builder.kind.\(question.kind.name)"],
        text: question.text.text(in: desk.shown, fallback: language)
      )
    }
    canAdd = definition.questions.count < Limits.questionsMax
    editor = Self.editor(draft, view, trouble, csrf: csrf, desk)
    isWide = desk.languages.count > 1
    preview = desk.preview(of: view.part, path)
  }

  private static func editor(
    _ draft: SurveyDraft,
    _ view: BuilderView,
    _ trouble: BuilderTrouble,
    csrf: String,
    _ desk: BuilderDesk
  ) -> String {
    if case .question(let typed) = trouble.typed {
      return QuestionFields(typed, of: draft, view, csrf: csrf, desk).html
    }
    if case .question(let key) = view.part, let question = desk.definition.question(key) {
      return QuestionFields(question, of: draft, view, csrf: csrf, desk).html
    }
    let typed = if case .survey(let typed) = trouble.typed { typed } else { desk.definition }
    return SurveyFields(typed, of: draft, view, csrf: csrf, desk).html
  }

  private static func tongues(
    _ view: BuilderView,
    of definition: SurveyDefinition,
    _ path: SurveyPath,
    _ words: Catalogue
  ) -> [Tongue] {
    let each = definition.languages.map { language in
      Tongue(
        name: language.ownName,
        code: language.rawValue,
        href: view.inLanguage(language).href(path),
        isCurrent: view.language == language
      )
    }
    let all = Tongue(
      name: words["builder.side_by_side"],
      code: words.language.rawValue,
      href: view.inLanguage(nil).href(path),
      isCurrent: view.language == nil
    )
    return each + [all]
  }

  /// For each language how many texts it lacks, with the way to the first of them.
  private static func missing(
    _ view: BuilderView,
    of definition: SurveyDefinition,
    _ path: SurveyPath,
    _ words: Catalogue
  ) -> [Missing] {
    definition.languages.compactMap { language in
      let lacking = definition.texts.filter { $0.text[language] == nil }
      guard let first = lacking.first else { return nil }
      let part = DefinitionPlace(first.path).part(of: definition)
      return Missing(
        text: words.plural(
          "builder.missing",
          lacking.count,
          ["language": words["builder.language.\(language.rawValue)"]]
        ),
        href: view.with(part).inLanguage(language).href(path)
      )
    }
  }
}

/// One question in the builder's list.
struct BuilderQuestion: Sendable {
  let key: String
  let meta: String
  let text: String
  let isEmpty: Bool
  let href: String
  let isCurrent: Bool
  let up: String?
  let down: String?
  let upIcon = Icon.up.svg
  let downIcon = Icon.down.svg

  init(
    _ question: Question,
    at index: Int,
    _ view: BuilderView,
    _ path: SurveyPath,
    _ desk: BuilderDesk
  ) {
    let words = desk.words
    key = question.key
    var parts = [
      NumberText.integer(index + 1, in: words.language),
      words["builder.kind.\(question.kind.name)"],
    ]
    if !question.isRequired { parts.append(words["builder.optional"]) }
    if question.showIf != nil { parts.append(words["builder.some_people"]) }
    if !question.variants.isEmpty { parts.append(words["builder.changes"]) }
    meta = parts.joined(separator: " · ")
    let shown = desk.text(question.text)
    isEmpty = shown.isEmpty
    text = shown.isEmpty ? words["builder.no_words"] : shown
    href = view.with(.question(question.key)).href(path)
    isCurrent = view.part == .question(question.key)
    let last = desk.definition.questions.count - 1
    up = isCurrent && index > 0 ? words.text("builder.up_name", ["name": text]) : nil
    down = isCurrent && index < last ? words.text("builder.down_name", ["name": text]) : nil
  }
}
