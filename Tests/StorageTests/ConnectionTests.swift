import Kernel
import Storage
import StorageTesting
import Testing

struct ConnectionTests {
  @Test(arguments: StoreUnderTest.all)
  func `gives back what was bound`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      let name = "Nguyễn “O'Brien” \u{1}? $1 ?1"
      let at = Instant(milliseconds: .max)
      try await storage.write { db in
        let nothing: String? = nil
        try db.execute(
          """
          INSERT INTO thing (id, name, weight, content, made_at)
          VALUES (\(Int64.min), \(name), \(0.1), \([UInt8]([0, 1, 255])), \(at)),
          (\(1), \(nothing), \(nothing.map { _ in 0.0 }), \([UInt8]()), \(Day(rawValue: -1)))
          """
        )
      }
      let rows = try await storage.read { db in
        try db.rows("SELECT id, name, weight, content, made_at FROM thing ORDER BY id")
      }
      #expect(rows.count == 2)
      #expect(try rows[0]["id", as: Int64.self] == .min)
      #expect(try rows[0]["name", as: String.self] == name)
      #expect(try rows[0]["weight", as: Double.self] == 0.1)
      #expect(try rows[0]["content", as: [UInt8].self] == [0, 1, 255])
      #expect(try rows[0]["made_at", as: Instant.self] == at)
      #expect(try rows[1]["name", as: String?.self] == nil)
      #expect(try rows[1]["content", as: [UInt8]?.self] == [])
      #expect(try rows[1]["made_at", as: Day.self] == Day(rawValue: -1))
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `keeps the kind of a value that is missing`(on database: StoreUnderTest) async throws {
    try await database.with([]) { storage in
      let nothing: Int64? = nil
      let (isNull, sum) = try await storage.read { db in
        (
          try db.value("SELECT 1 WHERE \(nothing) IS NULL", as: Int.self),
          try db.value("SELECT coalesce(\(nothing), \(4)) + \(1)", as: Int.self)
        )
      }
      #expect(isNull == 1)
      #expect(sum == 5)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `finds what a list names`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      let names = ["a\"b", "c\\d", "é\n", "𝄞", ""]
      let ids = [Int64.min, -1, 0, 7, .max]
      try await storage.write { db in
        try db.insert(
          into: "thing",
          columns: [.integer("id"), .text("name"), .blob("content")],
          rows: zip(ids, names).map { [SQLValue($0), SQLValue($1), .blob(Array($1.utf8))] }
        )
      }
      let found = try await storage.read { db in
        [
          "id IN \(list: ids)", "id NOT IN \(list: [Int64]())", "name IN \(list: names)",
          "content IN \(list: names.map { Array($0.utf8) })",
          "id IN \(list: Array(ids[1...2]) + Array(100...5_000))", "id IN \(list: [Int]())",
          "name IN \(list: [String]())", "content IN \(list: [[UInt8]]())",
        ].map { (condition: SQL) in
          try? db.value("SELECT count(*) FROM thing WHERE \(condition)", as: Int.self)
        }
      }
      #expect(found == [5, 5, 5, 5, 2, 0, 0, 0])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `refuses text with a NUL`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      let text = "a\0b"
      await #expect(throws: TextHasNUL.self) {
        try await storage.write { db in
          try db.execute("INSERT INTO thing (id, name) VALUES (1, \(text))")
        }
      }
      await #expect(throws: TextHasNUL.self) {
        try await storage.write { db in
          try db.insert(into: "thing", columns: [.text("name")], rows: [[.text(text)]])
        }
      }
      await #expect(throws: TextHasNUL.self) {
        try await storage.read { db in try db.rows("SELECT 1 WHERE 'a' IN \(list: [text])") }
      }
      let count = try await storage.countOfThings()
      #expect(count == 0)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `says which column held something else`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      let row = try await storage.write { db in
        try db.execute("INSERT INTO thing (id, name) VALUES (1, 'one')")
        return try db.row("SELECT id, name FROM thing")
      }
      let mismatch = #expect(throws: ColumnMismatch.self) { try row?["name", as: Int.self] }
      #expect(
        mismatch?.description
          == "column name: expected Int, found text, in: SELECT id, name FROM thing"
      )
      #expect(throws: ColumnMismatch.self) { try row?["nome", as: String.self] }
      await #expect(throws: ColumnMismatch.self) {
        try await storage.read { db in
          try db.each("SELECT weight FROM thing") { row in _ = try row.integer(0) }
        }
      }
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `sums whole numbers to whole numbers`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      let row = try await storage.write { db in
        try db.insert(into: "thing", columns: Things.columns, rows: (1...20_000).map(Things.row))
        return try db.row(
          """
          SELECT sum(id) AS ids, sum(weight) AS weights, avg(id) AS middle, count(*) AS things,
          max(id) > 3 AS many, sum(-id * 1000000000) AS far FROM thing
          """
        )
      }
      #expect(try row?["ids", as: Int.self] == 200_010_000)
      #expect(try row?["weights", as: Double.self] == 100_005_000)
      #expect(try row?["middle", as: Double.self] == 10_000.5)
      #expect(try row?["things", as: Int.self] == 20_000)
      #expect(try row?["many", as: Bool.self] == true)
      #expect(try row?["far", as: Int.self] == -200_010_000_000_000_000)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `streams rows while asking for others`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      try await storage.write { db in
        try db.insert(into: "thing", columns: Things.columns, rows: (1...12_000).map(Things.row))
      }
      let (ids, bytes, nulls) = try await storage.read { db in
        var (ids, bytes, nulls) = (Int64(0), 0, 0)
        try db.each("SELECT id, content, made_at FROM thing ORDER BY id") { row in
          ids += try row.integer(0)
          if try !row.withBytes(1, { bytes += $0.byteCount }) { nulls += 1 }
          guard try row.integer(0) % 1_000 == 0 else { return }
          let id = try row.integer(0)
          try db.each("SELECT made_at FROM thing WHERE id = \(id)") { inner in
            ids += try inner[0, as: Int64.self] - 2 * id
          }
        }
        return (ids, bytes, nulls)
      }
      #expect(ids == 72_006_000)
      #expect(nulls == 4_000)
      #expect(bytes == (1...12_000).filter { $0 % 3 != 0 }.map { $0 % 5 }.reduce(0, +))
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `ends a stream when its closure throws`(on database: StoreUnderTest) async throws {
    struct Enough: Error {}
    try await database.with(Things.schema) { storage in
      try await storage.write { db in
        try db.insert(into: "thing", columns: Things.columns, rows: (1...9_000).map(Things.row))
      }
      for _ in 1...3 {
        await #expect(throws: Enough.self) {
          try await storage.read { db in
            try db.each("SELECT id FROM thing") { _ in throw Enough() }
          }
        }
      }
      let count = try await storage.countOfThings()
      #expect(count == 9_000)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `puts conditions together without splicing`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      try await storage.write { db in
        try db.insert(into: "thing", columns: Things.columns, rows: (1...100).map(Things.row))
      }
      let conditions: [SQL] = ["id > \(10)", "name <> \("thing 50")", "weight < \(40.0)"]
      let count: Int? = try await storage.read { db in
        try db.value(
          """
          SELECT count(*) FROM \(identifier: "thing") WHERE \(conditions.joined(by: " AND "))
          """
        )
      }
      #expect(count == 68)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `refuses a write on a reader`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      await #expect(throws: (any Error).self) {
        try await storage.read { db in try db.execute("INSERT INTO thing (id) VALUES (1)") }
      }
      let count = try await storage.countOfThings()
      #expect(count == 0)
    }
  }
}
