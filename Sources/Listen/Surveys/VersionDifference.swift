import Kernel

/// One readable difference between two versions of a survey.
package struct VersionDifference: Hashable, Sendable, CustomStringConvertible {
  package let change: Change

  /// The question it is about; nil for the survey as a whole.
  package let question: String?

  /// A line for people: `why: English text was “Why?”, is “What happened?”`.
  package let description: String

  package enum Change: String, CaseIterable, Hashable, Sendable {
    case added, removed, moved, changed
  }

  private init(_ change: Change, _ question: String?, _ description: String) {
    self.change = change
    self.question = question
    self.description = question.map { "\($0): \(description)" } ?? description
  }

  /// Everything that differs, the survey's own texts first, then questions in order.
  static func all(
    from old: SurveyDefinition,
    to new: SurveyDefinition
  ) -> [VersionDifference] {
    var differences = survey(from: old, to: new)
    for question in old.questions where new.question(question.key) == nil {
      differences.append(VersionDifference(.removed, question.key, "is no longer asked"))
    }
    let common = old.questions.map(\.key).filter { new.question($0) != nil }
    var order = common[...]
    for question in new.questions {
      guard let before = old.question(question.key) else {
        let text = question.text.text(in: new.defaultLanguage, fallback: new.defaultLanguage)
        differences.append(VersionDifference(.added, question.key, "is new: “\(text)”"))
        continue
      }
      if order.first == question.key {
        order = order.dropFirst()
      } else {
        order.removeAll { $0 == question.key }
        differences.append(VersionDifference(.moved, question.key, "is asked at another place"))
      }
      differences += changes(from: before, to: question)
    }
    return differences
  }

  private static func survey(
    from old: SurveyDefinition,
    to new: SurveyDefinition
  ) -> [VersionDifference] {
    var lines: [String] = []
    if old.name != new.name { lines.append("name was “\(old.name)”, is “\(new.name)”") }
    if old.languages != new.languages {
      let names = { (languages: [Language]) in
        languages.map(\.rawValue).joined(separator: ", ")
      }
      lines.append("languages were \(names(old.languages)), are \(names(new.languages))")
    }
    if old.defaultLanguage != new.defaultLanguage {
      lines.append(
        "default language was \(old.defaultLanguage.rawValue), is \(new.defaultLanguage.rawValue)"
      )
    }
    lines += texts("title", old.title, new.title)
    lines += texts("thanks", old.thanks, new.thanks)
    if old.closesAt != new.closesAt {
      let named = { (instant: Instant?) in instant?.description ?? "never" }
      lines.append("closing was \(named(old.closesAt)), is \(named(new.closesAt))")
    }
    return lines.map { VersionDifference(.changed, nil, $0) } + attributes(from: old, to: new)
  }

  private static func attributes(
    from old: SurveyDefinition,
    to new: SurveyDefinition
  ) -> [VersionDifference] {
    var differences: [VersionDifference] = []
    for attribute in old.attributes where !new.attributes.contains(attribute) {
      let name = attribute.name
      if let now = new.attributes.first(where: { $0.name == name }) {
        let line = "attribute \(name) was a \(attribute.role.rawValue), is a \(now.role.rawValue)"
        differences.append(VersionDifference(.changed, nil, line))
      } else {
        differences.append(VersionDifference(.removed, nil, "attribute \(name) is gone"))
      }
    }
    let before = Set(old.attributes.map(\.name))
    for attribute in new.attributes where !before.contains(attribute.name) {
      differences.append(VersionDifference(.added, nil, "attribute \(attribute.name) is new"))
    }
    return differences
  }

  private static func changes(from old: Question, to new: Question) -> [VersionDifference] {
    var lines: [String] = []
    if old.kind != new.kind {
      lines.append("was \(old.kind.description), is \(new.kind.description)")
    }
    lines += texts("text", old.text, new.text) + texts("hint", old.hint, new.hint)
    lines += texts("low label", old.low, new.low) + texts("high label", old.high, new.high)
    if old.isRequired != new.isRequired {
      lines.append(new.isRequired ? "must be answered now" : "may be skipped now")
    }
    if old.takesOther != new.takesOther {
      lines.append(new.takesOther ? "takes other answers now" : "takes its choices only now")
    }
    if old.variants != new.variants { lines.append("wording by earlier answers differs") }
    if old.showIf != new.showIf { lines.append("is shown to other people than before") }
    return choices(from: old, to: new) + lines.map { VersionDifference(.changed, new.key, $0) }
  }

  private static func choices(from old: Question, to new: Question) -> [VersionDifference] {
    var differences: [VersionDifference] = []
    for choice in old.choices where !new.hasChoice(choice.key) {
      let heir = new.choices.first { $0.text == choice.text && !old.hasChoice($0.key) }
      let line =
        heir.map { "choice \(choice.key) is called \($0.key) now: results will not merge" }
        ?? "choice \(choice.key) is gone"
      differences.append(VersionDifference(.removed, new.key, line))
    }
    for choice in new.choices {
      guard let before = old.choices.first(where: { $0.key == choice.key }) else {
        differences.append(VersionDifference(.added, new.key, "choice \(choice.key) is new"))
        continue
      }
      differences += texts("choice \(choice.key)", before.text, choice.text)
        .map { VersionDifference(.changed, new.key, $0) }
    }
    return differences
  }

  private static func texts(_ name: String, _ old: LocalText?, _ new: LocalText?) -> [String] {
    Language.allCases.compactMap { language in
      switch (old?[language], new?[language]) {
      case (let old?, let new?):
        old == new ? nil : "\(name) in \(language.rawValue) was “\(old)”, is “\(new)”"
      case (nil, let new?): "\(name) in \(language.rawValue) is new: “\(new)”"
      case (_?, nil): "\(name) in \(language.rawValue) is gone"
      case (nil, nil): nil
      }
    }
  }
}
