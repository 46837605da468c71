package import Storage

/// Checks that answers, their keys and their facts tell the same story.
package struct AnswerAuditStore: Sendable {
  /// Problems of one kind that are told; more would bury the others.
  static let shownMax = 20

  private let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  /// Looks at one state of the whole store.
  ///
  /// - Returns: how many responses there are, and every contradiction in plain words.
  package func audit() async throws -> (responses: Int, problems: [String]) {
    try await storage.read { db in
      let responses = try db.value("SELECT count(*) FROM response", as: Int.self) ?? 0
      let problems = try Self.checks.flatMap { check in try check.problems(in: db) }
      return (responses, problems + (try AnswerDimensionStore.problems(in: db)))
    }
  }

  /// A query for what must not be, and the sentence about each of its rows.
  private struct Check: Sendable {
    let sentence: String
    let query: SQL

    /// The sentence holds `#` for each column of the row.
    func problems(in db: Connection) throws -> [String] {
      try db.rows("\(query) LIMIT \(AnswerAuditStore.shownMax)").map { row in
        var parts = sentence.split(separator: "#", omittingEmptySubsequences: false)[...]
        var told = String(parts.removeFirst())
        for (column, part) in parts.enumerated() {
          told += "\(try row[column, as: Int64.self])" + part
        }
        return told
      }
    }
  }

  private static let checks = factChecks + referenceChecks + counterChecks

  /// What the ledger holds once opposites are taken together, and what figures should count.
  private static let ledgerAndCounted: SQL = """
    WITH ledger AS (
      SELECT response, question, points, version, day, sum(sign) AS times FROM fact
      WHERE response IS NOT NULL
      GROUP BY response, question, points, version, day HAVING sum(sign) <> 0
    ), counted AS (
      SELECT answer.response, answer.question, answer.points, response.version, response.day
      FROM answer JOIN response ON response.id = answer.response
      WHERE answer.points IS NOT NULL AND response.state <> \(AnswerState.invalid.rawValue)
        AND ((response.flags & \(AnswerFlag.spam.rawValue)) = 0
          OR (response.flags & \(AnswerFlag.kept.rawValue)) <> 0)
    )
    """

  private static let isSame: SQL = """
    ledger.response = counted.response AND ledger.question = counted.question
    AND ledger.points = counted.points AND ledger.version = counted.version
    AND ledger.day = counted.day
    """

  private static let factChecks = [
    Check(
      sentence: "response # answers question # with # points, and no fact says so",
      query: """
        \(ledgerAndCounted)
        SELECT counted.response, counted.question, counted.points
        FROM counted LEFT JOIN ledger ON \(isSame)
        WHERE ledger.response IS NULL ORDER BY 1, 2
        """
    ),
    Check(
      sentence: "facts count response # for question # with # points, which is not its answer",
      query: """
        \(ledgerAndCounted)
        SELECT ledger.response, ledger.question, ledger.points
        FROM ledger LEFT JOIN counted ON \(isSame)
        WHERE counted.response IS NULL ORDER BY 1, 2
        """
    ),
  ]

  private static let referenceChecks = [
    Check(
      sentence: "a submission's key points to response #, which survey # does not have",
      query: """
        SELECT submission.response, submission.survey
        FROM submission LEFT JOIN response
          ON response.id = submission.response AND response.survey = submission.survey
        WHERE response.id IS NULL ORDER BY 1
        """
    ),
    Check(
      sentence: "response # has # submissions",
      query: """
        SELECT response, count(*) FROM submission
        GROUP BY response HAVING count(*) > 1 ORDER BY 1
        """
    ),
    Check(
      sentence: "an answer belongs to response #, which is not there",
      query: """
        SELECT answer.response
        FROM answer LEFT JOIN response ON response.id = answer.response
        WHERE response.id IS NULL ORDER BY 1
        """
    ),
    Check(
      sentence: "a search finds words of response # to question #, which were not written",
      query: """
        SELECT written.response, written.question FROM written
        LEFT JOIN answer
          ON answer.response = written.response AND answer.question = written.question
        WHERE answer.response IS NULL ORDER BY 1
        """
    ),
    Check(
      sentence: "a search does not find the comment of response # to question #",
      query: """
        SELECT answer.response, answer.question FROM answer
        LEFT JOIN written
          ON written.response = answer.response AND written.question = answer.question
        WHERE answer.comment IS NOT NULL AND written.response IS NULL ORDER BY 1
        """
    ),
    Check(
      sentence: "response # answers question #, which its survey does not ask",
      query: """
        SELECT answer.response, answer.question
        FROM answer JOIN response ON response.id = answer.response
        LEFT JOIN question ON question.id = answer.question AND question.survey = response.survey
        WHERE question.id IS NULL ORDER BY 1
        """
    ),
    Check(
      sentence: "response # answers version # of survey #, which was never published",
      query: """
        SELECT response.id, response.version, response.survey
        FROM response LEFT JOIN survey_version
          ON survey_version.survey = response.survey AND survey_version.number = response.version
        WHERE survey_version.survey IS NULL ORDER BY 1
        """
    ),
  ]

  /// A number that is handed out twice would mix two answers.
  private static let counterChecks = [
    Check(
      sentence: "response # has a number that was never handed out",
      query: """
        SELECT max(id) FROM response
        HAVING max(id) > coalesce((SELECT value FROM counter WHERE name = 'response'), 0)
        """
    ),
    Check(
      sentence: "fact # has a number that was never handed out",
      query: """
        SELECT max(id) FROM fact
        HAVING max(id) > coalesce((SELECT value FROM counter WHERE name = 'fact'), 0)
        """
    ),
  ]
}
