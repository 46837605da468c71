/// Where an answer stands with the people who read it.
package enum AnswerState: String, CaseIterable, Hashable, Sendable {
  /// Complete, and nobody has looked after it yet.
  case new
  case inProgress = "in_progress"
  case done

  /// Set aside by a person: a test, a joke, spam that no rule saw.
  case invalid

  /// Left half-way; it becomes new when the rest arrives.
  case partial

  /// Whether figures count it. What someone answered before leaving half-way was answered, so
  /// partial answers count for the questions they hold.
  package var isCounted: Bool { self != .invalid }

  /// What a person may turn it into. Only the respondent makes an answer partial or completes it.
  package func canBecome(_ next: AnswerState) -> Bool {
    self != next && next != .partial
  }
}
