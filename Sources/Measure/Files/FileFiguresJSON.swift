import CXMetrics
import Kernel
import Tabular

extension FileFigures {
  /// What `nps --json` prints.
  var json: JSON {
    var object: JSONObject = [
      "measure": "nps",
      "scale": .string(question.scale.rawValue),
      "confidence": .number(question.confidence.level),
      "rows": .count(rows),
      "rejected": .array(
        rejections.lines.map { ["line": .count($0.line), "reason": .string($0.reason)] }
      ),
    ]
    if rejections.unlisted > 0 { object["rejected_more"] = .count(rejections.unlisted) }
    object["overall"] = .object(overall.json)
    object["groups"] = .array(groups.map { .object(json(of: $0)) })
    return .object(object)
  }

  private func json(of group: Group) -> JSONObject {
    var by = JSONObject()
    for (name, value) in zip(question.groupings, group.values) { by[name] = .string(value) }
    var object: JSONObject = ["by": .object(by)]
    if let period = group.period, let unit = question.dates?.unit {
      object["period"] = .string(PeriodName.text(of: period, unit))
      object["from"] = .string(period.start.description)
      object["to"] = .string(period.end.description)
    }
    for member in group.figure.json.members { object[member.key] = member.value }
    return object
  }
}

extension FileFigure {
  /// The keys of `nps_from_scores`, or those of `nps_weighted` with what is missing and invalid.
  var json: JSONObject {
    switch kind {
    case .plain(let summary):
      return summary.json(missing: missing, invalid: invalid)
    case .weighted(let score):
      var object = score.json
      object["missing"] = .count(missing)
      object["invalid"] = .count(invalid)
      return object
    }
  }
}

/// How a stretch of the Gregorian calendar is called.
enum PeriodName {
  /// `2021-01-31`, `2021-W05` (ISO 8601), `2021-01`, `2021-Q1` or `2021`.
  static func text(of period: Period, _ unit: CalendarUnit) -> String {
    let (year, month, _) = period.start.gregorian
    switch unit {
    case .day: return period.start.description
    case .week: return isoWeek(startingOn: period.start)
    case .month: return String(period.start.description.prefix(7))
    case .quarter: return "\(fourDigits(year))-Q\((month + 2) / 3)"
    case .year: return fourDigits(year)
    }
  }

  /// A week belongs to the year that has its Thursday.
  private static func isoWeek(startingOn monday: Day) -> String {
    let thursday = monday + 3
    let year = thursday.gregorian.year
    guard let newYear = Day(year: year, month: 1, day: 1) else { return monday.description }
    let week = (thursday - newYear) / 7 + 1
    return "\(fourDigits(year))-W\(week < 10 ? "0" : "")\(week)"
  }

  private static func fourDigits(_ year: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
  }
}
