package import Kernel
package import Storage

/// Keeps what authors work on, revision by revision, so that nobody writes over another unseen.
package struct DraftStore: Sendable {
  let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  /// The newest revision; nil for an unknown survey.
  package func draft(of token: String) async throws -> SurveyDraft? {
    try await storage.read { try Self.draft(of: token, in: $0) }
  }

  /// Keeps a change as the next revision.
  ///
  /// Sent twice it counts once: what a repeat would change is there already.
  ///
  /// - Parameters:
  ///   - base: the revision that the change began from.
  ///   - note: written with a change that begins something, not with each that goes on with it.
  /// - Returns: the draft with the change; nil for an unknown survey.
  /// - Throws: `StaleDraft` when somebody else changed something since; what `change` throws.
  package func save(
    _ token: String,
    from base: Int,
    by author: String?,
    at now: Instant,
    note: SurveyStore.Note? = nil,
    change: @escaping @Sendable (inout SurveyDefinition) throws -> Void
  ) async throws -> SurveyDraft? {
    try await storage.write { db in
      guard let draft = try Self.draft(of: token, in: db) else { return nil }
      guard draft.revision == base else {
        return try Self.repeated(change, of: base, on: draft, in: db)
      }
      var definition = draft.definition
      try change(&definition)
      if definition == draft.definition { return draft }
      let id = draft.survey.id.rawValue
      try Self.append(definition, to: id, as: base + 1, by: author, at: now, in: db)
      let saved = try Self.required(token, in: db)
      if !draft.isContinued(by: author, at: now) { try note?(db, saved.survey) }
      return saved
    }
  }

  /// Publishes a revision as the next version; nothing happens when that is what people see.
  ///
  /// - Throws: `StaleDraft` when there is a newer revision; `DefinitionRefusal` when it does not
  ///   hold together or a key would change its kind.
  package func publish(
    _ token: String,
    revision: Int,
    at now: Instant,
    note: SurveyStore.Note? = nil
  ) async throws -> Survey? {
    try await storage.write { db in
      guard let draft = try Self.draft(of: token, in: db) else { return nil }
      guard draft.revision == revision else {
        throw StaleDraft(
          current: draft,
          differences: try Self.differences(from: revision, to: draft, in: db)
        )
      }
      if draft.isPublished { return draft.survey }
      let definition = try SurveyDefinition.parse(draft.definition.json)
      try SurveyStore.publish(definition, of: draft.survey.id.rawValue, at: now, in: db)
      let survey = try SurveyStore.required(token: token, in: db)
      try note?(db, survey)
      return survey
    }
  }

  /// By key, the kind that each question ever published has for good.
  package func kinds(of survey: Survey.ID) async throws -> [String: QuestionKind] {
    try await storage.read { db in
      let rows = try db.rows(
        "SELECT question_key, kind FROM question WHERE survey = \(survey.rawValue)"
      )
      return try rows.reduce(into: [:]) { kinds, row in
        kinds[try row["question_key"]] = QuestionKind(storedName: try row["kind"])
      }
    }
  }
}

// MARK: - Within a transaction

extension DraftStore {
  static func draft(of token: String, in db: Connection) throws -> SurveyDraft? {
    try db.row(
      """
      SELECT \(SurveyStore.columns), survey_draft.revision, survey_draft.definition,
        survey_draft.author, survey_draft.saved_at, survey_draft.restores, survey_draft.undid,
        survey_version.definition AS published
      FROM survey
      JOIN survey_draft ON survey_draft.survey = survey.id AND survey_draft.revision = (
        SELECT max(revision) FROM survey_draft AS other WHERE other.survey = survey.id
      )
      LEFT JOIN survey_version ON survey_version.survey = survey.id
        AND survey_version.number = survey.version
      WHERE survey.token = \(token)
      """
    ).map(SurveyDraft.init)
  }

  /// Writes a revision, the survey's name along with it, and forgets the oldest ones.
  static func append(
    _ definition: SurveyDefinition,
    to survey: Int64,
    as revision: Int,
    by author: String?,
    at now: Instant,
    restores: Int? = nil,
    undid: Int? = nil,
    in db: Connection
  ) throws {
    try db.execute(
      """
      INSERT INTO survey_draft (survey, revision, definition, author, saved_at, restores, undid)
      VALUES (\(survey), \(revision), \(definition.json.serialized()), \(author), \(now),
        \(restores), \(undid))
      """
    )
    try db.execute(
      """
      DELETE FROM survey_draft
      WHERE survey = \(survey) AND revision <= \(revision - Limits.draftRevisionsMax)
      """
    )
    try db.execute("UPDATE survey SET name = \(definition.name) WHERE id = \(survey)")
  }

  static func required(_ token: String, in db: Connection) throws -> SurveyDraft {
    guard let draft = try draft(of: token, in: db) else {
      preconditionFailure("the draft just written is gone")
    }
    return draft
  }

  static func definition(
    _ revision: Int,
    of survey: Int64,
    in db: Connection
  ) throws -> SurveyDefinition? {
    let text: String? = try db.value(
      "SELECT definition FROM survey_draft WHERE survey = \(survey) AND revision = \(revision)"
    )
    return try text.map { try SurveyDefinition(draft: $0) }
  }

  static func differences(
    from base: Int,
    to draft: SurveyDraft,
    in db: Connection
  ) throws -> [VersionDifference]? {
    try definition(base, of: draft.survey.id.rawValue, in: db).map {
      VersionDifference.all(from: $0, to: draft.definition)
    }
  }

  /// The draft as it is when the change made it so; a form that is sent twice comes here.
  private static func repeated(
    _ change: (inout SurveyDefinition) throws -> Void,
    of base: Int,
    on draft: SurveyDraft,
    in db: Connection
  ) throws -> SurveyDraft {
    if var definition = try definition(base, of: draft.survey.id.rawValue, in: db) {
      try change(&definition)
      if definition == draft.definition { return draft }
    }
    throw StaleDraft(
      current: draft,
      differences: try differences(from: base, to: draft, in: db)
    )
  }
}

extension SurveyDraft {
  init(_ row: Row) throws {
    let published: String? = try row["published"]
    self.init(
      survey: try Survey(row),
      revision: try row["revision"],
      definition: try SurveyDefinition(draft: try row["definition"]),
      author: try row["author"],
      savedAt: try row["saved_at"],
      published: try published.map { try SurveyDefinition(draft: $0) },
      restores: try row["restores"],
      undid: try row["undid"]
    )
  }
}
