package import Foundation
import Kernel

/// Copies a whole store into one file while others use it, and puts such a file back.
package enum StoreBackup {
  /// Writes one state of the whole store; the file is there whole or not at all.
  ///
  /// - Returns: the file's length, in bytes.
  /// - Throws: `BackupRefusal` for a file that exists already, or without the tools it takes.
  package static func write(_ location: StoreLocation, schema: String, to file: URL) throws -> Int {
    guard !FileManager.default.fileExists(atPath: file.path) else {
      throw BackupRefusal("\(file.path) exists already; choose another name")
    }
    let unfinished = file.appendingPathExtension("unfinished")
    try? FileManager.default.removeItem(at: unfinished)
    do {
      switch location {
      case .sqlite(let path): try SQLiteBackup.write(path, to: unfinished)
      case .postgres(let url): try PostgresBackup.write(url, schema: schema, to: unfinished)
      case .inMemory: throw BackupRefusal("a store in memory has nothing to copy")
      }
      try synchronize(unfinished)
      // Unlike a renaming, a link never takes the place of a file that came meanwhile.
      try FileManager.default.linkItem(at: unfinished, to: file)
      try FileManager.default.removeItem(at: unfinished)
    } catch {
      try? FileManager.default.removeItem(at: unfinished)
      throw error
    }
    return try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
  }

  /// Puts a copy where a store is to be.
  ///
  /// - Parameter replacing: moves a store that is there aside; without it, it is left alone.
  /// - Returns: where the store that was there is now.
  /// - Throws: `BackupRefusal` for a wrong file, a place in use, or one that is taken.
  package static func restore(
    _ file: URL,
    to location: StoreLocation,
    replacing: Bool,
    knowing migrations: [Migration]
  ) throws -> String? {
    guard FileManager.default.isReadableFile(atPath: file.path) else {
      throw BackupRefusal("\(file.path) cannot be read")
    }
    switch location {
    case .sqlite(let path):
      let known = Migrator(migrations).migrations.map(\.name)
      return try SQLiteBackup.restore(file, to: path, replacing: replacing, knowing: Set(known))
    case .postgres(let url):
      try PostgresBackup.restore(file, to: url, schema: try schema(of: url))
      return nil
    case .inMemory: throw BackupRefusal("a store in memory does not outlive this command")
    }
  }

  /// Where a PostgreSQL URL would make a store; refused where there is one.
  private static func schema(of url: String) throws -> String {
    let (schema, isTaken) = try PostgresBackup.look(at: url)
    guard !isTaken else {
      throw BackupRefusal("there is a store in this database already; restore into an empty one")
    }
    return schema
  }

  /// Waits until a file is on disk.
  static func synchronize(_ file: URL) throws {
    let handle = try FileHandle(forUpdating: file)
    try handle.synchronize()
    try handle.close()
  }
}
