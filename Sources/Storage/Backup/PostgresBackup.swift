import Foundation
import Kernel
import Logging

/// Copies of a PostgreSQL store by its own programs, in their custom format.
enum PostgresBackup {
  /// The schema that holds a store, or would.
  static func schema(of storage: Storage) async throws -> String {
    try await storage.read { try $0.value("SELECT current_schema()") ?? "public" }
  }

  static func write(_ schema: String, of url: String, to file: URL) throws {
    let place = quoted(schema)
    try PostgresTool.dump.run(
      ["--format=custom", "--no-owner", "--table=\(place).*", "--file=\(file.path)"],
      on: url
    )
  }

  /// - Returns: the schema that the tables that were there are kept in.
  static func restore(
    _ backup: BackupFile,
    from file: URL,
    to url: String,
    replacing: Bool
  ) throws -> String? {
    let link = PostgresLink(url: url, for: .reading, logger: Logger(label: "storage"))
    defer { link.close() }
    return try link.with { connection in
      guard try PostgresHold.take(on: connection) else {
        throw BackupRefusal.inUse("\(StoreLocation.postgres(url: url))")
      }
      let (schema, isTaken) = try connection.transaction(.beginReading) { db in
        (
          try db.value("SELECT current_schema()") ?? "public",
          try !SchemaSteps.taken(in: db).isEmpty
        )
      }
      guard backup.about.place == schema else {
        throw BackupRefusal(
          "\(file.path) is of the schema \(backup.about.place ?? ""), and this URL's is \(schema); "
            + "name that one by options=-csearch_path%3D… in the URL"
        )
      }
      guard replacing || !isTaken else { throw BackupRefusal.taken }
      let copy = FileManager.default.temporaryDirectory.appending(path: "restoring-\(UUID())")
      defer { try? FileManager.default.removeItem(at: copy) }
      try backup.extract(from: file, to: copy)
      let aside = isTaken ? "before_restore_\(Instant.now().milliseconds)" : nil
      if let aside { try move(schema, to: aside, creating: true, on: connection) }
      do {
        try PostgresTool.restore.run(
          [
            "--single-transaction", "--no-owner", "--exit-on-error",
            "--dbname=service=\(PostgresServiceFile.name)", copy.path,
          ],
          on: url
        )
      } catch {
        if let aside { try move(aside, to: schema, creating: false, on: connection) }
        throw error
      }
      return aside
    }
  }

  /// Moves our own tables from one schema to another, all or none.
  private static func move(
    _ source: String,
    to target: String,
    creating: Bool,
    on connection: Connection
  ) throws {
    try connection.transaction(.beginWriting) { db in
      if creating { try db.define("CREATE SCHEMA \(quoted(target))") }
      let tables = try db.rows(
        """
        SELECT tablename FROM pg_tables
        WHERE schemaname = \(source) AND tableowner = current_user ORDER BY tablename
        """
      )
      for table in tables {
        let name = quoted(try table["tablename"])
        try db.define("ALTER TABLE \(quoted(source)).\(name) SET SCHEMA \(quoted(target))")
      }
      if !creating { try db.define("DROP SCHEMA \(quoted(source))") }
    }
  }

  private static func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }
}
