import Foundation
import Storage
import StorageTesting
import Testing

struct MigrationTests {
  static let first = Migration("one", sql: "CREATE TABLE one (id {id}, name {text}) {strict};")
  static let second = Migration("two") { db in
    try db.define("CREATE TABLE two (id {id}, points {int} NOT NULL, share {real}) {strict};")
    try db.execute("INSERT INTO two (id, points) SELECT id, 5 FROM one")
  }

  @Test(arguments: StoreUnderTest.all)
  func `runs each step once, in order`(on database: StoreUnderTest) async throws {
    try await database.withLocation { location in
      let before = try await Storage.open(location, migrations: [Self.first])
      try await before.write { db in try db.execute("INSERT INTO one (id) VALUES (7)") }
      await before.close()
      for _ in 1...2 {
        let storage = try await Storage.open(location, migrations: [Self.first, Self.second])
        let rows = try await storage.read { db in try db.rows("SELECT id, points FROM two") }
        #expect(rows.map(\.values) == [[7, 5]])
        await storage.close()
      }
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `refuses a store that a newer version has changed`(
    on database: StoreUnderTest
  ) async throws {
    try await database.withLocation { location in
      try await Storage.open(location, migrations: [Self.first, Self.second]).close()
      let error = await #expect(throws: MigrationError.self) {
        try await Storage.open(location, migrations: [Self.first])
      }
      #expect(error?.description.contains("newer version (two)") == true)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `keeps nothing of a step that fails`(on database: StoreUnderTest) async throws {
    let broken = Migration(
      "broken",
      sql: "CREATE TABLE half (id {id}) {strict}; INSERT INTO nowhere VALUES (1);"
    )
    let mended = Migration("mended", sql: "CREATE TABLE half (id {id}) {strict};")
    try await database.withLocation { location in
      let error = await #expect(throws: MigrationError.self) {
        try await Storage.open(location, migrations: [Self.first, broken])
      }
      #expect(error?.description.contains("“broken”") == true)
      try await Storage.open(location, migrations: [Self.first, mended]).close()
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `refuses a token it does not know`(on database: StoreUnderTest) async throws {
    try await database.withLocation { location in
      let error = await #expect(throws: MigrationError.self) {
        try await Storage.open(
          location,
          migrations: [Migration("odd", sql: "CREATE TABLE odd (id {number});")]
        )
      }
      #expect(error?.description.contains("{number}") == true)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `two processes at once run each step once`(on database: StoreUnderTest) async throws {
    try await database.withLocation { location in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...4 {
          group.addTask {
            try await Storage.open(location, migrations: [Self.first, Self.second]).close()
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test func `backs an SQLite store up before it changes it, not when it is new`() async throws {
    try await StoreUnderTest.sqlite.withLocation { location in
      guard case .sqlite(let path) = location else { return }
      let before = try await Storage.open(location, migrations: [Self.first])
      try await before.write { db in try db.execute("INSERT INTO one (id) VALUES (7)") }
      await before.close()
      let folder = URL(filePath: path).deletingLastPathComponent().path
      let copies = {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter {
          $0.contains("before")
        }
      }
      #expect(try copies() == [])
      try await Storage.open(location, migrations: [Self.first, Self.second]).close()
      #expect(try copies() == ["store.db.before-two"])
      let copy = try await Storage.open(
        .sqlite(path: path + ".before-two"),
        migrations: [Self.first]
      )
      let ids = try await copy.read { db in try db.rows("SELECT id FROM one").map(\.values) }
      #expect(ids == [[7]])
      await copy.close()
    }
  }
}
