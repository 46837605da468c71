package import Kernel

/// A survey as the people who run it know it.
package struct Survey: Hashable, Sendable {
  package typealias ID = Identifier<Survey>

  package let id: ID

  /// Names it in addresses; whoever has it may answer.
  package let token: String
  package let name: String

  /// The published version that answers come to; nil before the first.
  package let version: Int?
  package let closedAt: Instant?
  package let createdAt: Instant

  package enum State: String, Hashable, Sendable { case draft, open, closed }

  package var state: State {
    closedAt != nil ? .closed : version == nil ? .draft : .open
  }
}

/// A published version of a survey, with the numbers its questions have in the store.
package struct OpenSurvey: Hashable, Sendable {
  package let survey: Survey
  package let version: SurveyVersion

  /// The number of each question by its key; a key keeps its number through all versions.
  package let questions: [String: Int64]

  /// Whether an answer that comes at this moment is taken.
  package func isOpen(at instant: Instant) -> Bool {
    survey.closedAt == nil && !version.definition.isClosed(at: instant)
  }
}
