import Foundation
package import Logging
package import Storage

/// A kind of database that a suite's case runs on.
///
/// ```swift
/// @Test(arguments: StoreUnderTest.all)
/// func `keeps what was written`(on database: StoreUnderTest) async throws {
///   try await database.with(Listen.migrations) { storage in
///     …
///   }
/// }
/// ```
package enum StoreUnderTest: String, Sendable, CustomStringConvertible {
  case sqlite = "SQLite"
  case postgres = "PostgreSQL"

  /// SQLite, and PostgreSQL where `TOUCHSTONE_TEST_POSTGRES` holds the URL of a server.
  package static let all: [StoreUnderTest] = {
    guard PostgresForTests.url != nil else {
      print("skipped: TOUCHSTONE_TEST_POSTGRES not set")
      return [.sqlite]
    }
    return [.sqlite, .postgres]
  }()

  /// A store takes five connections, and a case may open it more than once.
  private static let postgresPlaces = Turnstile(places: 24)

  package var description: String { rawValue }

  /// Gives the closure a new, empty store with this schema, and removes it afterwards.
  @discardableResult
  package func with<Output>(
    _ migrations: [Migration],
    waitingWritesMax: Int = Storage.waitingWritesMax,
    _ body: (Storage) async throws -> Output
  ) async throws -> Output {
    try await withLocation { location in
      let storage = try await Storage.open(
        location,
        migrations: migrations,
        waitingWritesMax: waitingWritesMax,
        logger: .silent
      )
      do {
        let output = try await body(storage)
        await storage.close()
        return output
      } catch {
        await storage.close()
        throw error
      }
    }
  }

  /// Gives the closure the place of a new store, for what opens it by itself or twice.
  @discardableResult
  package func withLocation<Output>(
    _ body: (StoreLocation) async throws -> Output
  ) async throws -> Output {
    switch self {
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      return try await body(.sqlite(path: folder.appending(path: "store.db").path))
    case .postgres:
      await Self.postgresPlaces.enter()
      do {
        let output = try await PostgresForTests.withSchema { try await body(.postgres(url: $0)) }
        await Self.postgresPlaces.leave()
        return output
      } catch {
        await Self.postgresPlaces.leave()
        throw error
      }
    }
  }
}

extension Logger {
  /// For cases that break things on purpose.
  package static let silent = Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }
}
