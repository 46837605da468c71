import Foundation
import GRDB

/// A store's whole content as one file, and back: the same moment of every table.
package enum StoreCopy {
  /// Writes a copy of a SQLite store while others go on writing to it.
  ///
  /// - Parameter path: an empty file, or none yet.
  package static func write(of store: String, to path: String) throws {
    guard FileManager.default.fileExists(atPath: store) else {
      throw StorageUnavailable(.failing, detail: "there is no store at \(store)")
    }
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    let source = try DatabaseQueue(path: store, configuration: configuration)
    try source.writeWithoutTransaction { db in
      try db.execute(sql: "VACUUM INTO ?", arguments: [path])
    }
    try source.close()
    try synchronize(path)
  }

  /// Puts a checked copy in the place of a SQLite store, alone.
  ///
  /// - Parameter aside: what the store that was there is kept as; nil refuses to replace one.
  /// - Returns: whether there was one.
  package static func restore(
    _ copy: String,
    to store: String,
    keeping aside: String?
  ) throws -> Bool {
    let hold = try StoreHold(path: store, alone: true)
    return try withExtendedLifetime(hold) {
      let files = FileManager.default
      let isThere = files.fileExists(atPath: store)
      if isThere {
        guard let aside else { throw TargetInUse() }
        // The log goes along: it holds what an unclean end left out of the file itself.
        for ending in ["-wal", "-shm", ""] where files.fileExists(atPath: store + ending) {
          try files.moveItem(atPath: store + ending, toPath: aside + ending)
        }
      } else {
        for ending in ["-wal", "-shm"] where files.fileExists(atPath: store + ending) {
          try files.removeItem(atPath: store + ending)
        }
      }
      try synchronize(copy)
      try files.moveItem(atPath: copy, toPath: store)
      try synchronizeFolder(of: store)
      return isThere
    }
  }

  /// There is a store already where one was to be restored.
  package struct TargetInUse: Error, CustomStringConvertible {
    package init() {}

    package let description =
      "there is a store already; with --replace it is kept aside and the backup takes its place"
  }

  /// What a SQLite file says is wrong with itself; empty when nothing is.
  package static func problems(of path: String) throws -> [String] {
    let copy = try DatabaseQueue(path: path)
    let lines = try copy.read { db in try String.fetchAll(db, sql: "PRAGMA quick_check") }
    try copy.close()
    return lines.filter { $0 != "ok" }
  }

  private static func synchronize(_ path: String) throws {
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.synchronize()
    try file.close()
  }

  private static func synchronizeFolder(of path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
