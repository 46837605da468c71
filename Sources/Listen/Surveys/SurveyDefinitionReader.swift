package import Kernel

extension SurveyDefinition {
  /// Reads a definition strictly: unknown members, repeated keys and texts missing in the default
  /// language are refused, and every problem is told at once with its place.
  ///
  /// Texts missing in other languages are no refusal; `warnings` lists them.
  package static func parse(_ json: JSON) throws(DefinitionRefusal) -> SurveyDefinition {
    var reader = DefinitionReader()
    let definition = reader.definition(json)
    guard let definition, reader.problems.isEmpty else {
      throw DefinitionRefusal(problems: reader.problems)
    }
    return definition
  }

  /// Reads the bytes of a file or a body.
  package static func parse(bytes: [UInt8]) throws(DefinitionRefusal) -> SurveyDefinition {
    guard bytes.count <= Limits.surveyBytesMax else {
      throw DefinitionRefusal(problems: [
        DefinitionProblem(
          .tooLong,
          at: "",
          "\(bytes.count) bytes; a survey has at most \(Limits.surveyBytesMax)"
        )
      ])
    }
    let json: JSON
    do { json = try JSON.parse(bytes) } catch {
      throw DefinitionRefusal(problems: [
        DefinitionProblem(.notJSON, at: "", "not valid JSON: \(error)")
      ])
    }
    return try parse(json)
  }

  /// Reads back what `json` wrote into a store.
  package init(stored text: String) throws(DefinitionRefusal) {
    self = try SurveyDefinition.parse(bytes: Array(text.utf8))
  }
}

extension DefinitionReader {
  private static let members = [
    "name", "languages", "default_language", "title", "thanks", "closes_at", "attributes",
    "questions",
  ]

  /// Names that mean something else in an address, in a body, or to the browser in a form of the
  /// page, so no attribute may have them.
  static let reservedAttributes = [
    "answers", "at", "attributes", "complete", "dataset", "elapsed_ms", "elements", "external_id",
    "hidden", "lang", "language", "version", "website",
  ]

  mutating func definition(_ json: JSON) -> SurveyDefinition? {
    guard let object = object(json, at: "", known: Self.members) else { return nil }
    let name = name(object["name"])
    let languages = languages(object["languages"])
    defaultLanguage = defaultLanguage(object["default_language"], among: languages)
    let title = localText(object["title"], at: "title", isRequired: true)
    let thanks = localText(object["thanks"], at: "thanks", isRequired: false)
    let closesAt = closesAt(object["closes_at"])
    let attributes = attributes(object["attributes"])
    let questions = questions(object["questions"])
    guard let name, let languages, let defaultLanguage, let title else { return nil }
    return SurveyDefinition(
      name: name,
      languages: languages,
      defaultLanguage: defaultLanguage,
      title: title,
      thanks: thanks,
      closesAt: closesAt,
      attributes: attributes,
      questions: questions
    )
  }

  private mutating func name(_ json: JSON?) -> String? {
    guard let json, !json.isNull else {
      report(.missing, at: "name", "missing; give the survey a name")
      return nil
    }
    guard let name = text(json, at: "name", most: Limits.surveyNameCharactersMax) else {
      return nil
    }
    if name.isEmpty { report(.missing, at: "name", "empty; give the survey a name") }
    return name
  }

  private mutating func languages(_ json: JSON?) -> [Language]? {
    let count = Language.allCases.count
    guard let list = list(json, at: "languages", of: "languages", most: count, isRequired: true)
    else { return nil }
    var languages: [Language] = []
    for (index, element) in list.enumerated() {
      guard let language = language(element, at: "languages[\(index)]") else { continue }
      if languages.contains(language) {
        report(.repeatedKey, at: "languages[\(index)]", "\(language.rawValue) is listed twice")
      } else {
        languages.append(language)
      }
    }
    return languages.isEmpty ? nil : languages
  }

  private mutating func language(_ json: JSON, at path: String) -> Language? {
    guard let code = json.string else {
      report(.wrongType, at: path, "must be one of \(Self.languageNames), not \(json.kind)")
      return nil
    }
    guard let language = Language(rawValue: code) else {
      report(
        .unknownLanguage,
        at: path,
        "\(AnswerFault.quoted(code)) is no language known here; use \(Self.languageNames)"
      )
      return nil
    }
    return language
  }

  /// The first language listed when none is named.
  private mutating func defaultLanguage(_ json: JSON?, among languages: [Language]?) -> Language? {
    guard let json, !json.isNull else { return languages?.first }
    guard let language = language(json, at: "default_language") else { return nil }
    if let languages, !languages.contains(language) {
      report(.unknownLanguage, at: "default_language", "must be one of the languages listed")
    }
    return language
  }

  private mutating func closesAt(_ json: JSON?) -> Instant? {
    guard let json, !json.isNull else { return nil }
    guard let text = json.string, let instant = Instant(text) else {
      report(
        .badTime,
        at: "closes_at",
        "must be a time with its zone, such as 2026-12-31T18:00:00+07:00, or null"
      )
      return nil
    }
    return instant
  }

  private mutating func attributes(_ json: JSON?) -> [SurveyDefinition.Attribute] {
    guard let json, !json.isNull else { return [] }
    guard let object = json.object else {
      report(.wrongType, at: "attributes", "must be an object in braces, not \(json.kind)")
      return []
    }
    if object.count > Limits.attributesMax {
      report(
        .tooMany,
        at: "attributes",
        "\(object.count) attributes; at most \(Limits.attributesMax)"
      )
      return []
    }
    return object.members.compactMap { attribute($0) }
  }

  private mutating func attribute(_ member: JSONObject.Member) -> SurveyDefinition.Attribute? {
    let name = member.key
    let path = Self.join("attributes", String(name.prefix(60)))
    guard Question.isKey(name) else {
      report(.badKey, at: path, Self.keyAdvice(name))
      return nil
    }
    if Self.reservedAttributes.contains(name) {
      report(.reservedKey, at: path, "means something else already; choose another name")
      return nil
    }
    guard let role = member.value.string.flatMap(AttributeRole.init(rawValue:)) else {
      report(
        .badRole,
        at: path,
        "must be \"dimension\" (figures are split by it) or \"detail\" (kept)"
      )
      return nil
    }
    if role == .detail, AnswerContext.Dimension(rawValue: name) != nil {
      report(.reservedKey, at: path, "is a dimension of every survey; declare it so or not at all")
      return nil
    }
    return SurveyDefinition.Attribute(name: name, role: role)
  }
}
