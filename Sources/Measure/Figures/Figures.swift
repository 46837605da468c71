import CXMetrics
import Facts
import Kernel

/// The answer to a `FigureQuestion`: what page and API print, each in its own way.
struct Figures: Sendable {
  let question: FigureQuestion
  let overall: Tally<11>

  /// By values, then by time; without a grouping there are none.
  let groups: [Group]

  struct Group: Sendable {
    /// In the order of the question's dimensions; empty text where none was given.
    let values: [String]
    let period: Period?
    let tally: Tally<11>
  }

  init(_ question: FigureQuestion, _ tallies: Tallies) {
    self.question = question
    overall = tallies.total
    let isGrouped = !question.dimensions.isEmpty || question.every != nil
    groups =
      isGrouped
      ? tallies.groups.map { Group($0, of: tallies, question) }
        .filter { $0.tally.total > 0 }.sorted { $0.isBefore($1) } : []
  }

  func estimate(of tally: Tally<11>) -> Estimate? {
    question.measure.estimate(tally, question.confidence)
  }
}

extension Figures.Group {
  init(_ group: Tallies.Group, of tallies: Tallies, _ question: FigureQuestion) {
    var values: [String] = []
    var period: Period?
    for key in tallies.keys(of: group) {
      switch key {
      case .dimension(.value(let value)): values.append(value)
      case .dimension(.notGiven): values.append("")
      case .dimension(.other): values.append("other")
      case .starting(let day):
        if let unit = question.every {
          period = question.calendar.period(of: unit, containing: day)
        }
      }
    }
    self.init(values: values, period: period, tally: group.tally)
  }

  /// Values by their bytes, as files sort them, then time.
  fileprivate func isBefore(_ other: Self) -> Bool {
    for (left, right) in zip(values, other.values) where left != right {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    guard let start = period?.start, let otherStart = other.period?.start else { return false }
    return start < otherStart
  }
}

extension Figures {
  /// The shape that `touchstone nps --json` has too.
  var json: JSON {
    let measure = question.measure
    var object: JSONObject = [
      "measure": .string(measure.name),
      "scale": .string(measure.scaleName),
      "confidence": .number(question.confidence.level),
      "rows": .count(overall.total),
      "rejected": .array([]),
      "overall": .object(measure.json(overall, question.confidence)),
    ]
    object["groups"] = .array(groups.map { .object(json(of: $0)) })
    return .object(object)
  }

  private func json(of group: Group) -> JSONObject {
    var by = JSONObject()
    for (name, value) in zip(question.dimensions, group.values) { by[name] = .string(value) }
    var object: JSONObject = ["by": .object(by)]
    if let period = group.period, let unit = question.every {
      object["period"] = .string(
        question.calendar.label(of: unit, startingOn: period.start)
      )
      object["from"] = .string(period.start.description)
      object["to"] = .string(period.end.description)
    }
    for member in question.measure.json(group.tally, question.confidence).members {
      object[member.key] = member.value
    }
    return object
  }
}
