import Kernel

/// What an author looks at in the builder: one part of the survey, in one language or in all.
struct BuilderView: Hashable, Sendable {
  var part: Part

  /// Nil shows all languages side by side.
  var language: Language?

  enum Part: Hashable, Sendable {
    /// Its name, title, thanks and languages.
    case survey
    case question(String)
  }

  /// - Parameters:
  ///   - fields: of the address or of a form; what is missing or unknown in them is filled in.
  ///   - wished: the author's own language.
  init(_ fields: [FormField], of definition: SurveyDefinition, for wished: Language) {
    func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }
    let key = field("question") ?? definition.questions.first?.key
    let isSurvey = field("part") == "survey" || key == nil
    part = isSurvey ? .survey : .question(key ?? "")
    language = definition.language(for: wished)
    if definition.languages.count > 1, field("in") == "all" { language = nil }
    if let chosen = field("in").flatMap(Language.init(rawValue:)),
      definition.languages.contains(chosen)
    {
      language = chosen
    }
  }

  /// The value of the field `in`.
  var tongue: String { language?.rawValue ?? "all" }

  /// The languages whose texts are shown, in the survey's order.
  func languages(of definition: SurveyDefinition) -> [Language] {
    language.map { [$0] } ?? definition.languages
  }

  /// The field that names the part.
  var field: (name: String, value: String) {
    switch part {
    case .survey: ("part", "survey")
    case .question(let key): ("question", key)
    }
  }

  func href(_ path: SurveyPath) -> String { "\(path.edit)?\(query)" }

  var query: String { "\(field.name)=\(field.value)&in=\(tongue)" }

  func with(_ part: Part) -> BuilderView {
    var view = self
    view.part = part
    return view
  }

  func inLanguage(_ language: Language?) -> BuilderView {
    var view = self
    view.language = language
    return view
  }
}
