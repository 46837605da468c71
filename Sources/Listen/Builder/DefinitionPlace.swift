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
