import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// The embedded store: one writer and several readers on one file, through GRDB's pool.
final class SQLiteStore: Store {
  private let database: any DatabaseWriter
  private let path: String?
  private let checkpoints: SQLiteCheckpoints?

  /// Nil in memory.
  private let hold: StoreHold?

  /// The pool's writing connection, which nobody but our writer uses: going to it through GRDB's
  /// queue would cost two changes of thread for each group. In memory there is but one connection,
  /// which readers use as well, so there it stays with the queue.
  private let writer: Confined<Connection>?

  /// Each of GRDB's connections with the statements prepared on it.
  private let connections = Mutex<[ObjectIdentifier: Confined<Connection>]>([:])

  init(_ location: StoreLocation, readers: Int) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = readers
    configuration.persistentReadOnlyConnections = true
    do {
      if case .sqlite(let path) = location {
        self.path = path
        let folder = try Self.makeFolder(of: path)
        hold = try StoreHold(path: path, alone: false)
        let pool = try FolderLock.with(folder) {
          try DatabasePool(path: path, configuration: configuration)
        }
        database = pool
        let checkpoints = try SQLiteCheckpoints(path: path)
        self.checkpoints = checkpoints
        writer = try pool.writeWithoutTransaction { database in
          try Self.makeDurable(database, watchedBy: checkpoints)
        }
      } else {
        path = nil
        hold = nil
        database = try DatabaseQueue(configuration: configuration)
        checkpoints = nil
        writer = nil
      }
    } catch let error as DatabaseError {
      throw Self.translated(error)
    }
  }

  /// Only its owner may look into a folder of people's answers.
  private static func makeFolder(of path: String) throws -> String {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    if !FileManager.default.fileExists(atPath: folder) {
      try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    }
    return folder
  }

  /// GRDB's pool sets `synchronous` to NORMAL after opening, which would lose acknowledged answers
  /// with the power; checkpoints have a thread of their own so that no commit waits for one.
  private static func makeDurable(
    _ database: Database,
    watchedBy checkpoints: SQLiteCheckpoints
  ) throws -> Confined<Connection>? {
    try database.execute(sql: "PRAGMA synchronous = FULL")
    try database.execute(sql: "PRAGMA wal_autocheckpoint = 0")
    // Kibibytes, negative by SQLite's custom: keys that are hashes touch pages all over the file.
    try database.execute(sql: "PRAGMA cache_size = -32000")
    // Savepoints keep the pages they may have to restore; past 64 KiB that would go to a file.
    try database.execute(sql: "PRAGMA temp_store = MEMORY")
    guard let handle = unsafe database.sqliteConnection else { return nil }
    unsafe checkpoints.watch(handle)
    // GRDB's own hooks serve observers, of which we have none, and hold to its queue.
    unsafe sqlite3_commit_hook(handle, nil, nil)
    unsafe sqlite3_rollback_hook(handle, nil, nil)
    return unsafe Confined(value: Connection(SQLiteConnection(handle)))
  }

  func read<Output: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Output
  ) async throws -> Output {
    do {
      return try await database.read { database in
        try self.connection(of: database).reading(body)
      }
    } catch let error as DatabaseError {
      throw Self.translated(error)
    }
  }

  func withWriter<Output>(_ body: (Connection) throws -> Output) throws -> Output {
    if let writer { return try body(writer.value) }
    return try database.writeWithoutTransaction { try body(connection(of: $0)) }
  }

  func migrating(_ body: (Connection) throws -> Void) throws {
    guard let path else { return try withWriter(body) }
    try FolderLock.with(Self.makeFolder(of: path)) { try withWriter(body) }
  }

  func backUpBeforeMigrating(to name: String) throws {
    guard let path else { return }
    let target = "\(path).before-\(name)"
    let unfinished = target + ".unfinished"
    let files = FileManager.default
    guard !files.fileExists(atPath: target) else { return }
    if files.fileExists(atPath: unfinished) { try files.removeItem(atPath: unfinished) }
    _ = try withWriter { db in try db.execute("VACUUM INTO \(unfinished)") }
    // SQLite does not itself wait for this file to be on disk.
    let file = try FileHandle(forUpdating: URL(filePath: unfinished))
    try file.synchronize()
    try file.close()
    try files.moveItem(atPath: unfinished, toPath: target)
  }

  func didCommit() {
    guard let checkpoints, checkpoints.wantsWriter else { return }
    (writer?.value.driver as? SQLiteConnection)?.finish(checkpoints)
  }

  func close() {
    checkpoints?.stop()
    // Statements still prepared would keep the file open.
    writer?.value.driver.close()
    connections.withLock { $0.removeAll() }
    try? database.close()
  }

  private func connection(of database: Database) -> Connection {
    connections.withLock { connections in
      if let known = connections[ObjectIdentifier(database)] { return known }
      guard let handle = unsafe database.sqliteConnection else {
        preconditionFailure("GRDB lends open connections only")
      }
      let new = Confined(value: Connection(unsafe SQLiteConnection(handle)))
      connections[ObjectIdentifier(database)] = new
      return new
    }.value
  }

  private static func translated(_ error: DatabaseError) -> any Error {
    SQLiteFailure.error(
      code: error.extendedResultCode.rawValue,
      error.message ?? "SQLite refused",
      error.sql ?? "opening the store"
    )
  }
}
