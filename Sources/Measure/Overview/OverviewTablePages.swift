import CXMetrics
import Kernel

/// One of the overview's pictures as a table for other programs: plain digits, nothing rounded.
struct OverviewTable: Sendable {
  let head: [String]
  let rows: [[String]]

  static let parts = ["trend", "groups", "channels", "changes"]

  /// Nil for a part there is none of.
  init?(_ part: String, of figures: OverviewFigures) {
    switch part {
    case "trend":
      head = ["from", "to"] + Self.figureHead
      rows = Self.rows(of: figures.trend) { group in
        [group.period?.start.description ?? "", group.period?.end.description ?? ""]
      }
    case "groups":
      head = [figures.dimension] + Self.figureHead
      rows = Self.rows(of: figures.groups) { [$0.values.first ?? ""] }
    case "channels":
      head = ["channel"] + Self.figureHead
      rows = Self.rows(of: figures.channels) { [$0.values.first ?? ""] }
    case "changes":
      head = [figures.dimension, "before", "n_before", "after", "n_after", "change", "p"]
      let all = figures.change.map { [Self.row("", $0)] } ?? []
      rows = all + figures.changes.map { Self.row($0.value, $0.change) }
    default: return nil
    }
  }

  private static let figureHead = ["value", "low", "high", "n"]

  private static func rows(
    of figures: Figures?,
    names: (Figures.Group) -> [String]
  ) -> [[String]] {
    guard let figures else { return [] }
    return figures.groups.compactMap { group in
      figures.estimate(of: group.tally).map {
        names(group) + ["\($0.value)", "\($0.low)", "\($0.high)", "\($0.count)"]
      }
    }
  }

  private static func row(_ name: String, _ change: FigureChange) -> [String] {
    [
      name, "\(change.before.value)", "\(change.before.count)", "\(change.after.value)",
      "\(change.after.count)", "\(change.value)", change.pValue.map { "\($0)" } ?? "",
    ]
  }

  var csv: String { CSVText.file([head] + rows) }
}
