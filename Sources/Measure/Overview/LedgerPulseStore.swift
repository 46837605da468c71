import Storage

/// A number that grows with every answer, correction, import, published question, and whatever a
/// person does that is written down.
struct LedgerPulseStore: Sendable {
  let storage: Storage

  func pulse() async throws -> Int64 {
    try await storage.read { db in
      try db.value(
        """
        SELECT (SELECT coalesce(max(id), 0) FROM fact) + (SELECT coalesce(max(id), 0) FROM event)
          + (SELECT coalesce(max(id), 0) FROM question)
          + (SELECT coalesce(max(id), 0) FROM audit_entry)
        """
      ) ?? 0
    }
  }
}
