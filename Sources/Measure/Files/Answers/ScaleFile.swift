import CXMetrics
import Kernel
import Tabular

/// Satisfaction or effort of a column of a file, in all and by group.
struct ScaleFile: Sendable {
  /// What is measured.
  enum Measure: String, Sendable {
    case satisfaction = "csat"
    case effort = "ces"
  }

  /// The answers of one group.
  struct Group: Sendable {
    let name: String
    let responses: ScoredResponses<11>
  }

  /// Groups that are listed; each takes about a hundred bytes.
  static let groupsMax = 10_000

  let rows: AnswerRows
  let measure: Measure
  let all: ScoredResponses<11>

  /// By name; none without a grouping.
  let groups: [Group]
  let confidence: Confidence

  /// - Parameters:
  ///   - score: the column with the answers.
  ///   - grouping: the column to group by, if any.
  init(
    _ path: String,
    _ measure: Measure,
    score: String,
    grouping: String?,
    scale: ScoreScale,
    confidence: Confidence
  ) throws {
    var all = ScoredResponses<11>(on: scale)
    var groups: [String: ScoredResponses<11>] = [:]
    rows = try AnswerRows(path) { header in
      try [score, grouping].compactMap(\.self).map { try header.column(named: $0) }
    } takeTexts: { cells in
      let answer = AnswerRows.number(cells[0])
      all.add(answer)
      guard cells.count > 1 else { return }
      guard groups.count < Self.groupsMax || groups[cells[1]] != nil else {
        throw WrongUsage(reason: "“\(grouping ?? "")” has more than \(Self.groupsMax) values")
      }
      groups[cells[1], default: ScoredResponses(on: scale)].add(answer)
    }
    self.measure = measure
    self.all = all
    self.groups = groups.sorted { $0.key < $1.key }.map { Group(name: $0.key, responses: $0.value) }
    self.confidence = confidence
  }

  /// The share that the measure is named after: satisfied, or easy.
  func share(_ responses: ScoredResponses<11>) -> Proportion {
    switch measure {
    case .satisfaction:
      CustomerSatisfaction.summary(
        of: responses.tally,
        scale: responses.scale,
        confidence: confidence
      ).topTwo
    case .effort: effort(responses).easy
    }
  }

  func effort(_ responses: ScoredResponses<11>) -> EffortSummary {
    CustomerEffort.summary(of: responses.tally, scale: .agreement, confidence: confidence)
  }

  func mean(_ responses: ScoredResponses<11>) -> (value: Double?, interval: Interval?) {
    switch measure {
    case .satisfaction:
      let summary = CustomerSatisfaction.summary(
        of: responses.tally,
        scale: responses.scale,
        confidence: confidence
      )
      return (summary.mean, summary.meanInterval)
    case .effort:
      let summary = effort(responses)
      return (summary.mean, summary.meanInterval)
    }
  }

  /// What `--json` prints: the names of `csat` and `ces2`.
  var json: JSON {
    var object: JSONObject = [
      "measure": .string(measure.rawValue), "confidence": .number(confidence.level),
    ]
    for member in rows.json.members { object[member.key] = member.value }
    object["overall"] = .object(json(of: all))
    object["groups"] = .array(
      groups.map { group in
        var member: JSONObject = ["by": .string(group.name)]
        for figure in json(of: group.responses).members { member[figure.key] = figure.value }
        return .object(member)
      }
    )
    return .object(object)
  }

  private func json(of responses: ScoredResponses<11>) -> JSONObject {
    switch measure {
    case .satisfaction:
      CustomerSatisfaction.summary(
        of: responses.tally,
        scale: responses.scale,
        confidence: confidence
      ).json(missing: responses.missing, invalid: responses.invalid)
    case .effort:
      effort(responses).json(missing: responses.missing, invalid: responses.invalid)
    }
  }
}
