import Crypto
package import Kernel
package import Storage

/// Reads single answers and changes them; new ones come in through `AnswerRecorder`.
package struct AnswerStore: Sendable {
  let storage: Storage
  let clock: BusinessClock
  private let rules: SpamRules

  package init(storage: Storage, clock: BusinessClock, rules: SpamRules = SpamRules()) {
    self.storage = storage
    self.clock = clock
    self.rules = rules
  }

  /// Why a change to a stored answer was not taken.
  package enum Refusal: Error, Hashable, Sendable {
    case unknown
    case closed

    /// The amend token is not this answer's.
    case notYours
    case impossibleState(from: AnswerState, to: AnswerState)
  }

  /// Adds to or changes an answer for the holder of its amend token. Sent twice, it changes nothing
  /// the second time.
  ///
  /// - Throws: `Refusal`, `AnswerRefusal`, `StorageUnavailable`.
  func amend(
    _ publicID: String,
    of token: String,
    with changes: JSONObject,
    isComplete: Bool?,
    elapsed: JSON?,
    website: JSON? = nil,
    holder amendToken: String
  ) async throws {
    let hash = PublicToken.hash(amendToken)
    let now = clock.now()
    try await storage.write { db in
      let amendment = AnswerAmendment(db: db)
      guard let survey = try SurveyStore.survey(token: token, in: db),
        let stored = try amendment.stored(publicID: publicID, survey: survey)
      else { throw Refusal.unknown }
      guard areEqual(hash, stored.response.amendHash) else { throw Refusal.notYours }
      // When a survey closes, its current version says, whatever the one answered said.
      guard try SurveyStore.open(survey, version: nil, in: db)?.isOpen(at: now) == true else {
        throw Refusal.closed
      }
      var answers = stored.answers
      for member in changes.members {
        answers[member.key] = member.value.isNull ? nil : member.value
      }
      let wasComplete = stored.response.state != .partial
      var body: JSONObject = [
        "answers": .object(answers), "complete": .bool(isComplete ?? wasComplete || wasComplete),
      ]
      if let elapsed { body["elapsed_ms"] = elapsed }
      if let website { body["website"] = website }
      let submission = try Submission.parse(
        .object(body),
        for: stored.open.version,
        received: now
      )
      try amendment.replace(stored, by: submission, rules)
    }
  }

  /// Puts a form's answers in the place of those that the same form gave before.
  ///
  /// - Throws: `Refusal.unknown` when the key is not known after all; `StorageUnavailable`.
  func replace(
    by submission: Submission,
    firstSentUnder key: IdempotencyKey,
    of survey: OpenSurvey
  ) async throws {
    let number = survey.survey.id
    try await storage.write { db in
      let amendment = AnswerAmendment(db: db)
      let publicID: String? = try db.value(
        """
        SELECT response.public_id
        FROM submission JOIN response ON response.id = submission.response
        WHERE submission.survey = \(number) AND submission.key_hash = \(key.hash)
        """
      )
      guard let publicID,
        let stored = try amendment.stored(publicID: publicID, survey: survey.survey)
      else { throw Refusal.unknown }
      try amendment.replace(stored, by: submission, rules)
    }
  }

  /// One answer with its words; nil for an unknown one.
  func answer(_ publicID: String, of token: String) async throws -> JSON? {
    try await storage.read { db in
      guard let survey = try SurveyStore.survey(token: token, in: db),
        let stored = try AnswerAmendment(db: db).stored(publicID: publicID, survey: survey)
      else { return nil }
      return stored.json
    }
  }

  /// A page of a survey's answers in the order they came, `after` left out.
  func page(of token: String, after: Int64, limit: Int) async throws -> (
    answers: [JSON], next: Int64?
  )? {
    try await storage.read { db in
      guard let survey = try SurveyStore.survey(token: token, in: db) else { return nil }
      let responses = try db.rows(
        """
        SELECT \(ResponseRow.selection) FROM response
        WHERE survey = \(survey.id) AND id > \(after) ORDER BY id LIMIT \(limit)
        """
      ).map(ResponseRow.init)
      let stored = try Self.complete(responses, of: survey, in: db)
      let next = responses.count == limit ? responses.last?.id : nil
      return (stored.map(\.json), next)
    }
  }

  /// Three queries for any number of responses.
  private static func complete(
    _ responses: [ResponseRow],
    of survey: Survey,
    in db: Connection
  ) throws -> [AnswerAmendment.Stored] {
    var versions: [Int: OpenSurvey] = [:]
    for number in Set(responses.map(\.version)) {
      versions[number] = try SurveyStore.open(survey, version: number, in: db)
    }
    var rows: [Int64: [AnswerRow]] = [:]
    let answers = try db.rows(
      """
      SELECT response, question, points, choices, comment FROM answer
      WHERE response IN \(list: responses.map(\.id))
      """
    )
    for row in answers {
      rows[try row["response"], default: []].append(try AnswerRow(row))
    }
    return responses.compactMap { response in
      versions[response.version].map {
        AnswerAmendment.Stored(response: response, open: $0, rows: rows[response.id] ?? [])
      }
    }
  }
}

/// Compares secrets without telling by its time how much was right.
private func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}

extension AnswerAmendment.Stored {
  /// An answer as the API shows it to those who may read answers.
  var json: JSON {
    let context = response.context
    var object: JSONObject = [
      "id": .string(response.publicID),
      "state": .string(response.state.rawValue),
      "flags": .array(response.flags.names.map(JSON.string)),
      "counted": .bool(response.state.counts(with: response.flags)),
      "at": .string(response.at.description),
      "received_at": .string(response.receivedAt.description),
      "day": .string(response.day.description),
      "version": .integer(Int64(response.version)),
      "language": .string(context.language.rawValue),
      "answers": .object(answers),
    ]
    for dimension in AnswerContext.Dimension.allCases {
      if let value = context[dimension] { object[dimension.rawValue] = .string(value) }
    }
    if !context.attributes.isEmpty {
      var attributes = JSONObject()
      for attribute in context.attributes { attributes[attribute.name] = .string(attribute.value) }
      object["attributes"] = .object(attributes)
    }
    if let elapsed = response.elapsed { object["elapsed_ms"] = .integer(elapsed) }
    if let external = response.externalID { object["external_id"] = .string(external) }
    return .object(object)
  }
}
