import Foundation
import GRDB
import Kernel

/// Copies of the embedded store, which is one file again afterwards.
enum SQLiteBackup {
  /// Reads one moment of the store while its server goes on writing.
  ///
  /// - Parameter file: an empty file.
  static func write(of path: String, to file: URL) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    let store = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? store.close() }
    try store.writeWithoutTransaction { database in
      try database.execute(sql: "VACUUM INTO ?", arguments: [file.path])
    }
  }

  /// - Returns: the file that the store that was there is now.
  static func restore(
    _ backup: BackupFile,
    from file: URL,
    to path: String,
    replacing: Bool
  ) throws -> String? {
    try FileManager.default.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(),
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    guard let hold = try StoreHold(path, .alone) else { throw BackupRefusal.inUse(path) }
    defer { hold.release() }
    let isThere = FileManager.default.fileExists(atPath: path)
    guard replacing || !isThere else { throw BackupRefusal.taken }
    let copy = URL(filePath: "\(path).restoring")
    try? FileManager.default.removeItem(at: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    try backup.extract(from: file, to: copy)
    guard isSound(copy) else { throw BackupRefusal.damaged(file.path) }
    let aside = isThere ? try moveAside(path) : nil
    for suffix in logs { try? FileManager.default.removeItem(atPath: path + suffix) }
    try FileManager.default.moveItem(at: copy, to: URL(filePath: path))
    synchronizeFolder(of: path)
    return aside
  }

  /// A store's log belongs to it: it holds what an unclean end left out of the file itself.
  private static let logs = ["-wal", "-shm"]

  private static func moveAside(_ path: String) throws -> String {
    let stamp = Instant.now().description.filter { $0.isNumber || $0 == "T" }
    let aside = "\(path).before-restore-\(stamp)"
    for suffix in logs + [""] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.moveItem(atPath: path + suffix, toPath: aside + suffix)
    }
    return aside
  }

  private static func isSound(_ file: URL) -> Bool {
    let health = try? DatabaseQueue(path: file.path).read { database in
      try String.fetchOne(database, sql: "PRAGMA quick_check")
    }
    return health == "ok"
  }

  private static func synchronizeFolder(of path: String) {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
