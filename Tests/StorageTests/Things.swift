import Storage

/// A table with a column of each kind, for the suites of this target.
enum Things {
  static let schema = [
    Migration(
      "2026-01 thing",
      sql: """
        CREATE TABLE thing (
          id {id}, name {text}, weight {real}, content {blob}, made_at {int}
        ) {strict};
        CREATE UNIQUE INDEX thing_by_name ON thing (name);
        """
    )
  ]

  static let columns: [Column] = [
    .integer("id"), .text("name"), .real("weight"), .blob("content"), .integer("made_at"),
  ]

  /// Row `number` of any length of series.
  static func row(_ number: Int) -> [SQLValue] {
    let content: SQLValue = number % 3 == 0 ? nil : .blob([UInt8](repeating: 7, count: number % 5))
    return [
      SQLValue(number), .text("thing \(number)"), .real(Double(number) / 2), content,
      SQLValue(number * 2),
    ]
  }
}

extension Storage {
  func countOfThings() async throws -> Int {
    try await read { db in try db.value("SELECT count(*) FROM thing") ?? 0 }
  }
}
