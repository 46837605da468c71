import Kernel
import Storage

/// A survey together with what one of its versions asks, in one query.
extension SurveyStore {
  /// A published version, the current one when no number is given; nil before the first.
  package func open(_ token: String, version: Int? = nil) async throws -> OpenSurvey? {
    try await storage.read { db in
      try Self.find("survey.token = \(token)", version: version, in: db)?.open
    }
  }

  /// The newest survey of a name, and its current version unless it is a draft.
  func named(_ name: String) async throws -> (survey: Survey, open: OpenSurvey?)? {
    try await storage.read { db in
      try Self.find(
        """
        survey.id = (
          SELECT max(namesake.id) FROM survey AS namesake WHERE namesake.name = \(name)
        )
        """,
        version: nil,
        in: db
      )
    }
  }

  /// A version of a survey that was read before.
  static func open(_ survey: Survey, version: Int?, in db: Connection) throws -> OpenSurvey? {
    try find("survey.id = \(survey.id)", version: version, in: db)?.open
  }

  /// The definition in the row of question 0, and below it the questions' numbers.
  private static func find(
    _ condition: SQL,
    version: Int?,
    in db: Connection
  ) throws -> (survey: Survey, open: OpenSurvey?)? {
    let rows = try db.rows(
      """
      SELECT \(columns), 0 AS question_id, (
          SELECT survey_version.definition FROM survey_version
          WHERE survey_version.survey = survey.id
            AND survey_version.number = coalesce(\(version), survey.version)
        ) AS text
      FROM survey WHERE \(condition)
      UNION ALL
      SELECT \(columns), question.id, question.question_key
      FROM survey JOIN question ON question.survey = survey.id WHERE \(condition)
      """
    )
    var found: Survey?
    var definition: String?
    var questions: [String: Int64] = [:]
    for row in rows {
      let id: Int64 = try row["question_id"]
      if id == 0 {
        found = try Survey(row)
        definition = try row["text"]
      } else {
        questions[try row["text"]] = id
      }
    }
    guard let survey = found else { return nil }
    guard let number = version ?? survey.version, let text = definition else {
      return (survey, nil)
    }
    let asked = SurveyVersion(number: number, definition: try SurveyDefinition(stored: text))
    return (survey, OpenSurvey(survey: survey, version: asked, questions: questions))
  }
}
