package import Kernel

/// A definition frozen by publishing, made ready for reading answers quickly.
package struct SurveyVersion: Sendable {
  /// 1 for the first.
  package let number: Int
  package let definition: SurveyDefinition

  /// Where each key stands among the questions.
  private let places: [String: Int]

  /// The questions again, with only what checking an answer needs.
  let steps: [Step]
  private let roles: [String: AttributeRole]

  package init(number: Int, definition: SurveyDefinition) {
    self.number = number
    self.definition = definition
    var places: [String: Int] = [:]
    for (place, question) in definition.questions.enumerated() { places[question.key] = place }
    self.places = places
    steps = definition.questions.map { question in
      Step(question, conditionPlace: question.showIf.flatMap { places[$0.question] })
    }
    roles = Dictionary(
      definition.attributes.map { ($0.name, $0.role) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  package var questions: [Question] { definition.questions }

  package func question(_ key: String) -> Question? { place(of: key).map { questions[$0] } }

  func place(of key: String) -> Int? { places[key] }

  func role(of attribute: String) -> AttributeRole? { roles[attribute] }

  /// What checking an answer needs to know of its question.
  ///
  /// A class, because thousands of answers a second look at it and a reference is quickly passed.
  final class Step: Sendable {
    let key: String
    let kind: QuestionKind
    let isRequired: Bool
    let choices: [String]
    let takesOther: Bool
    let showIf: Condition?
    let conditionPlace: Int?

    init(_ question: Question, conditionPlace: Int?) {
      key = question.key
      kind = question.kind
      isRequired = question.isRequired
      choices = question.choices.map(\.key)
      takesOther = question.takesOther
      showIf = question.showIf
      self.conditionPlace = conditionPlace
    }
  }

  /// The questions that someone who answered so is asked, in order.
  ///
  /// An answer to a hidden question opens no other question.
  package func shown(given answers: [Answer]) -> [Question] {
    var shown: [Question] = []
    var counted: [Answer] = []
    for question in questions where question.showIf?.holds(given: counted) ?? true {
      shown.append(question)
      if let value = answers[question.key] {
        counted.append(Answer(question: question.key, value: value))
      }
    }
    return shown
  }
}

/// A version and the moment from which answers came to it.
package struct PublishedVersion: Hashable, Sendable {
  package let version: SurveyVersion
  package let publishedAt: Instant
}

/// What is looked up follows from the definition, so number and definition say it all.
extension SurveyVersion: Hashable {
  package static func == (left: SurveyVersion, right: SurveyVersion) -> Bool {
    left.number == right.number && left.definition == right.definition
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(number)
    hasher.combine(definition.name)
  }
}
