import Foundation
import Kernel
import StorageTesting
import Testing

@testable import Storage

struct BackupTests {
  private static func withFolder<Output>(_ body: (URL) async throws -> Output) async throws
    -> Output
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "backup-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
  }

  private static let migrations = [
    Migration("2026-01 thing", sql: "CREATE TABLE thing (id {id}, name {text} NOT NULL) {strict};")
  ]

  private static func add(_ count: Int, to storage: Storage) async throws {
    for number in 0..<count {
      try await storage.write { db in
        let id = try db.next("thing").lowerBound
        try db.execute("INSERT INTO thing (id, name) VALUES (\(id), \("thing \(number)"))")
      }
    }
  }

  private static func count(in storage: Storage) async throws -> Int {
    try await storage.read { try $0.value("SELECT count(*) FROM thing") ?? 0 }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a copy is made while the store is written, and never over another file`(
    on database: StoreUnderTest
  ) async throws {
    try await Self.withFolder { folder in
      try await database.with(Self.migrations) { storage in
        let file = folder.appending(path: "copy")
        let backups = BackupStore(storage: storage)
        try await Self.add(20, to: storage)
        #expect(try await backups.last() == nil)
        let now = Instant.now()
        async let writing: Void = Self.add(50, to: storage)
        let bytes = try await backups.write(to: file, at: now)
        try await writing
        #expect(bytes > 1_000)
        #expect(try await backups.last() == now)
        await #expect(throws: BackupRefusal.self) { try await backups.write(to: file, at: now) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["copy"])
      }
    }
  }

  @Test func `a copy comes back, what was there is moved aside`() async throws {
    try await Self.withFolder { folder in
      let place = StoreLocation.sqlite(path: folder.appending(path: "store.db").path)
      let file = folder.appending(path: "copy")
      let storage = try await Storage.open(place, migrations: Self.migrations, logger: .silent)
      try await Self.add(3, to: storage)
      _ = try await BackupStore(storage: storage).write(to: file, at: .now())
      try await Self.add(2, to: storage)
      let known = Self.migrations
      #expect(throws: BackupRefusal.self, "while it is open") {
        try StoreBackup.restore(file, to: place, replacing: true, knowing: known)
      }
      await storage.close()
      #expect(throws: BackupRefusal.self, "without being told to replace") {
        try StoreBackup.restore(file, to: place, replacing: false, knowing: known)
      }
      let aside = try #require(
        try StoreBackup.restore(file, to: place, replacing: true, knowing: known)
      )
      for (path, expected) in [(place, 3), (.sqlite(path: aside), 5)] {
        let opened = try await Storage.open(path, migrations: known, logger: .silent)
        #expect(try await Self.count(in: opened) == expected)
        await opened.close()
      }
    }
  }

  @Test func `a wrong file is refused and leaves nothing behind`() async throws {
    try await Self.withFolder { folder in
      let place = StoreLocation.sqlite(path: folder.appending(path: "new/store.db").path)
      let file = folder.appending(path: "copy")
      let source = StoreLocation.sqlite(path: folder.appending(path: "old.db").path)
      let storage = try await Storage.open(source, migrations: Self.migrations, logger: .silent)
      try await Self.add(300, to: storage)
      _ = try await BackupStore(storage: storage).write(to: file, at: .now())
      await storage.close()
      #expect(throws: BackupRefusal.self, "of a newer version") {
        try StoreBackup.restore(file, to: place, replacing: false, knowing: [])
      }
      let whole = try Data(contentsOf: file)
      for bytes in [Data(), Data("words".utf8), whole.prefix(whole.count / 2)] {
        try bytes.write(to: file)
        #expect(throws: BackupRefusal.self, "\(bytes.count) bytes") {
          try StoreBackup.restore(file, to: place, replacing: false, knowing: Self.migrations)
        }
      }
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "new").path))
    }
  }

  @Test(arguments: StoreUnderTest.all.filter { $0 == .postgres })
  func `a PostgreSQL copy comes back into an empty schema`(on database: StoreUnderTest) async throws
  {
    try await Self.withFolder { folder in
      let file = folder.appending(path: "copy")
      try await database.withLocation { place in
        var storage = try await Storage.open(place, migrations: Self.migrations, logger: .silent)
        try await Self.add(3, to: storage)
        _ = try await BackupStore(storage: storage).write(to: file, at: .now())
        #expect(throws: BackupRefusal.self, "into a schema with a store") {
          try StoreBackup.restore(file, to: place, replacing: false, knowing: Self.migrations)
        }
        let schema = try await storage.schema()
        await storage.close()
        try await Storage.define(
          "DROP SCHEMA \(schema) CASCADE; CREATE SCHEMA \(schema)",
          at: place
        )
        _ = try StoreBackup.restore(file, to: place, replacing: false, knowing: Self.migrations)
        storage = try await Storage.open(place, migrations: Self.migrations, logger: .silent)
        #expect(try await Self.count(in: storage) == 3)
        await storage.close()
      }
    }
  }

  @Test func `no password is left in an argument`() {
    let split = PostgresBackup.split("postgres://lan:p%40ss@db.example:5432/x?sslmode=require")
    #expect(split.address == "postgres://lan@db.example:5432/x?sslmode=require")
    #expect(split.password == "p@ss")
    #expect(PostgresBackup.split("postgres://lan@db/x").password == nil)
    #expect(PostgresBackup.split("postgres:///x?host=/run").address == "postgres:///x?host=/run")
  }
}
