import Kernel
import Storage

/// One stored answer to one question: exactly the columns of the table `answer`.
struct AnswerRow: Hashable, Sendable {
  let question: Int64
  let points: Int?

  /// The picks as JSON, with “Other” texts.
  let choices: String?
  let comment: String?

  init(_ value: AnswerValue, kind: QuestionKind, question: Int64) {
    self.question = question
    points = value.points(for: kind)
    switch value {
    case .choice, .choices: (choices, comment) = (value.json.serialized(), nil)
    case .text(let text): (choices, comment) = (nil, text)
    case .score, .yesNo: (choices, comment) = (nil, nil)
    }
  }

  init(_ row: Row) throws {
    question = try row["question"]
    points = try row["points"]
    choices = try row["choices"]
    comment = try row["comment"]
  }

  /// The value as the API takes and gives it.
  func json(kind: QuestionKind) -> JSON {
    if let comment { return .string(comment) }
    if let choices { return (try? JSON.parse(choices)) ?? .null }
    guard let points else { return .null }
    return kind == .yesNo ? .bool(points == 1) : .integer(Int64(points + kind.pointOffset))
  }

  static let columns: [Column] = [
    .integer("response"), .integer("question"), .integer("points"), .text("choices"),
    .text("comment"),
  ]

  func append(to values: inout [SQLValue], response: Int64) {
    values.append(.integer(response))
    values.append(.integer(question))
    values.append(points.sqlValue)
    values.append(choices.sqlValue)
    values.append(comment.sqlValue)
  }
}
