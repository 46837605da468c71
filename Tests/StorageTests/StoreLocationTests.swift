import Foundation
import Storage
import StorageTesting
import Testing

struct StoreLocationTests {
  @Test func `keeps the password to itself`() {
    let location = StoreLocation.postgres(url: "postgres://ann:se@cret@db.example:5432/tst?a=b")
    #expect("\(location)" == "PostgreSQL at db.example:5432/tst")
  }

  @Test func `is a file in the data folder unless the environment names another`() throws {
    let url = "postgresql://db.example/tst"
    #expect(
      try StoreLocation(environment: [:], dataFolder: "/tmp/d")
        == .sqlite(
          path: "/tmp/d/touchstone.db"
        )
    )
    #expect(
      try StoreLocation(environment: ["TOUCHSTONE_DATABASE_URL": url], dataFolder: "/tmp/d")
        == .postgres(url: url)
    )
    #expect(throws: StoreLocation.Unclear.self) {
      try StoreLocation(environment: ["TOUCHSTONE_DATABASE_URL": "mysql://"], dataFolder: "d")
    }
  }

  @Test func `reads the URL from a file, where only its owner sees the password`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "url-\(UUID())")
    try Data("postgres://ann:secret@db/tst\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let location = try StoreLocation(
      environment: ["TOUCHSTONE_DATABASE_URL_FILE": file.path],
      dataFolder: "d"
    )
    #expect(location == .postgres(url: "postgres://ann:secret@db/tst"))
    #expect(throws: StoreLocation.Unclear.self) {
      try StoreLocation(
        environment: ["TOUCHSTONE_DATABASE_URL_FILE": file.path + ".none"],
        dataFolder: "d"
      )
    }
  }

  @Test func `in memory works as a file does, and is gone when closed`() async throws {
    for _ in 1...2 {
      let storage = try await Storage.open(.inMemory, migrations: Things.schema, logger: .silent)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...50 {
          group.addTask {
            try await storage.write { db in
              try db.insert(into: "thing", columns: Things.columns, rows: [Things.row(number)])
            }
            _ = try await storage.countOfThings()
          }
        }
        try await group.waitForAll()
      }
      let count = try await storage.countOfThings()
      #expect(count == 50)
      await storage.close()
    }
  }
}
