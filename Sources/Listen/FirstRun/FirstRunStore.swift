import Kernel
import Storage

/// The first answer to a survey, as far as it has come: words may follow a moment after the score.
struct FirstAnswer: Hashable, Sendable {
  /// On the scale of `kind`, as it was given; nil where none was.
  let score: Int?
  let kind: QuestionKind?

  /// Nil where nothing was written.
  let words: String?
  let flags: AnswerFlag
}

/// Readies the first question and looks for its first answer.
struct FirstRunStore: Sendable {
  let storage: Storage

  /// There is a survey already, so a ready one would only stand in the way.
  private struct NotFirst: Error {}

  /// Publishes the ready question where there is no survey at all; called twice, it makes one.
  func prepare(
    in language: Language,
    at now: Instant,
    note: @escaping SurveyStore.Note
  ) async throws {
    var definition = SurveyTemplate.relationalNPS.definition
    definition.defaultLanguage = language
    definition.name = definition.title.text(in: language, fallback: .english)
    do {
      _ = try await SurveyStore(storage: storage).create(definition, publishing: true, at: now) {
        db,
        survey in
        guard try db.value("SELECT count(*) FROM survey") == 1 else { throw NotFirst() }
        try note(db, survey)
      }
    } catch is NotFirst {}
  }

  /// The oldest survey that takes answers; nil without one.
  func token() async throws -> String? {
    try await storage.read { db in
      try db.value(
        """
        SELECT token FROM survey WHERE version IS NOT NULL AND closed_at IS NULL
        ORDER BY id LIMIT 1
        """
      )
    }
  }

  /// The oldest answer that nobody has set aside.
  func firstAnswer(to survey: Survey.ID) async throws -> FirstAnswer? {
    try await storage.read { db in
      try db.row(
        """
        SELECT response.flags, scored.points, question.kind,
          (SELECT words.comment FROM answer words
            WHERE words.response = response.id AND words.comment IS NOT NULL
            ORDER BY words.question LIMIT 1) AS words
        FROM response
        LEFT JOIN answer scored ON scored.response = response.id AND scored.question = (
          SELECT min(a.question) FROM answer a
          WHERE a.response = response.id AND a.points IS NOT NULL)
        LEFT JOIN question ON question.id = scored.question
        WHERE response.id = (SELECT min(id) FROM response
          WHERE survey = \(survey) AND state <> 'invalid')
        """
      ).map(FirstAnswer.init)
    }
  }
}

extension FirstAnswer {
  fileprivate init(_ row: Row) throws {
    let kindName: String? = try row["kind"]
    let points: Int? = try row["points"]
    kind = kindName.flatMap { QuestionKind(storedName: $0) }
    let offset = kind?.pointOffset ?? 0
    score = points.map { $0 + offset }
    words = try row["words"]
    flags = AnswerFlag(rawValue: try row["flags"])
  }
}
