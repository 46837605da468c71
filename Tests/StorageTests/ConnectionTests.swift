import Kernel
import Storage
import StorageTesting
import Testing

struct ConnectionTests {
  static let schema = [
    Migration(
      "thing",
      sql: """
        CREATE TABLE thing (
          id {id}, name {text}, weight {real}, content {blob}, made_at {int}
        ) {strict};
        CREATE UNIQUE INDEX thing_by_name ON thing (name);
        """
    )
  ]

  @Test(arguments: StoreUnderTest.all)
  func `gives back what was bound`(on database: StoreUnderTest) async throws {
    try await database.with(Self.schema) { storage in
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
}
