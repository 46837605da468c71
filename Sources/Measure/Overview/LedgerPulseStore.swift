import Storage

/// Feels how far a store has come: one query on four indexes.
struct LedgerPulseStore: Sendable {
  let storage: Storage

  func pulse() async throws -> LedgerPulse {
    try await storage.read { db in
      let row = try db.row(
        """
        SELECT (SELECT coalesce(max(id), 0) FROM fact) AS head,
          (SELECT coalesce(max(id), 0) FROM event)
            + (SELECT coalesce(max(id), 0) FROM question)
            + (SELECT coalesce(max(id), 0) FROM audit_entry) AS others
        """
      )
      guard let row else { return LedgerPulse(number: 0, head: 0) }
      let head: Int64 = try row["head"]
      return LedgerPulse(number: head + (try row["others", as: Int64.self]), head: head)
    }
  }
}
