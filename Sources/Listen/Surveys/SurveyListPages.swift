import Kernel
import Mustache
import Web

/// All surveys, and templates to start another from.
struct SurveyListPage: Page {
  static let template = MustacheTemplate(embedded: Templates.survey_list)

  let t: [String: String]
  let csrf: String
  let lead: String
  let lines: [Line]
  let isEmpty: Bool
  let mayManage: Bool
  let templates: [Template]

  struct Line: Sendable {
    let name: String
    let state: String
    let tone: String
    let changes: Bool
    let answers: String
    let latest: String?
    let score: Score?
    let href: String
    let edit: String?
    let share: String
    let answersHref: String
    let editLabel: String
    let shareLabel: String
    let answersLabel: String
  }

  struct Score: Sendable {
    let measure: String
    let value: String
    let href: String
    let base: String
    let isLowBase: Bool
  }

  /// A survey to start from, with the token that it will have.
  struct Template: Sendable {
    let name: String
    let title: String
    let about: String
    let length: String
    let token: String
    let label: String
  }

  init(
    _ surveys: [SurveyLine],
    scores: [String: SurveyScore],
    mayManage: Bool,
    csrf: String,
    calendar: BusinessCalendar,
    day: (Instant) -> Day,
    in language: Language
  ) {
    let words = Catalogue.of(language)
    t = words.section("surveys")
    self.csrf = csrf
    self.mayManage = mayManage
    let open = surveys.count { $0.survey.state == .open }
    lead =
      surveys.isEmpty ? words["surveys.lead_empty"] : words.plural("surveys.lead", open)
    lines = surveys.map { line in
      Line(line, scores[line.survey.token], mayManage: mayManage, words) {
        DayText.text(day($0), calendar, in: language)
      }
    }
    isEmpty = surveys.isEmpty
    let templates = SurveyTemplate.allCases.map { Template($0, words) }
    self.templates = templates + [Template(nil, words)]
  }
}

extension SurveyListPage.Line {
  init(
    _ line: SurveyLine,
    _ score: SurveyScore?,
    mayManage: Bool,
    _ words: Catalogue,
    _ dayText: (Instant) -> String
  ) {
    let path = SurveyPath(line.survey.token)
    name = line.survey.name
    state = words["surveys.state.\(line.survey.state.rawValue)"]
    tone = line.survey.state == .open ? "good" : ""
    changes = line.hasChanges
    answers =
      line.answers == 0
      ? words["surveys.no_answers"] : words.plural("surveys.answers", line.answers)
    latest = line.answeredAt.map { words.text("surveys.latest", ["day": dayText($0)]) }
    self.score = score.map { score in
      SurveyListPage.Score(
        measure: score.measure,
        value: score.value,
        href: score.href,
        base: score.range + " · " + words.plural("surveys.scores", score.count),
        isLowBase: score.isLowBase
      )
    }
    href = mayManage ? path.edit : path.share
    edit = mayManage ? path.edit : nil
    share = path.share
    answersHref = path.answers
    func label(_ key: String) -> String { words.text(key, ["name": line.survey.name]) }
    editLabel = label("surveys.edit_of")
    shareLabel = label("surveys.share_of")
    answersLabel = label("surveys.answers_of")
  }
}

extension SurveyListPage.Template {
  init(_ template: SurveyTemplate?, _ words: Catalogue) {
    let definition = NewDraft.definition(template, for: words.language, in: words.language)
    name = template?.rawValue ?? "blank"
    title = template.map { _ in definition.name } ?? words["surveys.template.blank"]
    about = words["surveys.about.\(name)"]
    let version = SurveyVersion(number: 1, definition: definition)
    length = RespondLength(of: version).text(in: words.language)
    token = PublicToken.make()
    label = words.text("surveys.start_with", ["name": title])
  }
}
