import CXMetrics
import Kernel
import Web

/// What changed, and whether it is more than chance.
struct OverviewChanges: Sendable {
  let rows: [Row]
  let note: String
  let csv: String

  /// Everything together and the surest of the groups; the table has all.
  static let shownMax = 5

  struct Row: Sendable {
    let name: String
    let isAll: Bool
    let before: String
    let after: String
    let moved: String
    let tag: OverviewTag
  }

  init?(_ figures: OverviewFigures, _ story: OverviewStory, in language: Language) {
    guard let option = figures.option, figures.comparison != nil, figures.total != nil else {
      return nil
    }
    let words = Catalogue.of(language)
    let text = MeasureText(measure: option.measure, language: language)
    func row(_ name: String, _ change: FigureChange, isAll: Bool) -> Row {
      Row(
        name: name,
        isAll: isAll,
        before: text.value(change.before.value),
        after: text.value(change.after.value),
        moved: text.change(change.value),
        tag: OverviewTag(change, words)
      )
    }
    let changes = figures.changes
    let all = figures.change.map { [row(words["overview.everything"], $0, isAll: true)] } ?? []
    rows =
      all
      + changes.prefix(Self.shownMax - all.count).map {
        row(words.value($0.value, of: figures.dimension), $0.change, isAll: false)
      }
    let against = words.text("overview.changes_against", ["since": story.since])
    note =
      rows.isEmpty
      ? words["overview.changes_none"]
      : changes.count > 1
        ? against + " " + words.plural("overview.changes_family", changes.count) : against
    csv = figures.csv("changes")
  }
}

extension OverviewFigures {
  /// Where a part's table lies.
  func csv(_ part: String) -> String {
    "/overview.csv?part=\(part)" + (request.query.isEmpty ? "" : "&\(request.query)")
  }
}
