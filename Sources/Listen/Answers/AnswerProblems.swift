import HTTPTypes
import Kernel
import Web

/// What each refusal is over HTTP.
extension Problem {
  init(_ refusal: AnswerRefusal) {
    let fault = refusal.first
    self.init(
      .unprocessableContent,
      code: fault.code.rawValue,
      title: "The answer does not fit the survey",
      detail: refusal.faults.map(\.advice).joined(separator: " "),
      field: fault.question ?? fault.field
    )
  }

  init(_ refusal: RecordingRefusal) {
    switch refusal {
    case .surveyClosed: self = .closed
    case .keyReused:
      self.init(
        .unprocessableContent,
        code: "idempotency-key-reused",
        title: "This Idempotency-Key belongs to another answer",
        detail: "The key came before with a different body. Use a new key for a new answer.",
        field: "Idempotency-Key"
      )
    case .keyInFlight:
      self.init(
        .conflict,
        code: "idempotency-key-in-flight",
        title: "This answer is just being saved",
        detail: "The same key came a moment ago and is not through yet. Try again in a second.",
        field: "Idempotency-Key",
        retryAfter: 1
      )
    case .externalIDKnown(let id):
      self.init(
        .conflict,
        code: "external_id_known",
        title: "This answer is here already",
        detail: "An answer with this external_id was taken before, as \(id). Nothing was changed.",
        field: "external_id"
      )
    case .erased:
      self.init(
        .gone,
        code: "erased",
        title: "This answer was erased",
        detail: "It was taken once and erased since. It is not taken again; nothing was changed."
      )
    }
  }

  init(_ refusal: AnswerStore.Refusal) {
    switch refusal {
    case .unknown: self = .unknownAnswer
    case .closed: self = .closed
    case .notYours:
      self.init(
        .forbidden,
        code: "amend_token_wrong",
        title: "Not this answer's token",
        detail: "Send the amend_token that came with the answer as Authorization: Bearer."
      )
    case .impossibleState(let from, let to):
      self.init(
        .unprocessableContent,
        code: "impossible_state",
        title: "An answer cannot go from \(from.rawValue) to \(to.rawValue)",
        detail: "Only the respondent makes an answer partial or completes it.",
        field: "state"
      )
    }
  }

  static let closed = Problem(
    .gone,
    code: "survey_closed",
    title: "This survey is closed",
    detail: "It takes no more answers. Nothing was saved."
  )

  static let unknownSurvey = Problem(
    .notFound,
    code: "unknown_survey",
    title: "No such survey",
    detail: "No published survey has this token. Check the link."
  )

  static let unknownAnswer = Problem(
    .notFound,
    code: "unknown_answer",
    title: "No such answer",
    detail: "This survey has no answer of that id."
  )

  static let amendTokenMissing = Problem(
    .unauthorized,
    code: "amend_token_missing",
    title: "Whose answer is this?",
    detail: "Send the amend_token that came with the answer as Authorization: Bearer."
  )

  static let notAnObject = Problem(
    .badRequest,
    code: "not_an_object",
    title: "The body is not an object",
    detail: "Send one JSON object."
  )

  static func wrongMember(_ name: String, _ expected: String) -> Problem {
    Problem(
      .unprocessableContent,
      code: "wrong_type",
      title: "A member is not what it should be",
      detail: "\(name) must be \(expected).",
      field: name
    )
  }

  static func unknownMember(_ name: String, known: [String]) -> Problem {
    Problem(
      .unprocessableContent,
      code: "unknown_member",
      title: "A member nobody knows",
      detail: "\(name.prefix(60)) is unknown here; known are \(known.joined(separator: ", ")).",
      field: String(name.prefix(60))
    )
  }
}
