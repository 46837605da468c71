package import Kernel

/// What one person answered to one question.
package struct Answer: Hashable, Sendable {
  /// The question's key.
  package let question: String
  package let value: AnswerValue

  package init(question: String, value: AnswerValue) {
    self.question = question
    self.value = value
  }
}

package enum AnswerValue: Hashable, Sendable {
  /// A point of the question's own scale, as the person saw it.
  case score(Int)
  case choice(Pick)

  /// In the order of the survey, whatever the order of the ticks; “Other” comes last.
  case choices([Pick])

  /// Never empty; white space at its ends is gone and lines end in LF.
  case text(String)
  case yesNo(Bool)

  /// One choice, or something else in the person's own words, which may be none.
  package enum Pick: Hashable, Sendable {
    case key(String)
    case other(String)

    /// The key under which the pick is counted.
    package var key: String {
      switch self {
      case .key(let key): key
      case .other: Question.otherKey
      }
    }
  }
}

/// One answer as a fact: a question and 0 through 10 points.
package struct AnswerScore: Hashable, Sendable {
  package let question: String

  /// Points from the bottom of a `Tally<11>`; see `QuestionKind.pointOffset`.
  package let points: Int
}

extension AnswerValue {
  /// The points of a fact; nil for an answer that is no score.
  package func points(for kind: QuestionKind) -> Int? {
    switch self {
    case .score(let score): score - kind.pointOffset
    case .yesNo(let yes): yes ? 1 : 0
    case .choice, .choices, .text: nil
    }
  }

  /// Everything the person wrote rather than picked.
  package var writtenText: String? {
    switch self {
    case .text(let text): text
    case .choice(.other(let text)): text.isEmpty ? nil : text
    case .choices(let picks):
      picks.lazy.compactMap { if case .other(let text) = $0, !text.isEmpty { text } else { nil } }
        .first
    case .score, .yesNo, .choice(.key): nil
    }
  }

  /// The value as the API takes and gives it.
  package var json: JSON {
    switch self {
    case .score(let score): .integer(Int64(score))
    case .yesNo(let yes): .bool(yes)
    case .text(let text): .string(text)
    case .choice(let pick): pick.json
    case .choices(let picks): .array(picks.map(\.json))
    }
  }
}

extension AnswerValue.Pick {
  package var json: JSON {
    switch self {
    case .key(let key): .string(key)
    case .other(let text): ["other": .string(text)]
    }
  }
}

extension [Answer] {
  package subscript(question: String) -> AnswerValue? {
    first { $0.question == question }?.value
  }

  /// An object of answers by question, in the order of the survey.
  package var json: JSON {
    var object = JSONObject()
    for answer in self { object[answer.question] = answer.value.json }
    return .object(object)
  }
}
