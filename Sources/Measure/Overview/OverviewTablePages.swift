import CXMetrics
import Kernel

/// One of the overview's pictures as a table for other programs: plain digits, nothing rounded.
struct OverviewTable: Sendable {
  let head: [String]
  let rows: [[String]]

  static let parts = ["score", "trend", "groups", "channels", "changes"]

  /// Nil for a part there is none of.
  init?(_ part: String, of figures: OverviewFigures) {
    switch part {
    case "score":
      head = ["part", "value", "low", "high", "n"]
      rows = Self.score(of: figures)
    case "trend":
      head = ["from", "to"] + Self.figureHead
      rows = Self.rows(of: figures.trend) { group in
        [group.period?.start.description ?? "", group.period?.end.description ?? ""]
      }
    case "groups":
      head = [figures.dimension] + Self.figureHead
      rows = Self.rows(of: figures.groups) { [$0.values.first ?? ""] }
    case "channels":
      head = ["channel", "share", "low", "high", "n"]
      rows = figures.channelShares.compactMap { channel in
        channel.share.estimate.map {
          [channel.name, "\($0.value)", "\($0.low)", "\($0.high)", "\(channel.share.successes)"]
        }
      }
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

  /// The figure, what it is compared with, and how many stand on each side.
  private static func score(of figures: OverviewFigures) -> [[String]] {
    func row(_ name: String, _ estimate: Estimate?) -> [[String]] {
      estimate.map {
        [[name, "\($0.value)", "\($0.low)", "\($0.high)", "\($0.count)"]]
      } ?? []
    }
    let sides = figures.sides.compactMap { side in
      side.share.estimate.map {
        [side.name, "\($0.value)", "\($0.low)", "\($0.high)", "\(side.share.successes)"]
      }
    }
    return row("score", figures.total) + row("before", figures.before) + sides
  }

  private static func row(_ name: String, _ change: FigureChange) -> [String] {
    [
      name, "\(change.before.value)", "\(change.before.count)", "\(change.after.value)",
      "\(change.after.count)", "\(change.value)", change.pValue.map { "\($0)" } ?? "",
    ]
  }

  var csv: String { CSVText.file([head] + rows) }
}
