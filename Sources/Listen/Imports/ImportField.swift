import Kernel

/// Where the values of a column go.
package enum ImportField: Hashable, Sendable {
  /// The answer to a question, by its key.
  case answer(String)

  /// When it was answered.
  case at
  case dimension(AnswerContext.Dimension)
  case language

  /// The sender's own number of an answer, by which a repeat is known.
  case externalID

  /// An attribute that the survey declares.
  case attribute(String)
}

extension ImportField {
  /// The fields that every survey has.
  static let standard: [ImportField] =
    [.at, .externalID, .language] + AnswerContext.Dimension.allCases.map { .dimension($0) }

  private static let attributePrefix = "attributes."
  private static let answerPrefix = "answers."

  /// The name that `--map` takes; `answers.` stands before a key that means something else already.
  package var name: String {
    switch self {
    case .answer(let key): Self.standardField(key) == nil ? key : Self.answerPrefix + key
    case .at: "at"
    case .dimension(let dimension): dimension.rawValue
    case .language: "language"
    case .externalID: "external_id"
    case .attribute(let name): Self.attributePrefix + name
    }
  }

  private static func standardField(_ name: String) -> ImportField? {
    standard.first { field in
      switch field {
      case .answer, .attribute: false
      case .at: name == "at"
      case .dimension(let dimension): name == dimension.rawValue
      case .language: name == "language"
      case .externalID: name == "external_id"
      }
    }
  }

  /// Reads the name of a field of a survey.
  ///
  /// - Throws: `ImportUsage` that says which fields there are, or what the survey must declare.
  static func named(
    _ name: String,
    in definition: SurveyDefinition
  ) throws(ImportUsage) -> ImportField {
    if let field = standardField(name) { return field }
    if name.hasPrefix(attributePrefix) {
      return try attribute(String(name.dropFirst(attributePrefix.count)), in: definition)
    }
    let key = name.hasPrefix(answerPrefix) ? String(name.dropFirst(answerPrefix.count)) : name
    if definition.question(key) != nil { return .answer(key) }
    if definition.attributes.contains(where: { $0.name == name }) { return .attribute(name) }
    let known = names(in: definition)
    let meant = Spelling.nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
    throw ImportUsage(
      "there is no field “\(name)”\(meant) The fields are \(known.joined(separator: ", ")), "
        + "attributes.NAME, and - to leave a column out"
    )
  }

  private static func attribute(
    _ name: String,
    in definition: SurveyDefinition
  ) throws(ImportUsage) -> ImportField {
    if let dimension = AnswerContext.Dimension(rawValue: name) { return .dimension(dimension) }
    if definition.attributes.contains(where: { $0.name == name }) { return .attribute(name) }
    let declared = definition.attributes.map(\.name)
    let known = declared.isEmpty ? "none" : declared.joined(separator: ", ")
    throw ImportUsage(
      "the survey declares no attribute “\(name)” (it declares \(known)). Add "
        + "\"attributes\": {\"\(name)\": \"dimension\"} to its definition and publish it with "
        + "`touchstone survey edit`, or leave the column out"
    )
  }

  /// Every field of a survey, questions first.
  static func names(in definition: SurveyDefinition) -> [String] {
    definition.questions.map { ImportField.answer($0.key).name } + standard.map(\.name)
      + definition.attributes.map { ImportField.attribute($0.name).name }
  }
}

/// The command was called in a way that cannot be carried out: exit status 2.
struct ImportUsage: Error, Hashable, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// An import that was asked for rightly and is refused all the same: exit status 1.
struct ImportRefusal: Error, Hashable, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
