package import Kernel
package import Storage

/// Forgets old idempotency keys: after `Limits.idempotencyKeyAge` no sender repeats itself.
package struct SubmissionStore: Sendable {
  let storage: Storage

  /// Rows deleted in one transaction, so that answers never wait long behind it.
  static let batchRows = 2_000

  package init(storage: Storage) { self.storage = storage }

  /// Forgets the keys of answers received before `now` less the age; gives how many.
  @discardableResult
  package func forgetOld(at now: Instant) async throws -> Int {
    let limit = Instant(
      milliseconds: now.milliseconds - Limits.idempotencyKeyAge.wholeMilliseconds
    )
    var forgotten = 0
    while true {
      let deleted = try await storage.write { db in
        let last: Int64? =
          try db.value(
            """
            SELECT max(at) FROM (
              SELECT at FROM submission WHERE at < \(limit) ORDER BY at LIMIT \(Self.batchRows)
            ) AS oldest
            """,
            as: Int64?.self
          ) ?? nil
        guard let last else { return 0 }
        return try db.execute("DELETE FROM submission WHERE at <= \(last)")
      }
      if deleted == 0 { return forgotten }
      forgotten += deleted
    }
  }
}
