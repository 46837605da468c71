package import Kernel

/// When the store was last backed up, kept in the store itself so that any server can say it.
package enum BackupLog {
  static let step = "2026-03 store_backup"

  static let migrations = [
    Migration(
      step,
      sql: """
        CREATE TABLE store_backup (id {id}, at {int} NOT NULL, bytes {int} NOT NULL) {strict};
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

  static func note(_ entry: Entry, in db: Connection) throws {
    try db.execute(
      """
      INSERT INTO store_backup (id, at, bytes) VALUES (1, \(entry.at), \(entry.bytes))
      ON CONFLICT (id) DO UPDATE SET at = excluded.at, bytes = excluded.bytes
      """
    )
  }

  /// Nil for a store that was never backed up.
  package static func last(in db: Connection) throws -> Entry? {
    try db.row("SELECT at, bytes FROM store_backup WHERE id = 1").map {
      Entry(at: try $0["at"], bytes: try $0["bytes"])
    }
  }
}
