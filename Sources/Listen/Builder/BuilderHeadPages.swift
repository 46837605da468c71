import Kernel
import Mustache
import Web

/// The builder's first lines: how long the survey is, when it was changed last, what comes next.
struct BuilderHead: Sendable {
  let html: String

  init(
    _ draft: SurveyDraft,
    _ view: BuilderView,
    csrf: String,
    at now: Instant,
    _ words: Catalogue
  ) {
    let version = SurveyVersion(number: 1, definition: draft.definition)
    var lead = [RespondLength(of: version).text(in: words.language)]
    let minutes = Int((now.milliseconds - draft.savedAt.milliseconds) / 60_000)
    let ago =
      switch minutes {
      case ..<1: words["builder.ago.now"]
      case ..<60: words.plural("builder.ago.minutes", minutes)
      case ..<1440: words.plural("builder.ago.hours", minutes / 60)
      default: words.plural("builder.ago.days", minutes / 1440)
      }
    lead.append(
      draft.author.map { words.text("builder.saved_by", ["ago": ago, "name": $0]) }
        ?? words.text("builder.saved", ["ago": ago])
    )
    if draft.isPublished { lead.append(words["builder.is_published"]) }
    html =
      SurveyHead(
        draft.survey,
        lead: lead.joined(separator: " · "),
        at: .edit,
        mayManage: true,
        actions: BuilderActions(draft, view, csrf: csrf, words).html,
        words
      ).html
  }
}

/// Try it, and publish.
struct BuilderActions: Page {
  static let template = MustacheTemplate(embedded: Templates.builder_actions)

  let t: [String: String]
  let eye = Icon.eye.svg
  let preview: String
  let action: String
  let reversal: String
  let canUndo: Bool
  let canRedo: Bool
  let isUsed: Bool
  let undoIcon = Icon.undo.svg
  let redoIcon = Icon.redo.svg

  /// The part that is shown, so that turning back stays there.
  let placeField: String
  let place: String
  let csrf: String
  let revision: Int
  let tongue: String
  let canPublish: Bool
  let publish: String

  init(_ draft: SurveyDraft, _ view: BuilderView, csrf: String, _ words: Catalogue) {
    let path = SurveyPath(draft.survey.token)
    t = words.section("builder")
    preview = "\(path.preview)?in=\((view.language ?? draft.definition.defaultLanguage).rawValue)"
    action = "\(path.root)/publication"
    reversal = "\(path.root)/reversal"
    canUndo = draft.undone != nil
    canRedo = draft.redone != nil
    isUsed = canUndo || canRedo
    self.csrf = csrf
    (placeField, place) = view.field
    revision = draft.revision
    tongue = view.tongue
    canPublish = !draft.isPublished
    publish = words[draft.published == nil ? "builder.publish" : "builder.publish_changes"]
  }
}

/// What was done, or why it was not, above the builder.
struct BuilderNotice: Sendable {
  let title: String
  let text: String?
  let lines: String?
  let problems: [Item]
  var isWarning = true

  struct Item: Sendable {
    let text: String
    let href: String
  }

  init?(_ trouble: BuilderTrouble, _ view: BuilderView, of draft: SurveyDraft, _ desk: BuilderDesk)
  {
    let words = desk.words
    if let stale = trouble.stale {
      let name = stale.current.author ?? words["builder.somebody"]
      title = words.text("builder.stale", ["name": name])
      text = words[trouble.typed == nil ? "builder.stale_again" : "builder.stale_kept"]
      lines = stale.differences.map { differences in
        DifferenceLines(
          DifferenceLine.all(differences, from: nil, to: draft.definition, in: words.language)
        ).html
      }
      problems = []
    } else if let refusal = trouble.refusal {
      title = words["builder.not_published"]
      text = words["builder.not_published_text"]
      lines = nil
      let path = SurveyPath(draft.survey.token)
      problems = refusal.problems.map { Item($0, view, of: draft.definition, path, words) }
    } else if !trouble.faults.isEmpty {
      title = words["builder.not_saved"]
      text = words["builder.not_saved_text"]
      lines = nil
      problems = []
    } else if let told = trouble.told {
      title = words["builder.\(told.rawValue)"]
      text = nil
      lines = nil
      problems = []
      isWarning = false
    } else {
      return nil
    }
  }
}

extension BuilderNotice.Item {
  init(
    _ problem: DefinitionProblem,
    _ view: BuilderView,
    of definition: SurveyDefinition,
    _ path: SurveyPath,
    _ words: Catalogue
  ) {
    let place = DefinitionPlace(problem.path)
    let about =
      place.question.map {
        words.text(
          "builder.question_n",
          ["n": NumberText.integer($0 + 1, in: words.language)]
        )
      } ?? words["builder.survey"]
    let isText = problem.code == .missing && place.language != nil
    let key = "builder.problem.\(isText ? "missing_text" : problem.code.rawValue)"
    let language = place.language.map { words["builder.language.\($0.rawValue)"] } ?? ""
    let what = words.text(
      words.has(key) ? key : "builder.problem.else",
      ["language": language, "advice": problem.advice]
    )
    text = "\(about): \(what)"
    let shown = place.language ?? view.language
    href = view.with(place.part(of: definition)).inLanguage(shown).href(path)
  }
}

/// Differences one below the other.
struct DifferenceLines: Page {
  static let template = MustacheTemplate(embedded: Templates.difference_lines)

  let lines: [DifferenceLine]

  init(_ lines: [DifferenceLine]) { self.lines = lines }
}
