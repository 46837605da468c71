import Kernel
import Tabular

/// The choices of a question, by their keys and by what people read.
struct ChoiceLabels: Sendable {
  private let question: Question
  private let keys: [String: String]

  init(_ question: Question) {
    self.question = question
    var keys: [String: String] = [:]
    for choice in question.choices {
      for language in choice.text.languages {
        if let label = choice.text[language] { keys[label.lowercased()] = choice.key }
      }
    }
    // A key means itself, whatever label another choice has.
    for choice in question.choices { keys[choice.key] = choice.key }
    self.keys = keys
  }

  /// What separates several choices of one cell.
  private static let separators: Set<Character> = [";", "|", "\n"]

  /// Nil for a cell that says nothing.
  func value(
    _ cell: String,
    for step: SurveyVersion.Step,
    at field: String
  ) throws(AnswerFault) -> AnswerValue? {
    if step.kind == .choice { return try pick(cell, for: step, at: field).map { .choice($0) } }
    var picks: [AnswerValue.Pick] = []
    let parts =
      keys[cell.lowercased()] != nil
      ? [Substring(cell)] : cell.split(whereSeparator: Self.separators.contains)
    for part in parts {
      let text = AnswerText.trimmed(String(part))
      guard let pick = try pick(text, for: step, at: field) else { continue }
      try SubmissionReader.add(pick, to: &picks, for: step, at: field)
    }
    return SubmissionReader.inOrder(picks, for: step)
  }

  /// What is no choice becomes the words of “Other”, where the question has it.
  private func pick(
    _ text: String,
    for step: SurveyVersion.Step,
    at field: String
  ) throws(AnswerFault) -> AnswerValue.Pick? {
    if let key = keys[text.lowercased()] { return .key(key) }
    if FieldNumbers.isMissing(text.plainFieldBytes) { return nil }
    guard step.takesOther else { return try SubmissionReader.pick(text, for: step, at: field) }
    if text == Question.otherKey { return .other("") }
    return try SubmissionReader.other(text, for: step, at: field)
  }
}
