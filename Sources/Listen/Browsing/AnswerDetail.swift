import Kernel

/// One answer with everything that is known of it.
struct AnswerDetail: Sendable {
  let id: Int64
  let publicID: String
  let state: AnswerState
  let flags: AnswerFlag
  let at: Instant
  let receivedAt: Instant

  /// When its sender last changed it; nil when never.
  let amendedAt: Instant?

  /// - Units: milliseconds.
  let elapsed: Int64?
  let context: AnswerContext
  let externalID: String?

  /// The file it came with.
  let importName: String?
  let surveyName: String

  /// The version that was answered.
  let version: SurveyVersion
  let answers: [Answer]
  let deeds: [Deed]

  var position: AnswerPosition { AnswerPosition(at: at, id: id) }

  /// What a person did with it.
  struct Deed: Hashable, Sendable {
    let at: Instant
    let actor: String

    /// As the audit trail names it, `answer.state_changed`.
    let action: String
    let next: AnswerState?
  }
}
