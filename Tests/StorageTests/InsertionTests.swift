import Storage
import StorageTesting
import Testing

struct InsertionTests {
  @Test(arguments: StoreUnderTest.all)
  func `gives back each row of a bulk`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      try await storage.write { db in
        try db.insert(into: "thing", columns: Things.columns, rows: (1...30_000).map(Things.row))
      }
      let rows = try await storage.read { db in
        try db.rows("SELECT id, name, weight, content, made_at FROM thing ORDER BY id")
      }
      #expect(rows.map(\.values) == (1...30_000).map(Things.row))
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `leaves out rows that are there already`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      let inserted = try await storage.write { db in
        try db.insert(into: "thing", columns: Things.columns, rows: [Things.row(2)])
        return try db.insert(
          into: "thing",
          columns: Things.columns,
          rows: (1...4).map(Things.row),
          onConflict: .doNothing,
          returning: ["id", "name"]
        )
      }
      #expect(try inserted.map { try $0["id", as: Int.self] } == [1, 3, 4])
      #expect(try inserted.map { try $0["name", as: String.self] }.last == "thing 4")
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `takes no rows at all`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      try await storage.write { db in
        try db.insert(into: "thing", columns: Things.columns, rows: [])
      }
      let count = try await storage.countOfThings()
      #expect(count == 0)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `refuses a value of another kind than its column`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      await #expect(throws: ColumnMismatch.self) {
        try await storage.write { db in
          try db.insert(into: "thing", columns: [.integer("id")], rows: [[.text("1")]])
        }
      }
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `counts up by as much as was asked for`(on database: StoreUnderTest) async throws {
    try await database.with([]) { storage in
      let ranges = try await storage.write { db in
        [try db.next("a"), try db.next("a", count: 10), try db.next("b", count: 2)]
      }
      #expect(ranges == [1..<2, 2..<12, 1..<3])
      #expect(try await storage.write { db in try db.next("a") } == 12..<13)
    }
  }
}
