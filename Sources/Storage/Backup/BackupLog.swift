package import Kernel

/// When the store was last backed up; kept in the store itself.
package enum BackupLog {
  static let migrations = [
    Migration(
      "2026-11 backup",
      sql: """
        CREATE TABLE backup (id {id}, at {int} NOT NULL, bytes {int} NOT NULL) {strict};
        """
    )
  ]

  package struct Entry: Hashable, Sendable {
    package let at: Instant

    /// The length of the file.
    package let bytes: Int64

    package init(at: Instant, bytes: Int64) {
      self.at = at
      self.bytes = bytes
    }
  }

  package static func note(_ entry: Entry, in db: Connection) throws {
    let id = try db.next("backup").lowerBound
    try db.execute(
      "INSERT INTO backup (id, at, bytes) VALUES (\(id), \(entry.at), \(entry.bytes))"
    )
  }

  /// Nil for a store that was never backed up.
  package static func last(in db: Connection) throws -> Entry? {
    try db.row("SELECT at, bytes FROM backup ORDER BY id DESC LIMIT 1").map {
      Entry(at: try $0["at"], bytes: try $0["bytes"])
    }
  }

  /// The steps of the schema that a store has taken; empty for one that holds nothing.
  package static func schema(in db: Connection) throws -> [String] {
    let tables: Int?
    switch db.dialect {
    case .sqlite:
      tables = try db.value("SELECT count(*) FROM sqlite_master WHERE name = 'schema_migration'")
    case .postgres:
      tables = try db.value(
        """
        SELECT count(*) FROM information_schema.tables
        WHERE table_schema = current_schema() AND table_name = 'schema_migration'
        """
      )
    }
    guard tables == 1 else { return [] }
    return try db.rows("SELECT name FROM schema_migration ORDER BY name").map { try $0["name"] }
  }
}
