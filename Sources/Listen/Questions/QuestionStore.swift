package import Storage

/// Finds the questions that a figure is made of.
package struct QuestionStore: Sendable {
  let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  /// All questions ever published whose answers are scores: a few for each survey.
  package func scored() async throws -> [ScoredQuestion] {
    try await storage.read { db in
      try db.rows(
        """
        SELECT question.id, question.question_key, question.kind, survey.token
        FROM question JOIN survey ON survey.id = question.survey ORDER BY question.id
        """
      ).compactMap { row in
        let name: String = try row["kind"]
        guard let kind = QuestionKind(storedName: name), kind.hasPoints else { return nil }
        return ScoredQuestion(
          id: try row["id"],
          survey: try row["token"],
          key: try row["question_key"],
          kind: kind
        )
      }
    }
  }
}
