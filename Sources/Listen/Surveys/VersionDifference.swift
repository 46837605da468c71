package import Kernel

/// One readable difference between two versions of a survey.
package struct VersionDifference: Hashable, Sendable {
  package let change: Change

  /// The key of the question it is about; nil for the survey as a whole.
  package let question: String?
  package let detail: Detail

  package enum Change: String, CaseIterable, Hashable, Sendable {
    case added, removed, moved, changed
  }

  /// What differs, with what it was and what it is.
  package enum Detail: Hashable, Sendable {
    case name(was: String, is: String)
    case languages(was: [Language], is: [Language])
    case defaultLanguage(was: Language, is: Language)
    case closing(was: Instant?, is: Instant?)
    case attribute(String, was: AttributeRole?, is: AttributeRole?)
    case text(Part, Language, was: String?, is: String?)
    case asked(LocalText)
    case notAsked(LocalText)
    case otherPlace
    case kind(was: QuestionKind, is: QuestionKind)
    case required(Bool)
    case takesOther(Bool)
    case wordings
    case audience

    /// A renamed key parts the results of a choice from its past.
    case choiceKey(was: String, is: String, LocalText)
    case choiceGone(String, LocalText)
    case choiceNew(String, LocalText)
  }

  /// The text that differs.
  package enum Part: Hashable, Sendable {
    case title, thanks, text, hint, low, high

    /// A choice by its key.
    case choice(String)
  }

  private init(_ change: Change, _ question: String?, _ detail: Detail) {
    self.change = change
    self.question = question
    self.detail = detail
  }

  /// Everything that differs, the survey's own texts first, then questions in order.
  static func all(
    from old: SurveyDefinition,
    to new: SurveyDefinition
  ) -> [VersionDifference] {
    var differences = survey(from: old, to: new)
    for question in old.questions where new.question(question.key) == nil {
      differences.append(VersionDifference(.removed, question.key, .notAsked(question.text)))
    }
    let common = old.questions.map(\.key).filter { new.question($0) != nil }
    var order = common[...]
    for question in new.questions {
      guard let before = old.question(question.key) else {
        differences.append(VersionDifference(.added, question.key, .asked(question.text)))
        continue
      }
      if order.first == question.key {
        order = order.dropFirst()
      } else {
        order.removeAll { $0 == question.key }
        differences.append(VersionDifference(.moved, question.key, .otherPlace))
      }
      differences += changes(from: before, to: question)
    }
    return differences
  }

  private static func survey(
    from old: SurveyDefinition,
    to new: SurveyDefinition
  ) -> [VersionDifference] {
    var details: [Detail] = []
    if old.name != new.name { details.append(.name(was: old.name, is: new.name)) }
    if old.languages != new.languages {
      details.append(.languages(was: old.languages, is: new.languages))
    }
    if old.defaultLanguage != new.defaultLanguage {
      details.append(.defaultLanguage(was: old.defaultLanguage, is: new.defaultLanguage))
    }
    details += texts(.title, old.title, new.title)
    details += texts(.thanks, old.thanks, new.thanks)
    if old.closesAt != new.closesAt {
      details.append(.closing(was: old.closesAt, is: new.closesAt))
    }
    return details.map { VersionDifference(.changed, nil, $0) } + attributes(from: old, to: new)
  }

  private static func attributes(
    from old: SurveyDefinition,
    to new: SurveyDefinition
  ) -> [VersionDifference] {
    var differences: [VersionDifference] = []
    for attribute in old.attributes where !new.attributes.contains(attribute) {
      let now = new.attributes.first { $0.name == attribute.name }
      differences.append(
        VersionDifference(
          now == nil ? .removed : .changed,
          nil,
          .attribute(attribute.name, was: attribute.role, is: now?.role)
        )
      )
    }
    let before = Set(old.attributes.map(\.name))
    for attribute in new.attributes where !before.contains(attribute.name) {
      differences.append(
        VersionDifference(.added, nil, .attribute(attribute.name, was: nil, is: attribute.role))
      )
    }
    return differences
  }

  private static func changes(from old: Question, to new: Question) -> [VersionDifference] {
    var details: [Detail] = []
    if old.kind != new.kind { details.append(.kind(was: old.kind, is: new.kind)) }
    details += texts(.text, old.text, new.text) + texts(.hint, old.hint, new.hint)
    details += texts(.low, old.low, new.low) + texts(.high, old.high, new.high)
    if old.isRequired != new.isRequired { details.append(.required(new.isRequired)) }
    if old.takesOther != new.takesOther { details.append(.takesOther(new.takesOther)) }
    if old.variants != new.variants { details.append(.wordings) }
    if old.showIf != new.showIf { details.append(.audience) }
    return choices(from: old, to: new) + details.map { VersionDifference(.changed, new.key, $0) }
  }

  private static func choices(from old: Question, to new: Question) -> [VersionDifference] {
    var differences: [VersionDifference] = []
    for choice in old.choices where !new.hasChoice(choice.key) {
      let heir = new.choices.first { $0.text == choice.text && !old.hasChoice($0.key) }
      let detail =
        heir.map { Detail.choiceKey(was: choice.key, is: $0.key, choice.text) }
        ?? .choiceGone(choice.key, choice.text)
      differences.append(VersionDifference(.removed, new.key, detail))
    }
    for choice in new.choices {
      guard let before = old.choices.first(where: { $0.key == choice.key }) else {
        let detail = Detail.choiceNew(choice.key, choice.text)
        differences.append(VersionDifference(.added, new.key, detail))
        continue
      }
      differences += texts(.choice(choice.key), before.text, choice.text)
        .map { VersionDifference(.changed, new.key, $0) }
    }
    return differences
  }

  private static func texts(_ part: Part, _ old: LocalText?, _ new: LocalText?) -> [Detail] {
    Language.allCases.compactMap { language in
      let (was, now) = (old?[language], new?[language])
      return was == now ? nil : .text(part, language, was: was, is: now)
    }
  }
}
