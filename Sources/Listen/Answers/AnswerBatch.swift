import Facts
import Kernel
import Storage

/// Writes the answers of one commit, a few statements for all of them together.
struct AnswerBatch {
  private let pending: [PendingAnswer]
  private let db: Connection

  init(_ pending: [PendingAnswer], in db: Connection) {
    self.pending = pending
    self.db = db
  }

  /// One result for each pending answer; a refused one has written nothing.
  func record() throws -> [Result<AnswerReceipt, any Error>] {
    var results = [Result<AnswerReceipt, any Error>?](repeating: nil, count: pending.count)
    try refuseClosed(&results)
    try answerRepeats(&results)
    try refuseKnownExternalIDs(&results)
    try refuseErased(&results)
    let fresh = pending.indices.filter { results[$0] == nil }
    if !fresh.isEmpty {
      let ids = try db.next("response", count: fresh.count)
      try insert(fresh, ids: Array(ids))
      for index in fresh {
        let answer = pending[index]
        results[index] = .success(AnswerReceipt(id: answer.publicID, amendToken: answer.amendToken))
      }
    }
    return results.map { $0 ?? .failure(RecordingRefusal.surveyClosed) }
  }

  /// Asks the store, not memory: another process may have closed the survey a moment ago.
  private func refuseClosed(_ results: inout [Result<AnswerReceipt, any Error>?]) throws {
    let surveys = Set(pending.filter { $0.source == nil }.map { $0.survey.survey.id.rawValue })
    let closed = Set(
      try db.rows(
        "SELECT id FROM survey WHERE closed_at IS NOT NULL AND id IN \(list: Array(surveys))"
      ).map { try $0["id", as: Int64.self] }
    )
    guard !closed.isEmpty else { return }
    for (index, answer) in pending.enumerated()
    where answer.source == nil && closed.contains(answer.survey.survey.id.rawValue) {
      results[index] = .failure(RecordingRefusal.surveyClosed)
    }
  }

  /// Claims the keys; what is claimed already is a repeat, or a mistake when the body differs.
  private func answerRepeats(_ results: inout [Result<AnswerReceipt, any Error>?]) throws {
    var first: [Int64: [String: Int]] = [:]
    for (index, answer) in pending.enumerated() where results[index] == nil {
      guard let key = answer.key else { continue }
      let survey = answer.survey.survey.id.rawValue
      if let earlier = first[survey]?[key.hash] {
        // One process never lets a key in twice at once; a batch must still not trip over it.
        let isSame = pending[earlier].key?.bodyHash == key.bodyHash
        results[index] = .failure(isSame ? RecordingRefusal.keyInFlight : .keyReused)
        continue
      }
      first[survey, default: [:]][key.hash] = index
    }
    for (survey, indices) in first {
      try eachKnown(Array(indices.keys), survey: survey) { hash, bodyHash, publicID in
        guard let index = indices[hash], let key = pending[index].key else { return }
        results[index] =
          key.bodyHash == bodyHash
          ? .success(AnswerReceipt(id: publicID, amendToken: key.amendToken(for: publicID)))
          : .failure(RecordingRefusal.keyReused)
      }
    }
  }

  private func eachKnown(
    _ hashes: [String],
    survey: Int64,
    _ body: (_ hash: String, _ bodyHash: [UInt8], _ publicID: String) -> Void
  ) throws {
    let rows = try db.rows(
      """
      SELECT submission.key_hash, submission.body_hash, response.public_id
      FROM submission JOIN response ON response.id = submission.response
      WHERE submission.survey = \(survey) AND submission.key_hash IN \(list: hashes)
      """
    )
    for row in rows { body(try row["key_hash"], try row["body_hash"], try row["public_id"]) }
  }

  private func refuseKnownExternalIDs(
    _ results: inout [Result<AnswerReceipt, any Error>?]
  ) throws {
    var wanted: [Int64: [String: [Int]]] = [:]
    for (index, answer) in pending.enumerated() where results[index] == nil {
      guard let external = answer.submission.externalID else { continue }
      wanted[answer.survey.survey.id.rawValue, default: [:]][external, default: []].append(index)
    }
    for (survey, places) in wanted {
      let rows = try db.rows(
        """
        SELECT external_id, public_id FROM response
        WHERE survey = \(survey) AND external_id IN \(list: Array(places.keys))
        """
      )
      var known: [String: String] = [:]
      for row in rows { known[try row["external_id"]] = try row["public_id"] }
      for (external, indices) in places {
        // Within one batch the first of a number goes in and the others are told so.
        let id = known[external] ?? pending[indices[0]].publicID
        for index in known[external] == nil ? indices.dropFirst() : indices[...] {
          results[index] = .failure(RecordingRefusal.externalIDKnown(id: id))
        }
      }
    }
  }

  /// What was erased does not come back by a repeat or by its file.
  private func refuseErased(_ results: inout [Result<AnswerReceipt, any Error>?]) throws {
    var places: [String: [Int]] = [:]
    for (index, answer) in pending.enumerated() where results[index] == nil {
      let survey = answer.survey.survey.id.rawValue
      if let key = answer.key {
        places[ErasedName.key(key.hash, survey: survey), default: []].append(index)
      }
      if let external = answer.submission.externalID {
        places[ErasedName.external(external, survey: survey), default: []].append(index)
      }
    }
    for name in try AnswerErasureStore.listed(Array(places.keys), in: db) {
      for index in places[name] ?? [] { results[index] = .failure(RecordingRefusal.erased) }
    }
  }

  private func insert(_ fresh: [Int], ids: [Int64]) throws {
    var responses: [SQLValue] = []
    var answers: [SQLValue] = []
    var written: [SQLValue] = []
    var submissions: [SQLValue] = []
    var facts: [NewFact] = []
    responses.reserveCapacity(fresh.count * ResponseRow.columns.count)
    for (index, id) in zip(fresh, ids) {
      let answer = pending[index]
      ResponseRow.append(answer, id: id, to: &responses)
      for given in answer.submission.answers {
        guard let question = answer.survey.version.question(given.question),
          let number = answer.survey.questions[given.question]
        else { continue }
        let row = AnswerRow(given.value, kind: question.kind, question: number)
        row.append(to: &answers, response: id)
        row.appendWritten(to: &written, response: id)
      }
      if let key = answer.key {
        submissions += [
          .integer(answer.survey.survey.id.rawValue), .text(key.hash), .blob(key.bodyHash),
          .integer(id), .integer(answer.received.rawValue),
        ]
      }
      if answer.submission.state.counts(with: answer.flags) {
        facts += AnswerFacts.facts(of: answer, response: id)
      }
    }
    try db.insert(into: "response", columns: ResponseRow.columns, values: responses)
    try db.insert(into: "answer", columns: AnswerRow.columns, values: answers)
    try db.insert(into: "written", columns: AnswerRow.writtenColumns, values: written)
    try db.insert(into: "submission", columns: Self.submissionColumns, values: submissions)
    try FactLedger.append(facts, in: db)
    try insertEvents(fresh, ids: ids)
  }

  /// An import is one event, not one an answer: the past is no news.
  private func insertEvents(_ fresh: [Int], ids: [Int64]) throws {
    let news = zip(fresh, ids).filter { pending[$0.0].source == nil }
    guard !news.isEmpty else { return }
    let numbers = try db.next("event", count: news.count)
    var values: [SQLValue] = []
    values.reserveCapacity(news.count * 4)
    for ((index, id), number) in zip(news, numbers) {
      values += [
        .integer(number), .text("answer_recorded"), .integer(id),
        .integer(pending[index].received.rawValue),
      ]
    }
    try db.insert(
      into: "event",
      columns: [.integer("id"), .text("kind"), .integer("subject"), .integer("at")],
      values: values
    )
  }

  private static let submissionColumns: [Column] = [
    .integer("survey"), .text("key_hash"), .blob("body_hash"), .integer("response"),
    .integer("at"),
  ]
}
