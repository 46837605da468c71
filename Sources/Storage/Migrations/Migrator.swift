import Foundation
import Kernel

/// Brings a store's schema up to this version.
struct Migrator: Sendable {
  let migrations: [Migration]

  /// Storage's own tables, before everybody else's.
  static let own: [Migration] =
    [
      Migration(
        "2026-01 counter",
        sql: """
          CREATE TABLE counter (name {text} PRIMARY KEY NOT NULL, value {int} NOT NULL)
          {strict_without_rowid};
          """
      )
    ] + WorkStore.migrations + BackupLog.migrations

  init(_ migrations: [Migration]) {
    self.migrations = Self.own + migrations
    let names = self.migrations.map(\.name)
    precondition(Set(names).count == names.count, "two migrations share a name: \(names)")
  }

  /// What the store lacks, and whether it is new; refuses one that a newer version has changed.
  func pending(_ connection: Connection) throws -> (pending: [Migration], isEmpty: Bool) {
    let done = try connection.transaction(.beginWriting) { db in
      try db.define(
        """
        CREATE TABLE IF NOT EXISTS schema_migration (
          name {text} PRIMARY KEY NOT NULL, done_at {int} NOT NULL
        ) {strict_without_rowid};
        """
      )
      return try Self.done(db)
    }
    let unknown = done.subtracting(migrations.map(\.name)).sorted()
    guard unknown.isEmpty else {
      throw MigrationError(
        "the store was changed by a newer version (\(unknown.joined(separator: ", "))); "
          + "use that version or a newer one"
      )
    }
    return (migrations.filter { !done.contains($0.name) }, done.isEmpty)
  }

  /// Runs each step in its own transaction; another process may have done it meanwhile.
  func run(_ pending: [Migration], on connection: Connection) throws {
    for migration in pending {
      do {
        try connection.transaction(.beginWriting) { db in
          guard try !Self.done(db).contains(migration.name) else { return }
          try migration.run(db)
          let now = Int64(Date().timeIntervalSince1970 * 1000)
          try db.execute(
            "INSERT INTO schema_migration (name, done_at) VALUES (\(migration.name), \(now))"
          )
        }
      } catch let error as StorageUnavailable {
        throw error
      } catch {
        throw MigrationError("migration “\(migration.name)” failed: \(error)")
      }
    }
  }

  private static func done(_ db: Connection) throws -> Set<String> {
    Set(try db.rows("SELECT name FROM schema_migration").map { try $0["name"] })
  }
}
