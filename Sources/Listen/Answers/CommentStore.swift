package import Kernel
package import Storage

/// What somebody wrote, with the score they gave beside it.
package struct Comment: Hashable, Sendable {
  /// The answer's public id.
  package let answer: String

  /// The survey's token.
  package let survey: String
  package let text: String

  /// On the scale of `kind`, as it was given; nil where none was.
  package let score: Int?
  package let kind: QuestionKind?
  package let touchpoint: String?
  package let at: Instant
}

/// Finds what people wrote.
package struct CommentStore: Sendable {
  private let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  /// Answers that are looked through for comments: a store without any must not be read whole.
  static let searchedMax = 2_000

  /// The newest comments that count, newest first.
  ///
  /// - Parameters:
  ///   - filters: by `touchpoint`, `channel`, `unit`, `employee`, `product` or `language`, the
  ///     values that are looked for; other dimensions are not known here and ask for nothing.
  ///   - count: how many at most, one for each answer.
  package func newest(_ count: Int, where filters: [String: [String]] = [:]) async throws
    -> [Comment]
  {
    try await storage.read { db in
      try db.rows(
        """
        SELECT response.public_id, response.at, response.touchpoint, survey.token, words.comment,
          scored.points, question.kind
        FROM response
        JOIN survey ON survey.id = response.survey
        JOIN answer words ON words.response = response.id AND words.question = (
          SELECT min(a.question) FROM answer a
          WHERE a.response = response.id AND a.comment IS NOT NULL)
        LEFT JOIN answer scored ON scored.response = response.id AND scored.question = (
          SELECT min(a.question) FROM answer a
          WHERE a.response = response.id AND a.points IS NOT NULL)
        LEFT JOIN question ON question.id = scored.question
        WHERE response.id > (SELECT coalesce(max(id), 0) FROM response) - \(Self.searchedMax)
          AND response.state <> 'invalid'
          AND (response.flags & \(AnswerFlag.spam.rawValue) = 0
            OR response.flags & \(AnswerFlag.kept.rawValue) <> 0)
          \(Self.condition(filters))
        ORDER BY response.id DESC LIMIT \(count)
        """
      ).map(Comment.init)
    }
  }

  private static let columns: [String: SQL] = [
    "touchpoint": "response.touchpoint", "channel": "response.channel",
    "unit": "response.unit", "employee": "response.employee", "product": "response.product",
    "language": "response.language",
  ]

  private static func condition(_ filters: [String: [String]]) -> SQL {
    filters.sorted { $0.key < $1.key }.reduce("") { condition, filter in
      guard let column = columns[filter.key] else { return condition }
      return "\(condition) AND coalesce(\(column), '') IN \(list: filter.value)"
    }
  }
}

extension Comment {
  fileprivate init(_ row: Row) throws {
    let kindName: String? = try row["kind"]
    let kind = kindName.flatMap { QuestionKind(storedName: $0) }
    let points: Int? = try row["points"]
    self.init(
      answer: try row["public_id"],
      survey: try row["token"],
      text: try row["comment"],
      score: points.map { $0 + (kind?.pointOffset ?? 0) },
      kind: kind,
      touchpoint: try row["touchpoint"],
      at: try row["at"]
    )
  }
}
