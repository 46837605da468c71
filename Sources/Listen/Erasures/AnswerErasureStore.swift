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
      guard
        let row = try db.row(
          "SELECT id, survey, external_id FROM response WHERE public_id = \(publicID)"
        )
      else {
        return try Self.erasedAt(publicID, in: db) == nil ? .unknown : .erasedBefore
      }
      let id: Int64 = try row["id"]
      let survey: Int64 = try row["survey"]
      var names = [ErasedName.answer(publicID)]
      if let external: String = try row["external_id"] {
        names.append(ErasedName.external(external, survey: survey))
      }
      for key in try db.rows("SELECT key_hash FROM submission WHERE response = \(id)") {
        names.append(ErasedName.key(try key["key_hash"], survey: survey))
      }
      try Self.delete([id], in: db)
      try db.insert(
        into: "erasure",
        columns: [.text("hash"), .integer("at")],
        rows: names.map { [.text($0), .integer(now.rawValue)] },
        onConflict: .doNothing
      )
      try AuditStore.append(
        AuditEntry(
          at: now,
          by: actor,
          "answer.erased",
          AuditEntry.Subject("answer", id, named: publicID)
        ),
        in: db
      )
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

  private static func delete(_ responses: [Int64], in db: Connection) throws {
    try FactLedger.erase(responses: responses, in: db)
    try db.execute("DELETE FROM submission WHERE response IN \(list: responses)")
    try AnswerRow.remove(of: responses, in: db)
    try db.execute("DELETE FROM response WHERE id IN \(list: responses)")
  }
}
