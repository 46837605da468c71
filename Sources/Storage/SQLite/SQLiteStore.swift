import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// The embedded store: one writer and several readers on one file, through GRDB's pool.
final class SQLiteStore: Store {
  private let database: any DatabaseWriter
  private let path: String?
  private let checkpoints: SQLiteCheckpoints?

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
        let pool = try DatabasePool(path: path, configuration: configuration)
        database = pool
        checkpoints = try SQLiteCheckpoints(path: path)
      } else {
        path = nil
        database = try DatabaseQueue(configuration: configuration)
        checkpoints = nil
      }
      try database.writeWithoutTransaction(makeDurable)
    } catch let error as DatabaseError {
      throw Self.translated(error)
    }
  }

  /// GRDB's pool sets `synchronous` to NORMAL after opening, which would lose acknowledged answers
  /// with the power; checkpoints have a thread of their own so that no commit waits for one.
  private func makeDurable(_ database: Database) throws {
    try database.execute(sql: "PRAGMA synchronous = FULL")
    try database.execute(sql: "PRAGMA wal_autocheckpoint = 0")
    if let handle = unsafe database.sqliteConnection { unsafe checkpoints?.watch(handle) }
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
    try database.writeWithoutTransaction { try body(connection(of: $0)) }
  }

  /// Each step begins by locking the file and looks again whether it is still wanted.
  func migrating(_ body: (Connection) throws -> Void) throws {
    try withWriter(body)
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
    database.writeWithoutTransaction { database in
      if let handle = unsafe database.sqliteConnection {
        unsafe checkpoints.finish(on: handle)
      }
    }
  }

  func close() {
    checkpoints?.stop()
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
