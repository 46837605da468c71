import Kernel
import Tabular

/// Answers as a table for other programs: one row an answer, one column a question.
struct AnswerExport: Hashable, Sendable {
  private let surveys: [AnswerScope.KnownSurvey]
  private let attributes: [String]
  private let questions: [String]

  private static let fixed = [
    "id", "survey", "at", "day", "state", "flags", "counted", "version", "language", "touchpoint",
    "channel", "unit", "employee", "product", "elapsed_ms", "external_id",
  ]

  /// - Parameter attributes: the names of all attributes that the surveys have ever declared.
  init(_ filter: AnswerFilter, in scope: AnswerScope, attributes: [String]) {
    surveys =
      filter.survey.map { token in scope.surveys.filter { $0.token == token } }
      ?? scope.surveys
    self.attributes = attributes
    var keys: [String] = []
    var known: Set<String> = []
    for question in surveys.flatMap(\.questions) where known.insert(question.key).inserted {
      keys.append(question.key)
    }
    questions = keys
  }

  var head: [String] {
    let used = Set(Self.fixed)
    return Self.fixed + attributes.map { used.contains($0) ? "attributes.\($0)" : $0 }
      + questions.map { used.contains($0) || attributes.contains($0) ? "answers.\($0)" : $0 }
  }

  func cells(of answer: ExportedAnswer) -> [OutputCell] {
    let survey = surveys.first { $0.id == answer.survey }
    let context = answer.context
    var cells: [OutputCell] = [
      .text(answer.publicID), .text(survey?.name ?? ""), .text(answer.at.description),
      .text(answer.day.description), .text(answer.state.rawValue),
      .text(answer.flags.names.joined(separator: " ")),
      .text(answer.state.counts(with: answer.flags) ? "yes" : "no"), .number(answer.version),
      .text(context.language.rawValue),
    ]
    cells += AnswerContext.Dimension.allCases.map { OutputCell(context[$0]) }
    cells.append(answer.elapsed.map { .number(Int($0)) } ?? .empty)
    cells.append(OutputCell(answer.externalID))
    cells += attributes.map { OutputCell(context[attribute: $0]) }
    var values: [String: OutputCell] = [:]
    for question in survey?.questions ?? [] {
      values[question.key] = answer.values[question.id].map { OutputCell($0, question.kind) }
    }
    return cells + questions.map { values[$0] ?? .empty }
  }
}

/// One answer as a file takes it.
struct ExportedAnswer: Sendable {
  let id: Int64
  let publicID: String
  let survey: Int64
  let version: Int
  let at: Instant
  let day: Day
  let state: AnswerState
  let flags: AnswerFlag
  let elapsed: Int64?
  let context: AnswerContext
  let externalID: String?

  /// By the question's number.
  let values: [Int64: ExportedValue]

  var position: AnswerPosition { AnswerPosition(at: at, id: id) }
}

/// What was answered, as the store has it.
struct ExportedValue: Hashable, Sendable {
  let points: Int?
  let comment: String?
  let picks: [AnswerValue.Pick]
}

extension OutputCell {
  init(_ text: String?) { self = text.map { .text($0) } ?? .empty }

  /// Picks by their keys, “Other” in the person's own words: nothing is lost.
  init(_ value: ExportedValue, _ kind: QuestionKind) {
    if let comment = value.comment {
      self = .text(comment)
    } else if let points = value.points {
      self = kind == .yesNo ? .text(points == 1 ? "yes" : "no") : .number(points + kind.pointOffset)
    } else {
      let picks = value.picks.map { pick in
        switch pick {
        case .key(let key): key
        case .other(let text): text.isEmpty ? Question.otherKey : text
        }
      }
      self = picks.isEmpty ? .empty : .text(picks.joined(separator: "; "))
    }
  }
}
