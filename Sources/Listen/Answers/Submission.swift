package import Kernel

/// What one person sent to one version of a survey, checked: nothing downstream checks again.
package struct Submission: Hashable, Sendable {
  /// In the order of the survey, each question at most once; hidden questions have none.
  package let answers: [Answer]
  package let context: AnswerContext

  /// When it was answered by its own account, or when we received it.
  package let at: Instant

  /// Whether the person finished; otherwise more may come.
  package let isComplete: Bool

  /// How long the person had the questions before them, by their own clock.
  package let elapsed: Duration?

  package let isHoneypotFilled: Bool

  /// The sender's own number for it, by which imports know what is already here.
  package internal(set) var externalID: String?

  /// What parsing noticed by itself; `SpamRules` adds the rest.
  package let flags: AnswerFlag

  /// What was sent and left out, with the reason.
  ///
  /// Answers to hidden questions are among them: someone who changes a 3 into a 9 still sends what
  /// they said about the 3. Refusing would lose an honest answer, counting it would count a
  /// question that the person was not asked.
  package let ignored: [AnswerFault]

  /// What its scores are as facts.
  package let scores: [AnswerScore]

  package var state: AnswerState { isComplete ? .new : .partial }
}
