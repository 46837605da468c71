/// What publishing a definition changes, once it is sure that results still merge by key.
package struct VersionChange: Hashable, Sendable {
  /// Against the version before, in the order of the survey.
  package let differences: [VersionDifference]

  /// Compares with all versions published so far, the oldest first.
  ///
  /// A key keeps its kind and scale for ever, also when versions between did not have it: its
  /// answers are counted together. Short and long text may take turns, as both are read, not
  /// counted.
  ///
  /// - Throws: every question whose key meant something else before.
  package init(
    from earlier: [SurveyVersion],
    to definition: SurveyDefinition
  ) throws(DefinitionRefusal) {
    var problems: [DefinitionProblem] = []
    for (index, question) in definition.questions.enumerated() {
      guard let (version, before) = Self.conflict(of: question, in: earlier) else { continue }
      problems.append(
        DefinitionProblem(question, at: index, was: before.kind, in: "in version \(version)")
      )
    }
    guard problems.isEmpty else { throw DefinitionRefusal(problems: problems) }
    differences =
      earlier.last.map { VersionDifference.all(from: $0.definition, to: definition) } ?? []
  }

  private static func conflict(
    of question: Question,
    in earlier: [SurveyVersion]
  ) -> (version: Int, before: Question)? {
    for version in earlier.reversed() {
      if let before = version.question(question.key), !before.kind.merges(with: question.kind) {
        return (version.number, before)
      }
    }
    return nil
  }
}

extension QuestionKind {
  /// Whether answers to both may stand under one key.
  package func merges(with other: QuestionKind) -> Bool {
    self == other || (isText && other.isText)
  }
}

extension DefinitionRefusal {
  /// Refuses a definition by what the store knows of each key; nil when all keys keep their kind.
  ///
  /// - Parameter kinds: by key, the kind it was first published with, as `storedName` writes it.
  package init?(keysChanging kinds: [String: String], in definition: SurveyDefinition) {
    var problems: [DefinitionProblem] = []
    for (index, question) in definition.questions.enumerated() {
      guard let before = kinds[question.key].flatMap(QuestionKind.init(storedName:)),
        !before.merges(with: question.kind)
      else { continue }
      problems.append(DefinitionProblem(question, at: index, was: before, in: "before"))
    }
    if problems.isEmpty { return nil }
    self.init(problems: problems)
  }
}

extension DefinitionProblem {
  fileprivate init(_ question: Question, at index: Int, was kind: QuestionKind, in time: String) {
    self.init(
      .changedKind,
      at: "questions[\(index)].kind",
      "question \(question.key) was \(kind.description) \(time), "
        + "now it is \(question.kind.description): give the new question a new key"
    )
  }
}
