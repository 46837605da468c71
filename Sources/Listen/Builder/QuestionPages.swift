import CXMetrics
import Kernel
import Mustache
import Web

/// The form of one question.
struct QuestionFields: Page {
  static let template = MustacheTemplate(embedded: Templates.question_fields)

  let t: [String: String]
  let csrf: String
  let revision: Int
  let tongue: String
  let action: String
  let preview: String
  let title: String
  let kind: String
  let kindName: String
  let isText: Bool
  let lines: Choices
  let text: String
  let hint: String
  let range: Range?
  let ends: String?
  let isRequired: Bool
  let choices: ChoiceList?
  let isMoreOpen: Bool
  let audience: String?
  let variants: [Variant]
  let addsVariants: Bool
  let advice: String?

  /// A rating's ends.
  struct Range: Sendable {
    let min: Int
    let max: Int
    let error: String?
  }

  struct ChoiceList: Sendable {
    let rows: [Row]
    let takesOther: Bool
    let error: String?
  }

  struct Row: Sendable {
    let index: Int
    let key: String
    let fields: String
    let doings: Doings?
  }

  struct Doings: Sendable {
    let up: String
    let down: String
    let remove: String
    let upIcon = Icon.up.svg
    let downIcon = Icon.down.svg
    let removeIcon = Icon.close.svg
  }

  struct Variant: Sendable {
    let index: Int
    let fields: String
    let remove: String
  }

  init(
    _ question: Question,
    of draft: SurveyDraft,
    _ view: BuilderView,
    csrf: String,
    _ desk: BuilderDesk
  ) {
    let words = desk.words
    t = words.section("builder")
    self.csrf = csrf
    revision = draft.revision
    tongue = view.tongue
    action = "\(SurveyPath(draft.survey.token).root)/questions/\(question.key)"
    preview = desk.preview(of: .question(question.key), SurveyPath(draft.survey.token))
    let place = desk.definition.questions.firstIndex { $0.key == question.key }
    title = words.text(
      "builder.question_n",
      ["n": NumberText.integer((place ?? desk.definition.questions.count) + 1, in: words.language)]
    )
    kind = question.kind.storedName
    kindName = words["builder.kind.\(question.kind.name)"]
    isText = question.kind.isText
    lines = Self.lines(of: question, words)
    text = LocalFields("text", words["builder.text"], question.text, long: true, desk).html
    hint =
      LocalFields(
        "hint",
        words["builder.hint"],
        question.hint,
        isWanted: question.hint != nil,
        desk
      ).html
    range = Self.range(of: question, desk)
    ends = Self.ends(of: question, desk)
    isRequired = question.isRequired
    choices = Self.choices(of: question, desk)
    isMoreOpen = question.hint != nil || question.showIf != nil || !question.variants.isEmpty
    let earlier = Array(desk.definition.questions(before: question.key))
    audience = Self.audience(of: question, after: earlier, desk)
    variants = Self.variants(of: question, after: earlier, desk)
    addsVariants = !earlier.isEmpty && variants.count < Limits.variantsMax
    advice = question.kind.scale == nil ? nil : words["builder.one_colour"]
  }

  private static func lines(of question: Question, _ words: Catalogue) -> Choices {
    Choices([
      .init("one", words["builder.one_line"], isChosen: question.kind == .shortText),
      .init("many", words["builder.many_lines"], isChosen: question.kind == .longText),
    ])
  }

  private static func audience(
    of question: Question,
    after earlier: [Question],
    _ desk: BuilderDesk
  ) -> String? {
    guard !earlier.isEmpty || question.showIf != nil else { return nil }
    return ConditionFields(
      "show",
      desk.words["builder.audience"],
      question.showIf,
      after: earlier,
      everybody: desk.words["builder.everybody"],
      desk
    ).html
  }

  private static func range(of question: Question, _ desk: BuilderDesk) -> Range? {
    guard case .rating(let range) = question.kind else { return nil }
    return Range(min: range.lowerBound, max: range.upperBound, error: desk.errors["max"])
  }

  private static func ends(of question: Question, _ desk: BuilderDesk) -> String? {
    guard let scale = question.kind.scale else { return nil }
    func fields(_ name: String, _ at: Int, _ text: LocalText?, _ usual: LocalText?) -> String {
      let point = NumberText.integer(at, in: desk.words.language)
      return LocalFields(
        name,
        desk.words.text("builder.words_at", ["n": point]),
        text,
        standIns: usual,
        isWanted: false,
        desk
      ).html
    }
    return fields("low", scale.lowerBound, question.low, question.kind.lowLabel)
      + fields("high", scale.upperBound, question.high, question.kind.highLabel)
  }

  /// The choices there are, and room for two more.
  private static func choices(of question: Question, _ desk: BuilderDesk) -> ChoiceList? {
    guard question.kind.isChoice else { return nil }
    let words = desk.words
    let rows = (0..<question.choices.count + 2).map { index in
      let choice = question.choices.indices.contains(index) ? question.choices[index] : nil
      let number = NumberText.integer(index + 1, in: words.language)
      let name = choice.map { desk.text($0.text) } ?? number
      func label(_ key: String) -> String { words.text("builder.\(key)", ["name": name]) }
      return Row(
        index: index,
        key: choice?.key ?? "",
        fields: LocalFields(
          "choice.\(index).text",
          words.text(choice == nil ? "builder.new_choice" : "builder.choice_n", ["n": number]),
          choice?.text,
          isWanted: choice != nil,
          desk
        ).html,
        doings: choice == nil
          ? nil
          : Doings(up: label("up_name"), down: label("down_name"), remove: label("remove_name"))
      )
    }
    return ChoiceList(
      rows: rows,
      takesOther: question.takesOther,
      error: desk.errors["choices"]
    )
  }

  private static func variants(
    of question: Question,
    after earlier: [Question],
    _ desk: BuilderDesk
  ) -> [Variant] {
    question.variants.enumerated().map { index, variant in
      let name = "variant.\(index)"
      let number = NumberText.integer(index + 1, in: desk.words.language)
      let when = ConditionFields(
        "\(name).when",
        desk.words["builder.variant_when"],
        variant.when,
        after: earlier,
        everybody: nil,
        desk
      ).html
      let text = LocalFields(
        "\(name).text",
        desk.words.text("builder.variant_text", ["n": number]),
        variant.text,
        long: true,
        desk
      ).html
      let label = desk.words.text("builder.remove_wording", ["n": number])
      return Variant(index: index, fields: when + text, remove: label)
    }
  }
}
