import CXMetrics
import Kernel

/// How the builder's forms ask for a condition: one list names an earlier question and what of it
/// counts, the fields below it say which answers.
enum ConditionForm {
  /// What of an answer counts.
  enum Aspect: String, CaseIterable, Hashable, Sendable {
    case group, score, picked, answered
  }

  /// The value in the list: `recommend:group`.
  static func name(of condition: Condition) -> String {
    "\(condition.question):\(aspect(of: condition).rawValue)"
  }

  static func aspect(of condition: Condition) -> Aspect {
    switch condition.test {
    case .group: .group
    case .score: .score
    case .picked: .picked
    case .answered: .answered
    }
  }

  /// What may be asked of a question's answer.
  static func aspects(of question: Question) -> [Aspect] {
    let kind = question.kind
    var aspects: [Aspect] = []
    if kind.recommendScale != nil { aspects.append(.group) }
    if kind.scale != nil { aspects.append(.score) }
    if kind.isChoice || kind == .yesNo { aspects.append(.picked) }
    return aspects + [.answered]
  }

  /// The condition that the fields below `name` say; nil for everybody.
  ///
  /// A question that was only just chosen gets a condition to start from.
  static func read(
    _ name: String,
    in fields: BuilderFields,
    over condition: Condition?,
    among earlier: [Question]
  ) -> Condition? {
    guard let chosen = fields["\(name).question"] else { return condition }
    let parts = chosen.split(separator: ":").map(String.init)
    guard parts.count == 2, let aspect = Aspect(rawValue: parts[1]) else { return nil }
    guard let question = earlier.first(where: { $0.key == parts[0] }) else {
      return condition.flatMap { Self.name(of: $0) == chosen ? $0 : nil }
    }
    guard fields["\(name).was"] == chosen else { return start(question, aspect) }
    return Condition(question: question.key, test: test(aspect, of: question, name, fields))
  }

  private static func test(
    _ aspect: Aspect,
    of question: Question,
    _ name: String,
    _ fields: BuilderFields
  ) -> Condition.Test {
    switch aspect {
    case .group:
      return .group(fields.all("\(name).is").compactMap(RecommendGroup.init(rawValue:)))
    case .score:
      let ends = ["least", "most"].map { fields["\(name).\($0)"].flatMap(WholeNumber.parse) }
      return .score(least: ends[0], most: ends[1])
    case .picked: return .picked(fields.all("\(name).in"))
    case .answered: return .answered(fields["\(name).answered"] != "no")
    }
  }

  /// What most people mean who pick this question.
  static func start(_ question: Question, _ aspect: Aspect) -> Condition {
    let test: Condition.Test =
      switch aspect {
      case .group: .group([.detractor])
      case .score: .score(least: nil, most: question.kind.scale.map { middle(of: $0) })
      case .picked:
        .picked(question.kind == .yesNo ? ["no"] : question.choices.prefix(1).map(\.key))
      case .answered: .answered(true)
      }
    return Condition(question: question.key, test: test)
  }

  private static func middle(of scale: ClosedRange<Int>) -> Int {
    scale.lowerBound + (scale.upperBound - scale.lowerBound) / 2
  }
}
