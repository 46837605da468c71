import Foundation
import GRDB
import Kernel

/// Copies of the embedded store, which is one file again afterwards.
enum SQLiteBackup {
  /// Reads one state of the store while its server goes on writing.
  static func write(_ path: String, to file: URL) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    let store = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? store.close() }
    try store.writeWithoutTransaction { database in
      try database.execute(sql: "VACUUM INTO ?", arguments: [file.path])
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  }

  static func restore(
    _ file: URL,
    to path: String,
    replacing: Bool,
    knowing migrations: Set<String>
  ) throws -> String? {
    try check(file, knowing: migrations)
    let folder = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(
      at: folder,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    guard let hold = try StoreHold(path, .alone) else {
      throw BackupRefusal("a server or another command uses \(path); stop it first")
    }
    defer { hold.release() }
    let isThere = FileManager.default.fileExists(atPath: path)
    guard replacing || !isThere else {
      throw BackupRefusal("there is a store in \(path) already; --replace moves it aside")
    }
    let unfinished = URL(filePath: "\(path).unfinished")
    try? FileManager.default.removeItem(at: unfinished)
    do {
      try FileManager.default.copyItem(at: file, to: unfinished)
      try StoreBackup.synchronize(unfinished)
    } catch {
      try? FileManager.default.removeItem(at: unfinished)
      throw error
    }
    let aside = isThere ? try moveAside(path) : nil
    try FileManager.default.moveItem(at: unfinished, to: URL(filePath: path))
    return aside
  }

  /// A store's log belongs to it and goes along.
  private static func moveAside(_ path: String) throws -> String {
    let stamp = Instant.now().description.filter { $0.isNumber || $0 == "T" }
    let aside = "\(path).replaced-\(stamp)"
    for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.moveItem(atPath: path + suffix, toPath: aside + suffix)
    }
    return aside
  }

  /// Whether a file is a whole copy of a store that this version can read.
  private static func check(_ file: URL, knowing migrations: Set<String>) throws {
    let handle = try FileHandle(forReadingFrom: file)
    let head = try handle.read(upToCount: 16) ?? Data()
    try handle.close()
    guard head == Data("SQLite format 3\0".utf8) else {
      throw BackupRefusal(
        head.starts(with: Data("PGDMP".utf8))
          ? "\(file.path) is a copy of a PostgreSQL store; name one with --database-url"
          : "\(file.path) is no copy of a store"
      )
    }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let copy = try DatabaseQueue(path: file.path, configuration: configuration)
      defer { try? copy.close() }
      let (health, done) = try copy.read { database in
        (
          try String.fetchOne(database, sql: "PRAGMA quick_check"),
          try database.tableExists("schema_migration")
            ? try String.fetchAll(database, sql: "SELECT name FROM schema_migration") : []
        )
      }
      guard health == "ok" else { throw BackupRefusal("\(file.path) is damaged: \(health ?? "")") }
      guard !done.isEmpty else {
        throw BackupRefusal("\(file.path) is a SQLite file, but no copy of a store")
      }
      guard migrations.isSuperset(of: done) else {
        throw BackupRefusal("\(file.path) is of a newer version; use that version or a newer one")
      }
    } catch let error as DatabaseError {
      throw BackupRefusal("\(file.path) is damaged: \(error.message ?? "it cannot be read")")
    }
  }
}
