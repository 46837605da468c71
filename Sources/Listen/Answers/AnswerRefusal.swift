/// Why answers were not taken: every fault found, so that a page can show them all at once.
package struct AnswerRefusal: Error, Hashable, CustomStringConvertible {
  /// Never empty; at most `Limits.faultsMax`.
  package let faults: [AnswerFault]

  /// The fault that a one-line message tells.
  package var first: AnswerFault { faults[0] }

  package var description: String {
    faults.map(\.description).joined(separator: "\n")
  }

  init(_ faults: [AnswerFault]) {
    precondition(!faults.isEmpty, "a refusal has a reason")
    self.faults = faults
  }
}

/// One thing wrong with what was sent.
package struct AnswerFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let code: Code

  /// Where it stands in what was sent: `answers.recommend`, `attributes.order_id`, `a.recommend`.
  package let field: String

  /// The key of the question at fault, for a page to show the message beside it.
  package let question: String?

  /// What to do, in plain English; pages say it in the person's language by `catalogueKey`.
  package let advice: String

  /// What the sentence of the catalogue has gaps for: `low`, `high`, `limit`.
  package let gaps: [String: String]

  package enum Code: String, CaseIterable, Hashable, Sendable {
    case offScale = "off_scale"
    case wrongType = "wrong_type"
    case unknownQuestion = "unknown_question"
    case missingRequired = "missing_required"
    case nothingAnswered = "nothing_answered"
    case unknownChoice = "unknown_choice"
    case repeatedChoice = "repeated_choice"
    case otherNotAllowed = "other_not_allowed"
    case tooLong = "too_long"
    case containsNUL = "contains_nul"
    case controlCharacter = "control_character"
    case undeclaredAttribute = "undeclared_attribute"
    case givenTwice = "given_twice"
    case invalidTime = "invalid_time"
    case invalidElapsed = "invalid_elapsed"
    case invalidVersion = "invalid_version"
    case unknownMember = "unknown_member"

    /// Left out, not refused: the question is not shown to someone who answered so.
    case hiddenQuestion = "hidden_question"

    /// The key of the sentence in the catalogues of all languages.
    package var catalogueKey: String { "respond.refusal.\(rawValue)" }
  }

  init(
    _ code: Code,
    at field: String,
    question: String? = nil,
    gaps: [String: String] = [:],
    _ advice: String
  ) {
    self.code = code
    self.field = field
    self.question = question
    self.gaps = gaps
    self.advice = advice
  }

  package var catalogueKey: String { code.catalogueKey }

  package var description: String { field.isEmpty ? advice : "\(field): \(advice)" }

  /// What was sent, short enough to be told back.
  static func quoted(_ text: String) -> String { "“\(shortened(text))”" }

  static func shortened(_ text: String) -> String {
    let shown = String(text.unicodeScalars.prefix(40).filter { $0.value >= 0x20 })
    return shown + (AnswerText.isLonger(text, than: 40) ? "…" : "")
  }
}
