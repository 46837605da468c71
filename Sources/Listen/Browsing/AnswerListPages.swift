import Kernel
import Mustache
import Web

enum AnswerLook {
  static let styles = Asset("answers.css", Assets.answers_css)
  static let script = Asset("answers.js", Assets.answers_js)
}

/// All answers, newest first, with what can be done about several at once.
struct AnswerListPage: Page {
  static let template = MustacheTemplate(embedded: Templates.answer_list)

  let t: [String: String]
  let csrf: String
  let title: String
  let lead: String

  /// Where all matches are counted; nil where they were.
  let countAll: String?
  let notice: String?

  /// HTML of the saved views.
  let views: String
  let form: AnswerFilterForm
  let rows: [Row]
  let hasRows: Bool
  let isEmpty: Bool
  let emptyTitle: String
  let emptyText: String
  let mayHandle: Bool
  let states: [StateButton]
  let back: String
  let newer: String?
  let older: String?
  let csv: String?
  let xlsx: String?

  struct Row: Sendable {
    let id: String
    let href: String
    let chip: ScoreChip?
    let words: String
    let hasWords: Bool
    let meta: String
    let at: String
    let when: String
    let tags: [AnswerTag]
    let label: String
  }

  struct StateButton: Sendable {
    let value: String
    let text: String
  }

  /// What a row has room for.
  static let excerptMax = 200

  struct Shown: Sendable {
    let request: AnswerListRequest
    let page: AnswerListStore.Page
    let scope: AnswerScope
    let mayHandle: Bool
    let mayExport: Bool
    let csrf: String
    let notice: String?

    /// HTML of the saved views.
    let views: String
  }

  init(_ shown: Shown, _ words: AnswerWords) {
    let request = shown.request
    let page = shown.page
    t = words.words.section("answers")
    csrf = shown.csrf
    let isFiltered = !request.query.isEmpty || request.filter.isImpossible
    let kind = page.isMore ? "more" : isFiltered ? "found" : "count"
    title = words.words.plural("answers.\(kind)", page.count)
    countAll = page.isMore ? request.href(with: [(AnswerListRequest.countField, "all")]) : nil
    lead = words[isFiltered ? "lead_filtered" : "lead"]
    notice = shown.notice
    views = shown.views
    form = AnswerFilterForm(request, shown.scope, words)
    rows = page.answers.map { Row($0, request, shown.scope, words) }
    hasRows = !page.answers.isEmpty
    isEmpty = page.answers.isEmpty
    emptyTitle = words[isFiltered ? "none_found" : "none"]
    emptyText = words[isFiltered ? "none_found_text" : "none_text"]
    mayHandle = shown.mayHandle && !page.answers.isEmpty
    states = AnswerState.allCases.filter { $0 != .partial }
      .map { StateButton(value: $0.rawValue, text: words.state($0)) }
    back = request.query
    newer =
      page.hasNewer
      ? page.answers.first.map {
        request.href(with: [(AnswerListRequest.newerField, $0.position.text)])
      } ?? request.href() : nil
    older =
      page.hasOlder
      ? page.answers.last.map {
        request.href(with: [(AnswerListRequest.olderField, $0.position.text)])
      } : nil
    let hasFile = shown.mayExport && page.count > 0
    csv = hasFile ? request.href("/answers.csv") : nil
    xlsx = hasFile ? request.href("/answers.xlsx") : nil
  }
}

extension AnswerListPage.Row {
  init(
    _ answer: AnswerSummary,
    _ request: AnswerListRequest,
    _ scope: AnswerScope,
    _ words: AnswerWords
  ) {
    let survey = scope.survey(answer.survey)
    id = answer.publicID
    href = request.href("\(AnswerListRequest.path)/\(answer.publicID)")
    chip = ScoreChip(answer.points, kind: survey?.lead?.kind, words)
    hasWords = answer.comment != nil
    let whole = answer.comment ?? words["no_words"]
    let max = AnswerListPage.excerptMax
    self.words = whole.count > max ? whole.prefix(max) + "…" : whole
    let places = ["touchpoint", "channel", "unit"].compactMap { dimension -> String? in
      let value =
        switch dimension {
        case "touchpoint": answer.context.touchpoint
        case "channel": answer.context.channel
        default: answer.context.unit
        }
      return value.map { words.value($0, of: dimension) }
    }
    var parts = scope.surveys.count > 1 ? [survey?.name ?? ""] : []
    // A branch is often the touchpoint too.
    for place in places where !parts.contains(place) { parts.append(place) }
    meta = parts.map { "\u{2068}\($0)\u{2069}" }.joined(separator: " · ")
    at = answer.at.description
    when = words.moment(answer.at)
    tags = AnswerTag.all(answer.state, answer.flags, words)
    label = words.words.text("answers.pick", ["when": when])
  }
}
