import CXMetrics
import Kernel
import Mustache
import Web

/// The fields that say whom a question, or a wording of it, is for.
struct ConditionFields: Page {
  static let template = MustacheTemplate(embedded: Templates.condition_fields)

  let name: String
  let label: String
  let chosen: String
  let questions: Choices
  let ticks: Ticks?
  let ends: Ends?
  let answered: Choices?
  let t: [String: String]

  struct Ticks: Sendable {
    let legend: String
    let field: String
    let items: [Item]

    struct Item: Sendable {
      let value: String
      let text: String
      let isChosen: Bool
    }
  }

  struct Ends: Sendable {
    let least: String
    let most: String
    let from: Int
    let to: Int
  }

  /// - Parameter everybody: the choice of no condition; nil where there must be one.
  init(
    _ name: String,
    _ label: String,
    _ condition: Condition?,
    after earlier: [Question],
    everybody: String?,
    _ desk: BuilderDesk
  ) {
    self.name = name
    self.label = label
    t = desk.words.section("builder.condition")
    chosen = condition.map(ConditionForm.name) ?? ""
    var choices = everybody.map { [Choices.Choice("", $0, isChosen: condition == nil)] } ?? []
    for question in earlier {
      for aspect in ConditionForm.aspects(of: question) {
        let value = "\(question.key):\(aspect.rawValue)"
        let text = "\(t[aspect.rawValue] ?? ""): \(desk.name(of: question))"
        choices.append(.init(value, text, isChosen: value == chosen))
      }
    }
    if let condition, !choices.contains(where: \.isChosen) {
      let text = desk.words.text("builder.condition.not_before", ["key": condition.question])
      choices.append(.init(chosen, text, isChosen: true))
    }
    questions = Choices(choices)
    let question = condition.flatMap { condition in
      earlier.first { $0.key == condition.question }
    }
    ticks = condition.flatMap { Self.ticks($0, of: question, name, desk) }
    ends = condition.flatMap { Self.ends($0, of: question) }
    answered = condition.flatMap { Self.answered($0, desk.words) }
  }

  private static func ticks(
    _ condition: Condition,
    of question: Question?,
    _ name: String,
    _ desk: BuilderDesk
  ) -> Ticks? {
    let words = desk.words
    switch condition.test {
    case .group(let groups):
      let items = RecommendGroup.allCases.map { group in
        Ticks.Item(
          value: group.rawValue,
          text: words["builder.group.\(group.rawValue)"],
          isChosen: groups.contains(group)
        )
      }
      return Ticks(legend: words["builder.condition.is"], field: "\(name).is", items: items)
    case .picked(let keys):
      var offered: [(key: String, text: String)] =
        question?.choices.map { ($0.key, desk.text($0.text)) } ?? keys.map { ($0, $0) }
      if question?.kind == .yesNo {
        offered = ["yes", "no"].map { ($0, words["respond.\($0)"]) }
      } else if question?.takesOther == true {
        offered.append((Question.otherKey, words["respond.other"]))
      }
      let items = offered.map { choice in
        Ticks.Item(value: choice.key, text: choice.text, isChosen: keys.contains(choice.key))
      }
      return Ticks(legend: words["builder.condition.in"], field: "\(name).in", items: items)
    default: return nil
    }
  }

  private static func ends(_ condition: Condition, of question: Question?) -> Ends? {
    guard case .score(let least, let most) = condition.test else { return nil }
    let scale = question?.kind.scale ?? 0...10
    return Ends(
      least: least.map(String.init) ?? "",
      most: most.map(String.init) ?? "",
      from: scale.lowerBound,
      to: scale.upperBound
    )
  }

  private static func answered(_ condition: Condition, _ words: Catalogue) -> Choices? {
    guard case .answered(let wanted) = condition.test else { return nil }
    return Choices([
      .init("yes", words["builder.condition.was_answered"], isChosen: wanted),
      .init("no", words["builder.condition.was_left"], isChosen: !wanted),
    ])
  }
}
