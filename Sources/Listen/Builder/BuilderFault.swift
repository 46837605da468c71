import Kernel

/// Why a form of the builder was not kept, told at the field it is about.
struct BuilderFault: Hashable, Sendable {
  /// The name of the form's field, `text.vi`.
  let field: String

  /// The words in the catalogue below `builder.fault.`.
  let code: Code
  var limit: Int?

  enum Code: String, CaseIterable, Hashable, Sendable {
    case tooLong = "too_long"
    case tooMany = "too_many"
    case missing
    case badRange = "bad_range"
    case noLanguage = "no_language"
  }

  init(_ code: Code, at field: String, limit: Int? = nil) {
    self.code = code
    self.field = field
    self.limit = limit
  }
}

/// The fields of one of the builder's forms, and what is wrong with them.
struct BuilderFields {
  let fields: [FormField]
  private(set) var faults: [BuilderFault] = []

  init(_ fields: [FormField]) { self.fields = fields }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  mutating func report(_ fault: BuilderFault) { faults.append(fault) }

  /// One text, cleaned as answers are; longer than `limit` it is reported and kept as typed.
  mutating func text(_ name: String, limit: Int) -> String {
    let raw = self[name] ?? ""
    let text = (try? AnswerText.cleaned(raw)) ?? ""
    if AnswerText.isLonger(text, than: limit) {
      report(BuilderFault(.tooLong, at: name, limit: limit))
    }
    return text
  }

  /// The texts typed for `name.en`, `name.vi`…; a language without a field keeps what it had.
  mutating func texts(_ name: String, over text: LocalText?) -> LocalText {
    var local = text ?? LocalText()
    for language in Language.allCases where has("\(name).\(language.rawValue)") {
      let typed = self.text(
        "\(name).\(language.rawValue)",
        limit: Limits.surveyTextCharactersMax
      )
      local[language] = typed.isEmpty ? nil : typed
    }
    return local
  }

  /// As `texts`, nil when nothing is left.
  mutating func optionalTexts(_ name: String, over text: LocalText?) -> LocalText? {
    let local = texts(name, over: text)
    return local.isEmpty ? nil : local
  }
}
