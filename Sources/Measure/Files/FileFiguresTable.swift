import CXMetrics
import Kernel
import Tabular

extension FileFigures {
  /// What `nps` prints for people.
  var table: String {
    let isDated = question.dates != nil
    var head = question.groupings
    if isDated { head.append(question.dates?.unit.rawValue ?? "") }
    let labels = head.count
    head += ["NPS", "between", "n", "promoters", "detractors", "missing", "invalid", ""]
    var rows = groups.map { group in
      group.values + (isDated ? [periodText(of: group)] : []) + cells(of: group.figure)
    }
    let label = labels == 0 ? [] : ["all"] + Array(repeating: "", count: labels - 1)
    rows.append(label + cells(of: overall))
    let table = TextTable(
      head: head,
      rows: rows,
      leftAligned: labels,
      footLines: groups.isEmpty ? 0 : 1
    )
    let percent = FigureText.percent(question.confidence.level)
    return table.text + "\n\n“between” is the \(percent) interval"
      + (question.weight == nil ? "" : "; promoters, detractors and NPS are weighted") + ".\n"
  }

  private func periodText(of group: Group) -> String {
    guard let period = group.period, let unit = question.dates?.unit else { return "" }
    return BusinessCalendar.iso.label(of: unit, startingOn: period.start)
  }

  private func cells(of figure: FileFigure) -> [String] {
    [
      figure.value.map(FigureText.whole) ?? "none",
      figure.interval.map {
        "\(FigureText.whole($0.low)) and \(FigureText.whole($0.high))"
      } ?? "",
      String(figure.count),
      figure.percentPromoters.map(FigureText.share) ?? "",
      figure.percentDetractors.map(FigureText.share) ?? "",
      String(figure.missing),
      String(figure.invalid),
      figure.isLowBase && figure.count > 0 ? "low base" : "",
    ]
  }
}

/// Figures as people read them.
enum FigureText {
  /// Rounded half away from zero, with a true minus sign.
  static func whole(_ value: Double) -> String {
    let rounded = Int(value.rounded(.toNearestOrAwayFromZero))
    return rounded < 0 ? "−\(-rounded)" : String(rounded)
  }

  /// A percentage with one decimal.
  static func share(_ percent: Double) -> String {
    let tenths = Int((percent * 10).rounded(.toNearestOrAwayFromZero))
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// A share as a percentage, with no more decimals than it has.
  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }
}

/// Columns of text: the first few to the left, numbers to the right.
struct TextTable {
  let head: [String]
  let rows: [[String]]
  let leftAligned: Int

  /// Rows at the end that a rule parts from the rest.
  let footLines: Int

  var text: String {
    let widths = head.indices.map { column in
      ([head] + rows).map { $0[column].count }.max() ?? 0
    }
    let rule = line(widths.map { String(repeating: "─", count: $0) }, widths)
    var lines = [line(head, widths), rule] + rows.map { line($0, widths) }
    if footLines > 0 { lines.insert(rule, at: lines.count - footLines) }
    return lines.joined(separator: "\n")
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.enumerated().map { column, cell in
      let gap = String(repeating: " ", count: widths[column] - cell.count)
      let isLast = column == cells.count - 1
      return column < leftAligned || isLast ? cell + gap : gap + cell
    }
    let joined = padded.joined(separator: "  ")
    return String(joined.reversed().drop { $0 == " " }.reversed())
  }
}
