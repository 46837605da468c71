package import Kernel
package import Storage

/// One survey as a list shows it.
package struct SurveyLine: Hashable, Sendable {
  package let survey: Survey

  /// Every answer that came, whatever became of it.
  package let answers: Int

  /// When the latest answer was given; nil before the first.
  package let answeredAt: Instant?

  /// Whether its authors work on something that respondents do not see yet.
  package let hasChanges: Bool
}

/// Lists surveys with what became of them.
package struct SurveyListStore: Sendable {
  let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  /// All surveys, newest first: there are few.
  ///
  /// - Complexity: counts the answers by an index, so it grows with them.
  package func lines() async throws -> [SurveyLine] {
    try await storage.read { db in
      try db.rows(
        """
        SELECT \(SurveyStore.columns),
          (SELECT count(*) FROM response WHERE response.survey = survey.id) AS answers,
          (SELECT max(at) FROM response WHERE response.survey = survey.id) AS answered_at,
          CASE WHEN survey_version.definition = survey_draft.definition THEN 0 ELSE 1 END
            AS has_changes
        FROM survey
        JOIN survey_draft ON survey_draft.survey = survey.id AND survey_draft.revision = (
          SELECT max(revision) FROM survey_draft AS other WHERE other.survey = survey.id
        )
        LEFT JOIN survey_version ON survey_version.survey = survey.id
          AND survey_version.number = survey.version
        ORDER BY survey.id DESC
        """
      ).map { row in
        let survey = try Survey(row)
        let differs: Int = try row["has_changes"]
        return SurveyLine(
          survey: survey,
          answers: try row["answers"],
          answeredAt: try row["answered_at"],
          hasChanges: survey.version != nil && differs == 1
        )
      }
    }
  }
}
