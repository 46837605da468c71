/// One step of the schema: run once on every store, in its own transaction, never edited later.
///
/// Tokens stand where the databases differ: `{id}` (a whole-number primary key that code fills),
/// `{int}`, `{real}`, `{blob}`, `{text}` (sorts by bytes), `{strict}` and `{strict_without_rowid}`
/// (after the closing bracket of a table).
///
/// ```swift
/// Migration("2026-01 answer", sql: """
///   CREATE TABLE answer (id {id}, response {int} NOT NULL, words {text}) {strict};
///   """)
/// ```
package struct Migration: Sendable {
  package let name: String
  let run: @Sendable (Connection) throws -> Void

  /// Statements separated by semicolons.
  package init(_ name: String, sql: String) {
    self.name = name
    run = { db in try db.define(sql) }
  }

  /// A step that must read to know what to write.
  package init(_ name: String, run: @escaping @Sendable (Connection) throws -> Void) {
    self.name = name
    self.run = run
  }
}

extension Connection {
  /// Runs data definition with its tokens filled for this database.
  package func define(_ text: String) throws {
    let filled = dialect.define(text)
    if let token = filled.firstMatch(of: /\{[a-z_]+\}/) {
      throw MigrationError("unknown token \(token.output) in: \(text)")
    }
    try driver.settle()
    try driver.define(filled)
  }
}

/// The schema cannot be brought up to date; nothing of the failed step was kept.
package struct MigrationError: Error, CustomStringConvertible {
  package let description: String
  init(_ description: String) { self.description = description }
}
