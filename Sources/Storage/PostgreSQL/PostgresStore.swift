import Dispatch
import Foundation
import Logging

/// The store on a PostgreSQL server: one writing connection, several readers, a thread for each.
final class PostgresStore: Store {
  private typealias Reading = @Sendable (_ link: PostgresLink) -> Void

  /// The number that processes lock while they change the schema.
  private static let migrationLock = 0x546f_7574

  /// Reads that may wait for a connection.
  private static let waitingReadsMax = 10_000

  private let writer: Confined<PostgresLink>
  private let readings = Mailbox<Reading>(capacity: waitingReadsMax)
  private let readersEnded = DispatchGroup()

  init(url: String, readers: Int, logger: Logger) throws {
    writer = Confined(value: PostgresLink(url: url, for: .writing, logger: logger))
    for number in 1...readers {
      let thread = Thread { [readings, readersEnded] in
        let link = PostgresLink(url: url, for: .reading, logger: logger)
        while let reading = readings.take(maximum: 1)?.first { reading(link) }
        link.close()
        readersEnded.leave()
      }
      readersEnded.enter()
      thread.name = "storage reader \(number)"
      thread.start()
    }
  }

  func read<Output: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Output
  ) async throws -> Output {
    try await withCheckedThrowingContinuation { continuation in
      let answer = readings.put { link in
        continuation.resume(
          with: Result { try link.with { try $0.transaction(.beginReading, body) } }
        )
      }
      switch answer {
      case .taken: break
      case .full: continuation.resume(throwing: StorageUnavailable(.busy))
      case .closed: continuation.resume(throwing: StorageUnavailable(.closed))
      }
    }
  }

  func withWriter<Output>(_ body: (Connection) throws -> Output) throws -> Output {
    try writer.value.with(body)
  }

  /// Another process may take its time with a large store: the lock is waited for without limit.
  func migrating(_ body: (Connection) throws -> Void) throws {
    try withWriter { db in
      try db.driver.define(
        """
        SET lock_timeout = 0;
        SELECT pg_advisory_lock(\(Self.migrationLock), hashtext(current_schema()));
        SET lock_timeout = '10s';
        """
      )
      let outcome = Result { try body(db) }
      if !db.hasLostTransaction {
        try db.driver.define(
          "SELECT pg_advisory_unlock(\(Self.migrationLock), hashtext(current_schema()))"
        )
      }
      try outcome.get()
    }
  }

  /// Left to the operator's own backups: the server, not this process, keeps the data.
  func backUpBeforeMigrating(to name: String) {}

  func didCommit() {}

  func close() {
    readings.close()
    readersEnded.wait()
    writer.value.close()
  }
}
