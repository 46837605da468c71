import Access
import Kernel
import Storage

/// What people do with answers: say where they stand, count a flagged one after all. Each change
/// writes a line of the audit trail.
extension AnswerStore {
  /// Sets the state of an answer, or keeps or leaves out a flagged one, for someone who may.
  func set(
    _ publicID: String,
    of token: String,
    state: AnswerState?,
    kept: Bool?,
    by actor: AuditEntry.Actor
  ) async throws {
    let now = clock.now()
    try await storage.write { db in
      let response = try db.row(
        """
        SELECT \(ResponseRow.selection) FROM response
        WHERE public_id = \(publicID)
          AND survey = (SELECT survey.id FROM survey WHERE survey.token = \(token))
        """
      ).map(ResponseRow.init)
      guard let response else { throw Refusal.unknown }
      let handling = AnswerHandling(state: state, isKept: kept, actor: actor, at: now)
      if let state, state != response.state, !response.state.canBecome(state) {
        throw Refusal.impossibleState(from: response.state, to: state)
      }
      _ = try handling.apply(to: [response], in: db)
    }
  }

  /// The same for several answers of any survey; those that are gone, or cannot get there, stay as
  /// they are. Sent twice, it changes nothing the second time.
  ///
  /// - Returns: how many it changed.
  func handle(
    _ publicIDs: [String],
    state: AnswerState?,
    kept: Bool?,
    by actor: AuditEntry.Actor
  ) async throws -> Int {
    let handling = AnswerHandling(state: state, isKept: kept, actor: actor, at: clock.now())
    return try await storage.write { db in
      let responses = try db.rows(
        """
        SELECT \(ResponseRow.selection) FROM response
        WHERE public_id IN \(list: publicIDs) ORDER BY id
        """
      ).map(ResponseRow.init)
      return try handling.apply(to: responses, in: db)
    }
  }
}

/// One thing that somebody does with answers.
private struct AnswerHandling: Sendable {
  let state: AnswerState?
  let isKept: Bool?
  let actor: AuditEntry.Actor
  let at: Instant

  func apply(to responses: [ResponseRow], in db: Connection) throws -> Int {
    var rows: [Int64: [AnswerRow]] = [:]
    for row in try db.rows(
      """
      SELECT response, question, points, choices, comment FROM answer
      WHERE response IN \(list: responses.map(\.id))
      """
    ) {
      rows[try row["response"], default: []].append(try AnswerRow(row))
    }
    return try responses.count { response in
      try apply(to: response, rows[response.id] ?? [], in: db)
    }
  }

  private func apply(
    to response: ResponseRow,
    _ rows: [AnswerRow],
    in db: Connection
  ) throws -> Bool {
    var next = response.state
    if let state, response.state.canBecome(state) { next = state }
    var flags = response.flags
    switch isKept {
    case true: flags.insert(.kept)
    case false: flags.remove(.kept)
    case nil: break
    }
    guard next != response.state || flags != response.flags else { return false }
    try AnswerAmendment(db: db).set(response, rows, state: next, flags: flags)
    if next != response.state {
      try note("answer.state_changed", response, ["from": response.state, "to": next], in: db)
    }
    if flags != response.flags {
      try note(flags.contains(.kept) ? "answer.kept" : "answer.left_out", response, [:], in: db)
    }
    return true
  }

  private func note(
    _ action: String,
    _ response: ResponseRow,
    _ states: KeyValuePairs<String, AnswerState>,
    in db: Connection
  ) throws {
    var details = JSONObject()
    for (name, state) in states { details[name] = .string(state.rawValue) }
    let subject = AuditEntry.Subject("answer", response.id, named: response.publicID)
    try AuditStore.append(
      AuditEntry(at: at, by: actor, action, subject, details: details),
      in: db
    )
  }
}
