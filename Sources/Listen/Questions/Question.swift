import Kernel

/// One thing a survey asks, under a key by which results of all versions are merged.
package struct Question: Hashable, Sendable {
  package var key: String
  package var kind: QuestionKind
  package var text: LocalText
  package var hint: LocalText?

  /// The survey's own words for the ends of a scale; see `lowLabel` for what is shown.
  package var low: LocalText?
  package var high: LocalText?

  package var isRequired: Bool
  package var choices: [Choice]

  /// Whether something else may be written beside the choices.
  package var takesOther: Bool

  /// Other words for the same question; the first whose condition holds is shown.
  package var variants: [Variant]

  /// Nil for a question that everybody sees.
  package var showIf: Condition?

  package struct Choice: Hashable, Sendable {
    package let key: String
    package var text: LocalText
  }

  package struct Variant: Hashable, Sendable {
    package var when: Condition
    package var text: LocalText
  }
}

extension Question {
  package var lowLabel: LocalText? { low.map { $0.completed(by: kind.lowLabel) } ?? kind.lowLabel }

  package var highLabel: LocalText? {
    high.map { $0.completed(by: kind.highLabel) } ?? kind.highLabel
  }

  package func hasChoice(_ key: String) -> Bool { choices.contains { $0.key == key } }

  /// The words that fit what was answered so far.
  package func wording(given answers: [Answer]) -> LocalText {
    variants.first { $0.when.holds(given: answers) }?.text ?? text
  }

  /// The key under which “Other” is counted, and which a form sends for it; no choice may have
  /// it where a question takes other.
  package static let otherKey = "other"

  /// The rule for every key of a survey: `^[a-z][a-z0-9_]{0,39}$`, safe in addresses, columns
  /// and files alike.
  package static func isKey(_ text: String) -> Bool {
    var length = 0
    for byte in text.utf8 {
      length += 1
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        if length == 1 { return false }
      default: return false
      }
    }
    return length >= 1 && length <= Limits.keyCharactersMax
  }
}

extension LocalText {
  /// Default words in the languages that the survey's own words leave out: better than words in
  /// a language the person may not read.
  func completed(by other: LocalText?) -> LocalText {
    guard let other else { return self }
    var completed = self
    for language in other.languages where self[language] == nil {
      completed[language] = other[language]
    }
    return completed
  }
}
