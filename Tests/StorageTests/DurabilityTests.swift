import Foundation
import Logging
import Storage
import StorageTesting
import Testing

struct DurabilityTests {
  @Test func `SQLite's writer waits for the disk`() async throws {
    try await StoreUnderTest.sqlite.with(Things.schema) { storage in
      let (synchronous, automatic) = try await storage.write { db in
        (
          try db.value("PRAGMA synchronous", as: Int.self),
          try db.value("PRAGMA wal_autocheckpoint", as: Int.self)
        )
      }
      #expect(synchronous == 2)
      #expect(automatic == 0)
    }
  }

  @Test(arguments: StoreUnderTest.all.filter { $0 == .postgres })
  func `PostgreSQL acknowledges only what the disk has`(on database: StoreUnderTest) async throws {
    try await database.withLocation { location in
      guard case .postgres(let url) = location else { return }
      let careless = url.replacing("options=", with: "options=-csynchronous_commit%3Doff%20")
      let storage = try await Storage.open(.postgres(url: careless), migrations: [])
      let setting: String? = try await storage.write { db in
        try db.value("SELECT current_setting('synchronous_commit')")
      }
      #expect(setting == "on")
      await storage.close()
    }
  }

  @Test func `a full disk refuses writes until there is room again`() async throws {
    try await StoreUnderTest.sqlite.with(Things.schema) { storage in
      try await storage.write { db in
        try db.insert(into: "thing", columns: Things.columns, rows: [Things.row(1)])
        let pages = try db.value("PRAGMA page_count", as: Int.self) ?? 0
        // A pragma takes no bound value; twenty pages stand for a disk nearly full.
        #expect(pages < 40)
        _ = try db.row("PRAGMA max_page_count = 40")
      }
      let insertMuch: @Sendable (Connection) throws -> Void = { db in
        let content = SQLValue.blob([UInt8](repeating: 1, count: 400_000))
        try db.insert(
          into: "thing",
          columns: [.integer("id"), .blob("content")],
          rows: [[2, content]]
        )
      }
      for _ in 1...3 {
        let error = await #expect(throws: StorageUnavailable.self) {
          try await storage.write(insertMuch)
        }
        #expect(error?.reason == .full)
      }
      try await storage.write { db in
        try db.insert(into: "thing", columns: Things.columns, rows: [Things.row(3)])
        _ = try db.row("PRAGMA max_page_count = 4000")
      }
      try await storage.write(insertMuch)
      let count = try await storage.countOfThings()
      #expect(count == 3)
    }
  }

  @Test(arguments: StoreUnderTest.all.filter { $0 == .postgres })
  func `comes back by itself when the server has dropped it`(
    on database: StoreUnderTest
  ) async throws {
    try await database.with(Things.schema) { storage in
      for round in 1...3 {
        try await storage.write { db in try db.execute("INSERT INTO thing (id) VALUES (\(round))") }
        let writer: Int = try await storage.write { db in
          try db.value("SELECT pg_backend_pid()") ?? 0
        }
        try await terminate(writer, from: storage)
        // An idle connection's end is noticed before it is used: no write is lost to it.
        try await storage.write { db in
          try db.execute("UPDATE thing SET made_at = 1 WHERE id = \(round)")
        }
        let error = await #expect(throws: StorageUnavailable.self) {
          try await storage.write { db in
            try db.execute("UPDATE thing SET made_at = 2 WHERE id = \(round)")
            try db.execute("SELECT pg_terminate_backend(pg_backend_pid())")
            try db.execute("SELECT 1")
          }
        }
        #expect(error?.reason == .lost)
        await #expect(throws: StorageUnavailable.self) {
          try await storage.read { db in
            try db.rows("SELECT pg_terminate_backend(pg_backend_pid())")
          }
        }
      }
      let sum = try await storage.read { db in
        try db.value("SELECT sum(made_at) FROM thing", as: Int.self)
      }
      #expect(sum == 3)
    }
  }

  /// Waits until the server has ended the connection of that process.
  private func terminate(_ process: Int, from storage: Storage) async throws {
    let isGone = try await storage.read { db in
      _ = try db.rows("SELECT pg_terminate_backend(CAST(\(process) AS integer), 5000)")
      return try db.value(
        "SELECT count(*) FROM pg_stat_activity WHERE pid = \(process)",
        as: Int.self
      ) == 0
    }
    #expect(isGone)
  }

  @Test(arguments: StoreUnderTest.all.filter { $0 == .postgres })
  func `says at once that a server is out of reach`(on database: StoreUnderTest) async throws {
    await #expect(throws: StorageUnavailable.self) {
      try await Storage.open(
        .postgres(url: "postgres://nobody@127.0.0.1:1/none"),
        migrations: [],
        logger: .silent
      )
    }
  }

  @Test func `the log starts over under a load that never rests`() async throws {
    try await StoreUnderTest.sqlite.withLocation { location in
      guard case .sqlite(let path) = location else { return }
      let storage = try await Storage.open(location, migrations: Things.schema, logger: .silent)
      // Some 120 MB through a log that may hold 32, and what comes while it is emptied.
      for round in 0..<60 {
        try await storage.write { db in
          let content = SQLValue.blob([UInt8](repeating: UInt8(round), count: 2_000_000))
          try db.insert(
            into: "thing",
            columns: [.integer("id"), .blob("content")],
            rows: [[SQLValue(round), content]]
          )
        }
      }
      let attributes = try FileManager.default.attributesOfItem(atPath: path + "-wal")
      let size = try #require(attributes[.size] as? Int)
      #expect(size < 64_000_000)
      await storage.close()
    }
  }
}
