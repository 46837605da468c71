import CXMetrics
import Kernel

/// The builder's form of one question, with what its buttons ask beside saving.
struct QuestionForm: Sendable {
  /// As it was typed, faults and all.
  let question: Question
  let faults: [BuilderFault]

  /// - Parameters:
  ///   - question: as it was, which keeps what the form does not show; nil for one that is gone.
  ///   - key: of the question; whatever the form says.
  init(_ sent: [FormField], of question: Question?, key: String, in definition: SurveyDefinition) {
    var fields = BuilderFields(sent)
    let kind =
      question?.kind ?? fields["kind"].flatMap(QuestionKind.init(storedName:)) ?? .shortText
    var typed = question ?? Question(empty: kind, key: key)
    let earlier = Array(definition.questions(before: key))
    typed.kind = Self.kind(kind, &fields)
    typed.text = fields.texts("text", over: typed.text)
    typed.hint = fields.optionalTexts("hint", over: typed.hint)
    typed.low = fields.optionalTexts("low", over: typed.low)
    typed.high = fields.optionalTexts("high", over: typed.high)
    typed.isRequired = fields.has("required")
    if kind.isChoice {
      typed.takesOther = fields.has("other")
      Self.readChoices(&typed, &fields)
    }
    typed.showIf = ConditionForm.read("show", in: fields, over: typed.showIf, among: earlier)
    Self.readVariants(&typed, &fields, earlier)
    Self.act(fields["do"] ?? "", on: &typed, earlier)
    if typed.choices.count > Limits.choicesMax {
      fields.report(BuilderFault(.tooMany, at: "choices", limit: Limits.choicesMax))
    }
    self.question = typed
    faults = fields.faults
  }

  /// A rating's ends; every other kind stays what it is, short and long texts apart.
  private static func kind(_ kind: QuestionKind, _ fields: inout BuilderFields) -> QuestionKind {
    if kind.isText, let lines = fields["lines"] { return lines == "one" ? .shortText : .longText }
    guard case .rating(let range) = kind else { return kind }
    let ends = ["min", "max"].map { fields[$0].flatMap(WholeNumber.parse) }
    let (low, high) = (ends[0] ?? range.lowerBound, ends[1] ?? range.upperBound)
    guard (-1000...1000).contains(low), (-1000...1000).contains(high),
      (2...ScoreScale.pointsMax).contains(high - low + 1)
    else {
      fields.report(BuilderFault(.badRange, at: "max", limit: ScoreScale.pointsMax))
      return kind
    }
    return .rating(low...high)
  }

  private static func readChoices(_ question: inout Question, _ fields: inout BuilderFields) {
    guard fields.has("choice.0.key") else { return }
    let known = question.choices
    question.choices = []
    var index = 0
    while let key = fields["choice.\(index).key"], index <= 2 * Limits.choicesMax {
      let before = known.first { $0.key == key }
      let text = fields.texts("choice.\(index).text", over: before?.text)
      if Question.isKey(key) {
        if !question.hasChoice(key) {
          question.choices.append(Question.Choice(key: key, text: text))
        }
      } else if !text.isEmpty {
        let fresh = question.freeChoiceKey(for: text, beside: known)
        question.choices.append(Question.Choice(key: fresh, text: text))
      }
      index += 1
    }
  }

  private static func readVariants(
    _ question: inout Question,
    _ fields: inout BuilderFields,
    _ earlier: [Question]
  ) {
    for index in question.variants.indices where fields.has("variant.\(index).when.question") {
      let name = "variant.\(index)"
      question.variants[index].text = fields.texts(
        "\(name).text",
        over: question.variants[index].text
      )
      let when = ConditionForm.read(
        "\(name).when",
        in: fields,
        over: question.variants[index].when,
        among: earlier
      )
      if let when { question.variants[index].when = when }
    }
  }

  /// `choice.up.2`, `choice.remove.0`, `variant.add`: what the button that was pressed asks for.
  private static func act(_ wish: String, on question: inout Question, _ earlier: [Question]) {
    let parts = wish.split(separator: ".").map(String.init)
    let index = parts.count == 3 ? Int(parts[2]) ?? -1 : -1
    switch parts.prefix(2).joined(separator: ".") {
    case "choice.remove" where question.choices.indices.contains(index):
      question.choices.remove(at: index)
    case "choice.up" where question.choices.indices.contains(index) && index > 0:
      question.choices.swapAt(index, index - 1)
    case "choice.down" where question.choices.indices.contains(index + 1) && index >= 0:
      question.choices.swapAt(index, index + 1)
    case "variant.remove" where question.variants.indices.contains(index):
      question.variants.remove(at: index)
    case "variant.add": question.addVariant(after: earlier)
    default: break
    }
  }
}

extension Question {
  /// A question of a kind that says nothing yet.
  init(empty kind: QuestionKind, key: String) {
    self.init(
      key: key,
      kind: kind,
      text: LocalText(),
      hint: nil,
      low: nil,
      high: nil,
      isRequired: false,
      choices: [],
      takesOther: false,
      variants: [],
      showIf: nil
    )
  }

  /// Another wording, for the first group of people that has none of its own yet.
  mutating func addVariant(after earlier: [Question]) {
    guard variants.count < Limits.variantsMax,
      let question = earlier.last(where: { $0.kind.recommendScale != nil })
        ?? earlier.last(where: { $0.kind.scale != nil }) ?? earlier.last,
      let aspect = ConditionForm.aspects(of: question).first
    else { return }
    var when = ConditionForm.start(question, aspect)
    if aspect == .group {
      let named = variants.flatMap { variant in
        if case .group(let groups) = variant.when.test { groups } else { [RecommendGroup]() }
      }
      let free = RecommendGroup.allCases.reversed().first { !named.contains($0) }
      when = Condition(question: question.key, test: .group([free ?? .detractor]))
    }
    variants.append(Variant(when: when, text: text))
  }
}
