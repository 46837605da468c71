import Access
import Kernel
import Storage

/// Reads one answer with its survey's words, its road and its history.
struct AnswerDetailStore: Sendable {
  let storage: Storage

  /// Nil for an answer that is not there. Three queries.
  func detail(_ publicID: String) async throws -> AnswerDetail? {
    try await storage.read { db in
      guard let row = try db.row(Self.head(of: publicID)) else { return nil }
      let response = try ResponseRow(row)
      let version = SurveyVersion(
        number: response.version,
        definition: try SurveyDefinition(stored: try row["definition"])
      )
      return AnswerDetail(
        id: response.id,
        publicID: response.publicID,
        state: response.state,
        flags: response.flags,
        at: response.at,
        receivedAt: response.receivedAt,
        amendedAt: try row["amended_at"],
        elapsed: response.elapsed,
        context: response.context,
        externalID: response.externalID,
        importName: try row["file_name"],
        surveyName: try row["survey_name"],
        version: version,
        answers: try Self.answers(of: response.id, in: version, db),
        deeds: try AuditStore.entries(about: "answer", response.id, in: db).map(
          AnswerDetail.Deed.init
        )
      )
    }
  }

  private static func head(of publicID: String) -> SQL {
    """
    SELECT one.*, survey.name AS survey_name, survey_version.definition, import_run.file_name,
      (SELECT max(event.at) FROM event
        WHERE event.subject = one.id AND event.kind = 'answer_amended') AS amended_at
    FROM (SELECT \(ResponseRow.selection), source_import FROM response
      WHERE public_id = \(publicID)) AS one
    JOIN survey ON survey.id = one.survey
    JOIN survey_version
      ON survey_version.survey = one.survey AND survey_version.number = one.version
    LEFT JOIN import_run ON import_run.id = one.source_import
    """
  }

  private static func answers(
    of response: Int64,
    in version: SurveyVersion,
    _ db: Connection
  ) throws -> [Answer] {
    var values: [String: AnswerValue] = [:]
    for row in try db.rows(
      """
      SELECT answer.question, answer.points, answer.choices, answer.comment, question.question_key
      FROM answer JOIN question ON question.id = answer.question
      WHERE answer.response = \(response)
      """
    ) {
      let key: String = try row["question_key"]
      guard let kind = version.question(key)?.kind else { continue }
      values[key] = try AnswerRow(row).value(kind: kind)
    }
    return version.questions.compactMap { question in
      values[question.key].map { Answer(question: question.key, value: $0) }
    }
  }
}

extension AnswerRow {
  /// The value as it was given; nil for a row that says nothing of its kind.
  func value(kind: QuestionKind) -> AnswerValue? {
    if let comment { return .text(comment) }
    if choices != nil {
      let json = json(kind: kind)
      return json.array.map { .choices($0.compactMap(Self.pick)) }
        ?? Self.pick(json).map { .choice($0) }
    }
    return points.map { kind == .yesNo ? .yesNo($0 == 1) : .score($0 + kind.pointOffset) }
  }

  private static func pick(_ json: JSON) -> AnswerValue.Pick? {
    json.string.map { .key($0) } ?? json["other"]?.string.map { .other($0) }
  }
}

extension AnswerDetail.Deed {
  fileprivate init(_ entry: AuditEntry) {
    self.init(
      at: entry.at,
      actor: entry.actor.name,
      action: entry.action,
      next: entry.details["to"]?.string.flatMap(AnswerState.init)
    )
  }
}
