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
      object["period"] = .string(BusinessCalendar.iso.label(of: unit, startingOn: period.start))
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
