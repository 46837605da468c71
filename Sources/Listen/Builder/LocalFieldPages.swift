import Kernel
import Mustache
import Web

/// The fields of one text: one, or one for each language side by side, with what is missing.
struct LocalFields: Page {
  static let template = MustacheTemplate(embedded: Templates.local_fields)

  let fields: [Field]
  let count: Int

  struct Field: Sendable {
    let id: String
    let label: String
    let tongue: String?
    let language: String
    let direction: String
    let value: String
    let standIn: String
    let missing: String?
    let error: String?
    let long: Bool
  }

  /// - Parameters:
  ///   - name: of the fields: `text` makes `text.en`, `text.vi`…
  ///   - standIns: what people see in place of a missing text.
  ///   - isWanted: whether a missing text is worth a word.
  init(
    _ name: String,
    _ label: String,
    _ text: LocalText?,
    standIns: LocalText? = nil,
    isWanted: Bool = true,
    long: Bool = false,
    _ desk: BuilderDesk
  ) {
    let languages = desk.languages
    count = languages.count
    fields = languages.map { language in
      let field = "\(name).\(language.rawValue)"
      let value = text?[language] ?? ""
      let standIn =
        standIns?[language] ?? text?.text(in: language, fallback: desk.definition.defaultLanguage)
      return Field(
        id: field,
        label: label,
        tongue: languages.count > 1 ? language.ownName : nil,
        language: language.rawValue,
        direction: language.direction,
        value: value,
        standIn: value.isEmpty ? standIn ?? "" : "",
        missing: isWanted && value.isEmpty ? desk.words["builder.missing_here"] : nil,
        error: desk.errors[field],
        long: long
      )
    }
  }
}

/// What the parts of the builder's page have in common.
struct BuilderDesk: Sendable {
  let definition: SurveyDefinition
  let languages: [Language]

  /// The language that questions are listed in.
  let shown: Language
  let words: Catalogue

  /// By a field's name, what is wrong with it.
  let errors: [String: String]

  init(
    _ definition: SurveyDefinition,
    _ view: BuilderView,
    faults: [BuilderFault],
    in language: Language
  ) {
    self.definition = definition
    languages = view.languages(of: definition)
    shown = view.language ?? definition.language(for: language)
    let words = Catalogue.of(language)
    self.words = words
    errors = faults.reduce(into: [:]) { errors, fault in
      errors[fault.field] = words.text(
        "builder.fault.\(fault.code.rawValue)",
        ["limit": fault.limit.map { NumberText.integer($0, in: language) } ?? ""]
      )
    }
  }

  /// The address of the phone's page that shows a part.
  func preview(of part: BuilderView.Part, _ path: SurveyPath) -> String {
    let step = if case .question(let key) = part { "&step=\(key)" } else { "" }
    return "\(path.preview)?in=\(shown.rawValue)\(step)"
  }

  func text(_ text: LocalText) -> String {
    text.text(in: shown, fallback: definition.defaultLanguage)
  }

  /// A question as lists of questions name it: `3 · Why that number?`
  func name(of question: Question) -> String {
    let place = definition.questions.firstIndex { $0.key == question.key } ?? 0
    return NumberText.integer(place + 1, in: words.language) + " · " + text(question.text)
  }
}
