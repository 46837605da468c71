import Kernel

/// Where in a survey a problem stands, read from its path: `questions[2].choices[0].text.vi`.
struct DefinitionPlace: Hashable, Sendable {
  /// The question, counted from 0; nil for the survey itself.
  let question: Int?

  /// The language of the text it is about.
  let language: Language?

  init(_ path: String) {
    let head = path.split(separator: ".").first ?? ""
    question =
      head.hasPrefix("questions[") && head.hasSuffix("]") ? Int(head.dropFirst(10).dropLast()) : nil
    language = path.split(separator: ".").last.flatMap { Language(rawValue: String($0)) }
  }

  func part(of definition: SurveyDefinition) -> BuilderView.Part {
    guard let question, definition.questions.indices.contains(question) else { return .survey }
    return .question(definition.questions[question].key)
  }
}

extension SurveyDefinition {
  /// Where an author finds what differs from another definition: the first question that does,
  /// else what was looked at, as long as it is there.
  func part(changedFrom other: SurveyDefinition, _ shown: BuilderView.Part) -> BuilderView.Part {
    if let changed = questions.first(where: { other.question($0.key) != $0 }) {
      return .question(changed.key)
    }
    if case .question(let key) = shown, question(key) == nil {
      return questions.first.map { .question($0.key) } ?? .survey
    }
    return shown
  }
}
