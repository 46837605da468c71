import Foundation
import Kernel
package import Logging
import Synchronization

/// The store: SQL on SQLite or PostgreSQL, read by many at once, written by one.
///
/// ```swift
/// let storage = try await Storage.open(.sqlite(path: "data/touchstone.db"), migrations: all)
///
/// let titles = try await storage.read { db in
///   try db.rows("SELECT title FROM survey WHERE owner = \(owner)").map { row in
///     try row["title", as: String.self]
///   }
/// }
/// let survey = try await storage.write { db in
///   let id = try db.next("survey").lowerBound
///   try db.execute("INSERT INTO survey (id, title) VALUES (\(id), \(title))")
///   return id
/// }
/// ```
///
/// A write returns after its commit is on disk. `batch` makes a writer for many small writes of one
/// kind. Closures run on threads of the store's own: they may block, and must not wait for tasks.
package final class Storage: Sendable {
  /// Writes that may wait at once; more are refused as busy, since they would wait too long.
  package static let waitingWritesMax = 20_000

  /// Connections that read at once.
  package static let readersDefault = 4

  package let location: StoreLocation
  private let store: any Store
  private let writer: Writer
  private let waitingMax: Int
  private let isClosed = Mutex(false)
  private let readingStatements = Atomic(0)

  private init(location: StoreLocation, store: any Store, waitingMax: Int, logger: Logger) {
    self.location = location
    self.store = store
    self.waitingMax = waitingMax
    writer = Writer(store: store, waitingMax: waitingMax, logger: logger)
  }

  /// Opens the store, making it where there is none, and brings its schema up to date.
  ///
  /// - Throws: `MigrationError` for a store that a newer version has changed;
  ///   `StorageUnavailable` when it cannot be reached.
  package static func open(
    _ location: StoreLocation,
    migrations: [Migration],
    readers: Int = readersDefault,
    waitingWritesMax: Int = waitingWritesMax,
    logger: Logger = Logger(label: "storage")
  ) async throws -> Storage {
    let store = try await onThread {
      let store = try makeStore(location, readers: readers, logger: logger)
      do {
        try migrate(store, with: Migrator(migrations), logger: logger)
      } catch {
        store.close()
        throw error
      }
      return store
    }
    return Storage(location: location, store: store, waitingMax: waitingWritesMax, logger: logger)
  }

  /// Opens a store as it stands, whichever version made it: nothing of it is brought up to date.
  static func attach(_ location: StoreLocation) async throws -> Storage {
    let logger = Logger(label: "storage")
    let store = try await onThread { try makeStore(location, readers: 1, logger: logger) }
    return Storage(location: location, store: store, waitingMax: waitingWritesMax, logger: logger)
  }

  package var dialect: Dialect { location.dialect }

  /// Runs a closure on a reader: it sees one state of the whole store and cannot change it.
  package func read<Output: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Output
  ) async throws -> Output {
    try await store.read { [self] db in
      defer { readingStatements.wrappingAdd(db.statements, ordering: .relaxed) }
      return try body(db)
    }
  }

  /// Reading statements run since the store was opened, so that what a page costs can be counted.
  package var readCount: Int { readingStatements.load(ordering: .relaxed) }

  /// Runs a closure in a transaction and returns after that transaction is on disk.
  ///
  /// What the closure throws is thrown on, and nothing of it is kept. Cancelling the task does not
  /// take the write back.
  @discardableResult
  package func write<Output: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Output
  ) async throws -> Output {
    try await withCheckedThrowingContinuation { continuation in
      writer.submit(
        WaitingWrite(
          run: { db in
            let output = try body(db)
            return Acknowledgement { continuation.resume(returning: output) }
          },
          fail: { continuation.resume(throwing: $0) }
        )
      )
    }
  }

  /// Whether the store could not take some write a moment ago.
  ///
  /// A disk may be too full for an answer and still have room for something smaller.
  package func hasRefusedWrites(within span: Duration) -> Bool {
    writer.lastRefusal.map { ContinuousClock.now - $0 < span } ?? false
  }

  /// Makes a writer that hands all items waiting, at most `maximum`, to one closure at once.
  ///
  /// The closure gives one result for each item. When it throws, each item is run again by itself.
  /// An item that gets a failure must have written nothing.
  package func batch<Item: Sendable, Output: Sendable>(
    maximum: Int = 1_000,
    _ body: @escaping @Sendable (Connection, [Item]) throws -> [Result<Output, any Error>]
  ) -> BatchWriter<Item, Output> {
    BatchWriter(writer: writer, maximum: maximum, waitingMax: waitingMax, body: body)
  }

  /// Lets the writes that wait through and closes the store; closing twice is harmless.
  package func close() async {
    let isFirst = isClosed.withLock { isClosed in
      defer { isClosed = true }
      return !isClosed
    }
    guard isFirst else { return }
    try? await Self.onThread { [self] in
      writer.close()
      store.close()
    }
  }

  /// Runs data definition on a database without any schema of ours, as to make or drop one.
  package static func define(_ text: String, at location: StoreLocation) async throws {
    try await onThread {
      let store = try makeStore(location, readers: 1, logger: Logger(label: "storage"))
      defer { store.close() }
      try store.withWriter { try $0.driver.define(text) }
    }
  }

  private static func makeStore(
    _ location: StoreLocation,
    readers: Int,
    logger: Logger
  ) throws -> any Store {
    switch location {
    case .sqlite, .inMemory: try SQLiteStore(location, readers: readers)
    case .postgres(let url): try PostgresStore(url: url, readers: readers, logger: logger)
    }
  }

  private static func migrate(_ store: any Store, with migrator: Migrator, logger: Logger) throws {
    try store.migrating { connection in
      let (pending, isEmpty) = try migrator.pending(connection)
      guard let first = pending.first else { return }
      if !isEmpty { try store.backUpBeforeMigrating(to: first.name) }
      if !isEmpty {
        let steps = pending.map(\.name).joined(separator: ", ")
        logger.notice("bringing the store up to date", metadata: ["steps": "\(steps)"])
      }
      try migrator.run(pending, on: connection)
    }
  }

  /// Keeps what blocks off the threads that tasks share.
  private static func onThread<Output: Sendable>(
    _ body: @escaping @Sendable () throws -> Output
  ) async throws -> Output {
    try await withCheckedThrowingContinuation { continuation in
      Thread { continuation.resume(with: Result { try body() }) }.start()
    }
  }
}
