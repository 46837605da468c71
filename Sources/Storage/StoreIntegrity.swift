extension Storage {
  /// Asks the database to check its own pages and indexes; empty when it finds nothing wrong.
  ///
  /// PostgreSQL checks pages as it reads them, so nothing is asked of it here.
  package func integrityProblems() async throws -> [String] {
    guard dialect == .sqlite else { return [] }
    return try await read { db in
      try db.rows("PRAGMA integrity_check").map { try $0[0, as: String.self] }
    }.filter { $0 != "ok" }
  }
}
