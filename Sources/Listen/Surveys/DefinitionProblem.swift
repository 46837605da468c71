/// One thing wrong with a survey's definition, or worth knowing about it.
package struct DefinitionProblem: Hashable, Sendable, CustomStringConvertible {
  package let code: Code

  /// Where it stands: `questions[2].choices[0].text.vi`; empty for the whole definition.
  package let path: String

  /// What is wrong and what to do, in plain English.
  package let advice: String

  package enum Code: String, CaseIterable, Hashable, Sendable {
    case notJSON = "not_json"
    case missing
    case wrongType = "wrong_type"
    case unknownMember = "unknown_member"
    case unknownLanguage = "unknown_language"
    case tooLong = "too_long"
    case tooMany = "too_many"
    case controlCharacter = "control_character"
    case badKey = "bad_key"
    case repeatedKey = "repeated_key"
    case reservedKey = "reserved_key"
    case unknownKind = "unknown_kind"
    case badRange = "bad_range"
    case badTime = "bad_time"
    case badRole = "bad_role"
    case badCondition = "bad_condition"
    case notForKind = "not_for_kind"
    case unknownQuestion = "unknown_question"
    case laterQuestion = "later_question"
    case changedKind = "changed_kind"

    /// A warning: the survey's other languages lack this text.
    case missingText = "missing_text"

    /// A warning: a text in a language that the survey does not offer.
    case unusedText = "unused_text"
  }

  init(_ code: Code, at path: String, _ advice: String) {
    self.code = code
    self.path = path
    self.advice = advice
  }

  package var description: String { path.isEmpty ? advice : "\(path): \(advice)" }
}

/// Why a definition was not taken: everything found at once, in the order of the file.
package struct DefinitionRefusal: Error, Hashable, CustomStringConvertible {
  /// Never empty; at most `Limits.faultsMax`.
  package let problems: [DefinitionProblem]

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}
