package import Kernel
import Storage

/// Takes changes of a draft back, one by one, and back again.
///
/// Each is a revision of its own, so that nothing is ever lost by it and all of them last.
extension DraftStore {
  /// Takes the last change back that still holds.
  ///
  /// Sent twice it counts once.
  ///
  /// - Returns: the draft as it is then, the same where nothing can be taken back; nil for an
  ///   unknown survey.
  /// - Throws: `StaleDraft` when somebody else changed something since.
  package func undo(
    _ token: String,
    from base: Int,
    by author: String?,
    at now: Instant,
    note: SurveyStore.Note? = nil
  ) async throws -> SurveyDraft? {
    try await turn(token, from: base, by: author, at: now, note: note) { draft in
      draft.undone.map { Turn(to: $0, undid: { _ in draft.revision }) }
    }
  }

  /// Brings the change back that was taken back last.
  package func redo(
    _ token: String,
    from base: Int,
    by author: String?,
    at now: Instant,
    note: SurveyStore.Note? = nil
  ) async throws -> SurveyDraft? {
    try await turn(token, from: base, by: author, at: now, note: note) { draft in
      draft.redone.map { Turn(to: $0, undid: \.undid) }
    }
  }

  /// A revision that comes back, as it is kept.
  private struct Earlier: Sendable {
    let definition: SurveyDefinition
    let restores: Int?
    let undid: Int?
  }

  private struct Turn: Sendable {
    let to: Int

    /// What undoing will have left, so that it can be taken back.
    let undid: @Sendable (Earlier) -> Int?
  }

  private func turn(
    _ token: String,
    from base: Int,
    by author: String?,
    at now: Instant,
    note: SurveyStore.Note?,
    _ turn: @escaping @Sendable (SurveyDraft) -> Turn?
  ) async throws -> SurveyDraft? {
    try await storage.write { db in
      guard let draft = try Self.draft(of: token, in: db) else { return nil }
      guard draft.revision == base else {
        if draft.revision == base + 1, draft.restores != nil, draft.author == author {
          return draft
        }
        throw StaleDraft(
          current: draft,
          differences: try Self.differences(from: base, to: draft, in: db)
        )
      }
      guard let turn = turn(draft),
        let earlier = try Self.earlier(turn.to, of: draft.survey.id.rawValue, in: db)
      else { return draft }
      try Self.append(
        earlier.definition,
        to: draft.survey.id.rawValue,
        as: base + 1,
        by: author,
        at: now,
        restores: earlier.restores ?? turn.to,
        undid: turn.undid(earlier),
        in: db
      )
      let saved = try Self.required(token, in: db)
      if !draft.isContinued(by: author, at: now) { try note?(db, saved.survey) }
      return saved
    }
  }

  private static func earlier(
    _ revision: Int,
    of survey: Int64,
    in db: Connection
  ) throws -> Earlier? {
    try db.row(
      """
      SELECT definition, restores, undid FROM survey_draft
      WHERE survey = \(survey) AND revision = \(revision)
      """
    ).map { row in
      Earlier(
        definition: try SurveyDefinition(draft: try row["definition"]),
        restores: try row["restores"],
        undid: try row["undid"]
      )
    }
  }
}
