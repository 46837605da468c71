package import Foundation
package import Kernel

/// When the store was last copied, kept in the store itself so that any server can say it.
package struct BackupStore: Sendable {
  private let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  static let migrations = [
    Migration(
      "2026-03 store_backup",
      sql: """
        CREATE TABLE store_backup (id {id}, at {int} NOT NULL, bytes {int} NOT NULL) {strict};
        """
    )
  ]

  /// Copies the whole store into a new file while others use it.
  ///
  /// - Returns: the file's length, in bytes.
  /// - Throws: `BackupRefusal`, `StorageUnavailable`.
  package func write(to file: URL, at now: Instant) async throws -> Int {
    let bytes = try StoreBackup.write(
      storage.location,
      schema: try await storage.schema(),
      to: file
    )
    try await storage.write { db in
      try db.execute(
        """
        INSERT INTO store_backup (id, at, bytes) VALUES (1, \(now), \(bytes))
        ON CONFLICT (id) DO UPDATE SET at = excluded.at, bytes = excluded.bytes
        """
      )
    }
    return bytes
  }

  /// When it was copied last, as far as this store knows.
  package func last() async throws -> Instant? {
    try await storage.read { try $0.value("SELECT at FROM store_backup WHERE id = 1") }
  }
}

extension Storage {
  /// PostgreSQL's schema that holds the store; SQLite has no use for the name.
  package func schema() async throws -> String {
    guard dialect == .postgres else { return "main" }
    return try await read { try $0.value("SELECT current_schema()") ?? "public" }
  }

  /// What the store takes on disk, in bytes, its log included.
  package func byteCount() async throws -> Int {
    switch location {
    case .sqlite(let path):
      return ["", "-wal"].reduce(0) { sum, suffix in
        let size = try? URL(filePath: path + suffix).resourceValues(forKeys: [.fileSizeKey])
        return sum + (size?.fileSize ?? 0)
      }
    case .inMemory: return 0
    case .postgres:
      return try await read { db in
        try db.value(
          """
          SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class
          WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
          """
        ) ?? 0
      }
    }
  }
}
