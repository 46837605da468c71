import Access
import Facts
import Kernel
import Storage

/// Erases what a person said, and sees to it that it does not come back.
struct AnswerErasureStore: Sendable {
  let storage: Storage
  let now: @Sendable () -> Instant

  enum Outcome: Hashable, Sendable {
    case erased

    /// It was gone already.
    case erasedBefore
    case unknown
  }

  /// Deletes words, scores, place and keys of an answer; figures get their opposite on the original
  /// day. Twice is harmless.
  func erase(_ publicID: String, by actor: AuditEntry.Actor) async throws -> Outcome {
    let now = now()
    return try await storage.write { db in
      let found = try ErasableAnswer.all(where: "public_id = \(publicID)", in: db)
      guard let answer = found.first else {
        return try Self.erasedAt(publicID, in: db) == nil ? .unknown : .erasedBefore
      }
      try Self.erase(found, at: now, in: db)
      let subject = AuditEntry.Subject("answer", answer.id, named: ErasedName.answer(publicID))
      try AuditStore.append(AuditEntry(at: now, by: actor, "answer.erased", subject), in: db)
      return .erased
    }
  }

  /// When an answer was erased; nil for one that was not.
  func erasedAt(_ publicID: String) async throws -> Instant? {
    try await storage.read { try Self.erasedAt(publicID, in: $0) }
  }

  private static func erasedAt(_ publicID: String, in db: Connection) throws -> Instant? {
    try db.value("SELECT at FROM erasure WHERE hash = \(ErasedName.answer(publicID))")
  }

  /// Which of some names stand on the stop-list.
  static func listed(_ names: [String], in db: Connection) throws -> Set<String> {
    guard !names.isEmpty else { return [] }
    let rows = try db.rows("SELECT hash FROM erasure WHERE hash IN \(list: names)")
    return Set(try rows.map { try $0["hash", as: String.self] })
  }

  /// Erases several answers within a change, whoever wants it; the trail's older lines about them
  /// keep what was done, and no longer their public names.
  static func erase(_ answers: [ErasableAnswer], at now: Instant, in db: Connection) throws {
    guard !answers.isEmpty else { return }
    let ids = answers.map(\.id)
    try list(answers.flatMap(\.names), at: now, in: db)
    try AuditStore.rename(
      "answer",
      answers.map { ($0.id, ErasedName.answer($0.publicID)) },
      in: db
    )
    try FactLedger.erase(responses: ids, in: db)
    try db.execute("DELETE FROM submission WHERE response IN \(list: ids)")
    try AnswerRow.remove(of: ids, in: db)
    try db.execute("DELETE FROM response WHERE id IN \(list: ids)")
  }

  /// Puts names on the stop-list; those that stand there stay as they are.
  static func list(_ names: [String], at now: Instant, in db: Connection) throws {
    try db.insert(
      into: "erasure",
      columns: [.text("hash"), .integer("at")],
      rows: names.map { [.text($0), .integer(now.rawValue)] },
      onConflict: .doNothing
    )
  }
}

/// An answer that may have to go, with every name it could come back by.
struct ErasableAnswer: Sendable {
  let id: Int64
  let survey: Int64
  let publicID: String
  let externalID: String?

  /// Hashed already.
  let keys: [String]

  var names: [String] { [ErasedName.answer(publicID)] + roads }

  /// The names by which its sender could bring it again.
  var roads: [String] {
    (externalID.map { [ErasedName.external($0, survey: survey)] } ?? [])
      + keys.map { ErasedName.key($0, survey: survey) }
  }

  /// Two queries for any number of answers.
  static func all(where condition: SQL, in db: Connection) throws -> [ErasableAnswer] {
    let rows = try db.rows(
      "SELECT id, survey, public_id, external_id FROM response WHERE \(condition)"
    )
    let ids = try rows.map { try $0["id", as: Int64.self] }
    guard !ids.isEmpty else { return [] }
    var keys: [Int64: [String]] = [:]
    for row in try db.rows(
      "SELECT response, key_hash FROM submission WHERE response IN \(list: ids)"
    ) {
      keys[try row["response"], default: []].append(try row["key_hash"])
    }
    return try rows.map { row in
      let id: Int64 = try row["id"]
      return ErasableAnswer(
        id: id,
        survey: try row["survey"],
        publicID: try row["public_id"],
        externalID: try row["external_id"],
        keys: keys[id] ?? []
      )
    }
  }
}
