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

  /// What people wrote in it, as searches compare it; nil where nothing was written.
  private var written: String? {
    if let comment { return comment.folded }
    guard let choices, choices.contains(#""other""#), let json = try? JSON.parse(choices) else {
      return nil
    }
    let others = (json.array ?? [json]).compactMap { $0["other"]?.string }
    return others.isEmpty ? nil : others.joined(separator: "\n").folded
  }

  static let writtenColumns: [Column] = [
    .integer("response"), .integer("question"), .text("folded"),
  ]

  func appendWritten(to values: inout [SQLValue], response: Int64) {
    guard let written else { return }
    values += [.integer(response), .integer(question), .text(written)]
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

  /// Forgets what was answered and written, within the transaction of what takes its place.
  static func remove(of responses: [Int64], in db: Connection) throws {
    try db.execute("DELETE FROM written WHERE response IN \(list: responses)")
    try db.execute("DELETE FROM answer WHERE response IN \(list: responses)")
  }
}
