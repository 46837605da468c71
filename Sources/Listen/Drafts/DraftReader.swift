import CXMetrics
package import Kernel

/// Reads a draft back as it was written, without asking whether it holds together.
extension SurveyDefinition {
  /// - Throws: `JSON.Malformed` for text that no draft ever was.
  package init(draft text: String) throws(JSON.Malformed) {
    let json = try JSON.parse(Array(text.utf8))
    let languages = DraftReader.words(json["languages"]).compactMap(Language.init(rawValue:))
    let offered = languages.isEmpty ? [.english] : languages
    let wished = json["default_language"]?.string.flatMap(Language.init(rawValue:))
    self.init(
      name: json["name"]?.string ?? "",
      languages: offered,
      defaultLanguage: wished ?? offered[0],
      title: DraftReader.text(json["title"]) ?? LocalText(),
      thanks: DraftReader.text(json["thanks"]),
      closesAt: json["closes_at"]?.string.flatMap { Instant($0) },
      attributes: (json["attributes"]?.object?.members ?? []).compactMap { member in
        member.value.string.flatMap(AttributeRole.init(rawValue:)).map {
          Attribute(name: member.key, role: $0)
        }
      },
      questions: (json["questions"]?.array ?? []).compactMap(DraftReader.question)
    )
  }
}

private enum DraftReader {
  static func words(_ json: JSON?) -> [String] { (json?.array ?? []).compactMap(\.string) }

  static func text(_ json: JSON?) -> LocalText? {
    guard let object = json?.object else { return nil }
    var text = LocalText()
    for member in object.members {
      guard let language = Language(rawValue: member.key) else { continue }
      text[language] = member.value.string
    }
    return text
  }

  static func question(_ json: JSON) -> Question? {
    guard let key = json["key"]?.string, let kind = kind(json) else { return nil }
    return Question(
      key: key,
      kind: kind,
      text: text(json["text"]) ?? LocalText(),
      hint: text(json["hint"]),
      low: text(json["low"]),
      high: text(json["high"]),
      isRequired: json["required"]?.bool ?? false,
      choices: (json["choices"]?.array ?? []).compactMap { choice in
        choice["key"]?.string.map {
          Question.Choice(key: $0, text: text(choice["text"]) ?? LocalText())
        }
      },
      takesOther: json["other"]?.bool ?? false,
      variants: (json["variants"]?.array ?? []).compactMap { variant in
        condition(variant["when"]).map {
          Question.Variant(when: $0, text: text(variant["text"]) ?? LocalText())
        }
      },
      showIf: condition(json["show_if"])
    )
  }

  private static func kind(_ json: JSON) -> QuestionKind? {
    guard json["kind"]?.string == "rating" else {
      return json["kind"]?.string.flatMap(QuestionKind.init(name:))
    }
    guard let low = json["min"]?.integer, let high = json["max"]?.integer, low < high else {
      return nil
    }
    return .rating(Int(low)...Int(high))
  }

  private static func condition(_ json: JSON?) -> Condition? {
    guard let json, let question = json["question"]?.string else { return nil }
    if json["is"] != nil {
      let groups = words(json["is"]).compactMap(RecommendGroup.init(rawValue:))
      return Condition(question: question, test: .group(groups))
    }
    if json["in"] != nil { return Condition(question: question, test: .picked(words(json["in"]))) }
    if let wanted = json["answered"]?.bool {
      return Condition(question: question, test: .answered(wanted))
    }
    let least = json["at_least"]?.integer.map(Int.init)
    let most = json["at_most"]?.integer.map(Int.init)
    return Condition(question: question, test: .score(least: least, most: most))
  }
}
