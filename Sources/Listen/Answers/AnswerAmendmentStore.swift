import Facts
import Kernel
import Storage

/// Changes a stored answer and keeps facts equal to it, all in one transaction.
///
/// Facts are never edited: what no longer holds is taken back by its opposite on the original day.
struct AnswerAmendment {
  let db: Connection

  /// What stands in the store about one response.
  struct Stored {
    let response: ResponseRow
    let open: OpenSurvey
    let rows: [AnswerRow]

    /// The answers as the API takes them, so that a change is read by the same rules as the first.
    var answers: JSONObject {
      var object = JSONObject()
      for question in open.version.questions {
        guard let number = open.questions[question.key],
          let row = rows.first(where: { $0.question == number })
        else { continue }
        object[question.key] = row.json(kind: question.kind)
      }
      return object
    }
  }

  func stored(publicID: String, survey: Survey) throws -> Stored? {
    guard
      let row = try db.row(
        """
        SELECT \(ResponseRow.selection) FROM response
        WHERE public_id = \(publicID) AND survey = \(survey.id)
        """
      )
    else { return nil }
    let response = try ResponseRow(row)
    guard let open = try SurveyStore.open(survey, version: response.version, in: db) else {
      return nil
    }
    let rows = try db.rows(
      "SELECT question, points, choices, comment FROM answer WHERE response = \(response.id)"
    ).map(AnswerRow.init)
    return Stored(response: response, open: open, rows: rows)
  }

  /// Puts a checked submission in the place of what was stored.
  ///
  /// An answer that comes bit by bit is judged by its time when it is whole, not after one tap.
  func replace(_ stored: Stored, by submission: Submission, _ rules: SpamRules) throws {
    let response = stored.response
    // A finished answer stays finished, whatever a late partial save says.
    let isFinishing = response.state == .partial && submission.isComplete
    let state = isFinishing ? .new : response.state
    let elapsed = submission.elapsed?.wholeMilliseconds ?? response.elapsed
    var flags = response.flags
    if submission.isHoneypotFilled { flags.insert(.honeypot) }
    if isFinishing {
      let time = elapsed.map { Duration.milliseconds($0) }
      let isTooFast = rules.isTooFast(time, answered: submission.answers.count)
      if isTooFast { flags.insert(.tooFast) } else { flags.remove(.tooFast) }
    }
    let new = submission.answers.compactMap { given -> AnswerRow? in
      guard let question = stored.open.version.question(given.question),
        let number = stored.open.questions[given.question]
      else { return nil }
      return AnswerRow(given.value, kind: question.kind, question: number)
    }
    try AnswerRow.remove(of: [response.id], in: db)
    var values: [SQLValue] = []
    var written: [SQLValue] = []
    for row in new {
      row.append(to: &values, response: response.id)
      row.appendWritten(to: &written, response: response.id)
    }
    try db.insert(into: "answer", columns: AnswerRow.columns, values: values)
    try db.insert(into: "written", columns: AnswerRow.writtenColumns, values: written)
    try db.execute(
      """
      UPDATE response
      SET state = \(state.rawValue), flags = \(flags.rawValue), elapsed = \(elapsed)
      WHERE id = \(response.id)
      """
    )
    try settle(
      response,
      before: Self.scores(of: stored.rows, counted: response.state.counts(with: response.flags)),
      after: Self.scores(of: new, counted: state.counts(with: flags))
    )
    try note("answer_amended", response)
  }

  /// Moves an answer to another state or turns its flags, and its facts with it.
  func set(
    _ response: ResponseRow,
    _ rows: [AnswerRow],
    state: AnswerState,
    flags: AnswerFlag
  ) throws {
    guard state != response.state || flags != response.flags else { return }
    try db.execute(
      """
      UPDATE response SET state = \(state.rawValue), flags = \(flags.rawValue)
      WHERE id = \(response.id)
      """
    )
    try settle(
      response,
      before: Self.scores(of: rows, counted: response.state.counts(with: response.flags)),
      after: Self.scores(of: rows, counted: state.counts(with: flags))
    )
    try note("answer_state_changed", response)
  }

  private static func scores(of rows: [AnswerRow], counted: Bool) -> [Int64: Int] {
    guard counted else { return [:] }
    return Dictionary(
      rows.compactMap { row in row.points.map { (row.question, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private func settle(
    _ response: ResponseRow,
    before: [Int64: Int],
    after: [Int64: Int]
  ) throws {
    let dimensions = AnswerFacts.dimensions(of: response.context)
    var facts: [NewFact] = []
    for question in Set(before.keys).union(after.keys).sorted() {
      guard before[question] != after[question] else { continue }
      for (points, sign) in [(before[question], -1), (after[question], 1)] {
        guard let points else { continue }
        facts.append(
          NewFact(
            question: question,
            version: Int64(response.version),
            day: response.day,
            points: points,
            sign: sign,
            dimensions: dimensions,
            response: response.id
          )
        )
      }
    }
    try FactLedger.append(facts, in: db)
  }

  private func note(_ kind: String, _ response: ResponseRow) throws {
    let number = try db.next("event").lowerBound
    try db.execute(
      """
      INSERT INTO event (id, kind, subject, at)
      VALUES (\(number), \(kind), \(response.id), \(Instant.now()))
      """
    )
  }
}
