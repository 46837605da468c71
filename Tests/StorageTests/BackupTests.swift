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
        try await Self.add(20, to: storage)
        #expect(try await storage.read { try BackupLog.last(in: $0) } == nil)
        let now = Instant.now()
        async let writing: Void = Self.add(50, to: storage)
        let bytes = try await StoreBackup.write(storage.location, to: file, at: now)
        try await writing
        let last = try await storage.read { try BackupLog.last(in: $0) }
        #expect(last == BackupLog.Entry(at: now, bytes: bytes))
        await #expect(throws: BackupRefusal.self) {
          try await StoreBackup.write(storage.location, to: file, at: now)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["copy"])
      }
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a copy comes back, what was there is kept aside`(on database: StoreUnderTest) async throws {
    try await Self.withFolder { folder in
      try await database.withLocation { place in
        let file = folder.appending(path: "copy")
        let known = Self.migrations
        let later =
          known + [Migration("2026-02 more", sql: "CREATE TABLE more (id {id}) {strict};")]
        var storage = try await Storage.open(place, migrations: known, logger: .silent)
        try await Self.add(3, to: storage)
        _ = try await StoreBackup.write(place, to: file, at: .now())
        await storage.close()
        storage = try await Storage.open(place, migrations: later, logger: .silent)
        try await Self.add(2, to: storage)
        #expect(throws: BackupRefusal.inUse(Self.name(of: place)), "while it is open") {
          try StoreBackup.restore(file, to: place, replacing: true, knowing: later)
        }
        await storage.close()
        #expect(throws: BackupRefusal.taken, "without being told to replace") {
          try StoreBackup.restore(file, to: place, replacing: false, knowing: later)
        }
        let restored = try StoreBackup.restore(file, to: place, replacing: true, knowing: later)
        let aside = try #require(restored.aside)
        storage = try await Storage.open(place, migrations: later, logger: .silent)
        #expect(try await Self.count(in: storage) == 3)
        await storage.close()
        #expect(try await Self.countAside(aside, of: place) == 5)
      }
    }
  }

  private static func name(of place: StoreLocation) -> String {
    if case .sqlite(let path) = place { path } else { "\(place)" }
  }

  /// Counts in what a restoring kept, and lets go of it.
  private static func countAside(_ aside: String, of place: StoreLocation) async throws -> Int {
    switch place {
    case .sqlite, .inMemory:
      return try await Storage.attached(to: .sqlite(path: aside), count)
    case .postgres:
      let count: Int? = try await Storage.attached(to: place) { storage in
        try await storage.read {
          try $0.value(SQL(trusted: "SELECT count(*) FROM \(aside).thing", arguments: []))
        }
      }
      try await Storage.define("DROP SCHEMA \(aside) CASCADE", at: place)
      return count ?? 0
    }
  }

  @Test func `a wrong file is refused and leaves nothing behind`() async throws {
    try await Self.withFolder { folder in
      let place = StoreLocation.sqlite(path: folder.appending(path: "new/store.db").path)
      let file = folder.appending(path: "copy")
      let source = StoreLocation.sqlite(path: folder.appending(path: "old.db").path)
      let storage = try await Storage.open(source, migrations: Self.migrations, logger: .silent)
      try await Self.add(300, to: storage)
      _ = try await StoreBackup.write(source, to: file, at: .now())
      await storage.close()
      #expect(throws: BackupRefusal.newer(file.path)) {
        try StoreBackup.restore(file, to: place, replacing: false, knowing: [])
      }
      let whole = try Data(contentsOf: file)
      for bytes in [Data(), Data("words".utf8), whole.prefix(whole.count / 2)] {
        try bytes.write(to: file)
        #expect(throws: BackupRefusal.self, "\(bytes.count) bytes") {
          try StoreBackup.restore(file, to: place, replacing: false, knowing: Self.migrations)
        }
      }
      let left = try? FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "new").path
      )
      #expect((left ?? []).filter { !$0.hasSuffix(".lock") } == [])
    }
  }

  @Test func `a database's URL is read as its own programs read it`() throws {
    let url = "postgres://lan:p%40ss@db.example:5433/x?sslmode=require"
    let lines = try PostgresServiceFile.text(for: url).split(separator: "\n")
    #expect(lines.first == "[touchstone]")
    #expect(Set(lines).isSuperset(of: ["user=lan", "password=p@ss", "host=db.example"]))
    #expect(Set(lines).isSuperset(of: ["port=5433", "dbname=x", "sslmode=require"]))
    #expect(throws: StorageUnavailable.self) { try PostgresServiceFile.text(for: "postgres://[") }
  }
}
