package import Kernel
package import Storage

/// Reads and writes surveys and their versions.
package struct SurveyStore: Sendable {
  let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  /// What else is written in a change's own transaction, such as who did it.
  package typealias Note = @Sendable (Connection, Survey) throws -> Void

  static let columns: SQL = """
    survey.id, survey.token, survey.name, survey.version, survey.closed_at, survey.created_at
    """

  /// All surveys, newest first: there are few.
  package func all() async throws -> [Survey] {
    try await storage.read { db in
      try db.rows("SELECT \(Self.columns) FROM survey ORDER BY id DESC").map(Survey.init)
    }
  }

  package func survey(token: String) async throws -> Survey? {
    try await storage.read { db in
      try db.row("SELECT \(Self.columns) FROM survey WHERE token = \(token)").map(Survey.init)
    }
  }

  /// Keeps a new survey and, unless it is to stay a draft, publishes its first version.
  ///
  /// - Parameter token: names it for good; a survey that has this name already is given back as it
  ///   is, so that a form sent twice makes one survey.
  package func create(
    _ definition: SurveyDefinition,
    publishing: Bool,
    token wished: String? = nil,
    by author: String? = nil,
    at now: Instant,
    note: Note? = nil
  ) async throws -> Survey {
    let token = wished ?? PublicToken.make()
    return try await storage.write { db in
      if wished != nil, let known = try Self.survey(token: token, in: db) { return known }
      let id = try db.next("survey").lowerBound
      try db.execute(
        """
        INSERT INTO survey (id, token, name, created_at)
        VALUES (\(id), \(token), \(definition.name), \(now))
        """
      )
      try DraftStore.append(definition, to: id, as: 1, by: author, at: now, in: db)
      if publishing { try Self.publish(definition, of: id, at: now, in: db) }
      let survey = try Self.required(token: token, in: db)
      try note?(db, survey)
      return survey
    }
  }

  /// Keeps an edited definition and, unless it is to stay a draft, publishes it as the next
  /// version.
  ///
  /// - Throws: `DefinitionRefusal` when a key would change its kind.
  package func edit(
    _ token: String,
    to definition: SurveyDefinition,
    publishing: Bool,
    at now: Instant,
    note: Note? = nil
  ) async throws -> Survey? {
    try await storage.write { db in
      guard let draft = try DraftStore.draft(of: token, in: db) else { return nil }
      let id = draft.survey.id.rawValue
      let next = draft.revision + 1
      try DraftStore.append(definition, to: id, as: next, by: nil, at: now, in: db)
      if publishing { try Self.publish(definition, of: id, at: now, in: db) }
      let survey = try Self.required(token: token, in: db)
      try note?(db, survey)
      return survey
    }
  }

  /// Closes or reopens a survey; saying it twice changes nothing.
  package func setClosed(
    _ token: String,
    at instant: Instant?,
    note: Note? = nil
  ) async throws -> Survey? {
    try await storage.write { db in
      let changed =
        if let instant {
          try db.execute(
            "UPDATE survey SET closed_at = \(instant) WHERE token = \(token) AND closed_at IS NULL"
          )
        } else {
          try db.execute(
            "UPDATE survey SET closed_at = NULL WHERE token = \(token) AND closed_at IS NOT NULL"
          )
        }
      guard let survey = try Self.survey(token: token, in: db) else { return nil }
      if changed > 0 { try note?(db, survey) }
      return survey
    }
  }

  /// What the author last saved, published or not.
  package func draft(of token: String) async throws -> SurveyDefinition? {
    try await storage.read { db in
      try DraftStore.draft(of: token, in: db)?.definition
    }
  }

  /// Every published version with its moment, the newest first: there are few.
  package func versions(of survey: Survey.ID) async throws -> [PublishedVersion] {
    try await storage.read { db in
      try db.rows(
        """
        SELECT number, definition, published_at FROM survey_version
        WHERE survey = \(survey.rawValue) ORDER BY number DESC
        """
      ).map { row in
        PublishedVersion(
          version: SurveyVersion(
            number: try row["number"],
            definition: try SurveyDefinition(stored: try row["definition"])
          ),
          publishedAt: try row["published_at"]
        )
      }
    }
  }

  static func survey(token: String, in db: Connection) throws -> Survey? {
    try db.row("SELECT \(columns) FROM survey WHERE token = \(token)").map(Survey.init)
  }

  static func required(token: String, in db: Connection) throws -> Survey {
    guard let survey = try survey(token: token, in: db) else {
      preconditionFailure("the survey just written is gone")
    }
    return survey
  }

  /// Freezes a definition as the next version; a key that is new becomes a question.
  static func publish(
    _ definition: SurveyDefinition,
    of survey: Int64,
    at now: Instant,
    in db: Connection
  ) throws {
    let last: Int? =
      try db.value(
        "SELECT max(number) FROM survey_version WHERE survey = \(survey)",
        as: Int?.self
      ) ?? nil
    var kinds: [String: String] = [:]
    for row in try db.rows("SELECT question_key, kind FROM question WHERE survey = \(survey)") {
      kinds[try row["question_key"]] = try row["kind"]
    }
    if let refusal = DefinitionRefusal(keysChanging: kinds, in: definition) { throw refusal }
    for question in definition.questions where kinds[question.key] == nil {
      let id = try db.next("question").lowerBound
      try db.execute(
        """
        INSERT INTO question (id, survey, question_key, kind)
        VALUES (\(id), \(survey), \(question.key), \(question.kind.storedName))
        """
      )
    }
    let number = (last ?? 0) + 1
    try db.execute(
      """
      INSERT INTO survey_version (survey, number, definition, published_at)
      VALUES (\(survey), \(number), \(definition.json.serialized()), \(now))
      """
    )
    try db.execute("UPDATE survey SET version = \(number) WHERE id = \(survey)")
  }
}

extension Survey {
  init(_ row: Row) throws {
    self.init(
      id: try row["id"],
      token: try row["token"],
      name: try row["name"],
      version: try row["version"],
      closedAt: try row["closed_at"],
      createdAt: try row["created_at"]
    )
  }
}
