import Kernel
package import Storage

/// Keeps the business's own words.
package struct BusinessTextStore: Sendable {
  private let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  static let migrations = [
    Migration(
      "2026-14 business_text",
      sql: """
        CREATE TABLE business_text (
          language {text} NOT NULL, text_key {text} NOT NULL, words {text} NOT NULL,
          PRIMARY KEY (language, text_key)
        ) {strict_without_rowid};
        """
    )
  ]

  static func texts(in db: Connection) throws -> BusinessTexts {
    try texts(db.rows("SELECT language AS text_language, text_key, words FROM business_text"))
  }

  /// Rows without a text say nothing.
  static func texts(_ rows: [Row]) throws -> BusinessTexts {
    var own: [Language: [String: String]] = [:]
    for row in rows {
      guard let code = try row["text_language", as: String?.self],
        let language = Language(rawValue: code)
      else { continue }
      own[language, default: [:]][try row["text_key"]] = try row["words"]
    }
    return BusinessTexts(own)
  }

  /// Puts a language's words in the place of those there were; sent twice, it changes nothing.
  func set(
    _ words: [String: String],
    in language: Language,
    by actor: AuditEntry.Actor,
    at now: Instant
  ) async throws {
    try await storage.write { db in
      guard try Self.texts(in: db).own[language, default: [:]] != words else { return }
      try db.execute("DELETE FROM business_text WHERE language = \(language.rawValue)")
      try db.insert(
        into: "business_text",
        columns: [.text("language"), .text("text_key"), .text("words")],
        rows: words.sorted { $0.key < $1.key }
          .map { [.text(language.rawValue), .text($0.key), .text($0.value)] }
      )
      try AuditStore.append(
        AuditEntry(
          at: now,
          by: actor,
          "texts.changed",
          AuditEntry.Subject("business", 1, named: ""),
          details: ["language": .string(language.rawValue)]
        ),
        in: db
      )
    }
  }
}
