import Kernel
import Web

/// One question as the template prints it: exactly one of scale, pick, long and short is there.
struct RespondQuestion: Sendable {
  let key: String
  let kind: String
  let text: String

  /// Set when the text is not in the page's language.
  let foreign: Foreign?
  let hint: String?
  let required: Bool

  /// What a browser may insist on without scripts: nothing that could be hidden, and not a tick in
  /// each box of several.
  let demanded: Bool
  let showIf: String?
  let variants: String?
  let error: String?
  let scale: Scale?
  let pick: Pick?
  let long: Bool
  let short: Bool
  let typed: String
  let limit: Int

  struct Foreign: Sendable {
    let tongue: String
    let direction: String
  }

  struct Scale: Sendable {
    let count: Int
    let faces: Bool
    let points: [Point]
    let ends: Ends?
  }

  struct Point: Sendable {
    let value: Int
    let digits: String
    let spoken: String
    let mouth: String?
    let picked: Bool
  }

  struct Ends: Sendable {
    let low: String
    let high: String
  }

  struct Pick: Sendable {
    let pair: Bool
    let type: String
    let choices: [Choice]
    let other: Other?
  }

  struct Choice: Sendable {
    let choice: String
    let text: String
    let picked: Bool
  }

  struct Other: Sendable {
    let picked: Bool
    let typed: String
  }

  init(_ question: Question, _ visit: RespondVisit, form: RespondForm, error: String?) {
    let values = form.values(for: question.key)
    key = question.key
    kind = question.kind.name
    let shown = question.text.shown(in: visit.language, fallback: visit.survey.defaultLanguage)
    text = shown?.text ?? ""
    foreign = shown.flatMap { shown in
      guard shown.language != visit.language else { return nil }
      return Foreign(tongue: shown.language.rawValue, direction: shown.language.direction)
    }
    hint = question.hint.map(visit.text)
    required = question.isRequired
    demanded = question.isRequired && question.showIf == nil && question.kind != .choices
    showIf = question.showIf?.json.serialized()
    variants = Self.variants(of: question, visit)
    self.error = error
    scale = Self.scale(of: question, visit, values)
    pick = Self.pick(of: question, visit, values, otherWords: form.otherWords(for: question.key))
    long = question.kind == .longText
    short = question.kind == .shortText
    typed = values.first ?? ""
    limit =
      question.kind.isText ? question.kind.textCharactersMax : Limits.shortTextCharactersMax
  }

  /// The wordings that the script chooses from, each with its condition.
  private static func variants(of question: Question, _ visit: RespondVisit) -> String? {
    guard !question.variants.isEmpty else { return nil }
    let variants = question.variants.map { variant -> JSON in
      ["when": variant.when.json, "text": .string(visit.text(variant.text))]
    }
    return JSON.array(variants).serialized()
  }
}

// MARK: - Scales

extension RespondQuestion {
  /// Mouths from very dissatisfied to very satisfied, below eyes that are all alike.
  private static let mouths = [
    "M30 74c6-12 34-12 40 0", "M33 71c6-6 28-6 34 0", "M33 67h34", "M32 63c6 9 30 9 36 0",
    "M28 60h44c-2 24-42 24-44 0z",
  ]

  private static func scale(
    of question: Question,
    _ visit: RespondVisit,
    _ values: [String]
  ) -> Scale? {
    guard let range = question.kind.scale else { return nil }
    let hasFaces = question.kind == .satisfaction1To5
    let low = question.lowLabel.map(visit.text)
    let high = question.highLabel.map(visit.text)
    let picked = values.first.flatMap { WholeNumber.parse(AnswerText.trimmed($0)) }
    let points = range.map { value in
      let digits = NumberText.integer(value, in: visit.language)
      let end = value == range.lowerBound ? low : value == range.upperBound ? high : nil
      return Point(
        value: value,
        digits: digits,
        spoken: end.map { "\(digits): \($0)" } ?? digits,
        mouth: hasFaces ? mouths[value - 1] : nil,
        picked: value == picked
      )
    }
    return Scale(
      count: points.count,
      faces: hasFaces,
      points: points,
      ends: low.flatMap { low in
        high.map { high in
          hasFaces
            ? Ends(low: low, high: high)
            : Ends(low: "\(points[0].digits) \(low)", high: "\(points.last?.digits ?? "") \(high)")
        }
      }
    )
  }
}

// MARK: - Choices

extension RespondQuestion {
  private static func pick(
    of question: Question,
    _ visit: RespondVisit,
    _ values: [String],
    otherWords: String
  ) -> Pick? {
    if question.kind == .yesNo {
      let choices = ["yes", "no"].map { key in
        Choice(choice: key, text: visit.words["respond.\(key)"], picked: values.contains(key))
      }
      return Pick(pair: true, type: "radio", choices: choices, other: nil)
    }
    guard question.kind.isChoice else { return nil }
    let choices = question.choices.map { choice in
      Choice(
        choice: choice.key,
        text: visit.text(choice.text),
        picked: values.contains(choice.key)
      )
    }
    let other = Other(picked: values.contains(Question.otherKey), typed: otherWords)
    return Pick(
      pair: false,
      type: question.kind == .choice ? "radio" : "checkbox",
      choices: choices,
      other: question.takesOther ? other : nil
    )
  }
}

extension AnswerFault {
  /// The gaps of the sentence, with numbers as people of the language write them.
  func gaps(in language: Language) -> [String: String] {
    gaps.mapValues { value in
      Int(value).map { NumberText.integer($0, in: language) } ?? value
    }
  }
}

/// How long a survey is for someone who has not answered anything yet.
struct RespondLength: Hashable, Sendable {
  let questions: Int

  /// - Units: seconds of reading and answering, as a person with a phone takes them.
  let seconds: Int

  init(of version: SurveyVersion) {
    let shown = version.shown(given: [])
    questions = shown.count
    seconds = shown.reduce(0) { seconds, question in
      seconds + (question.kind.scale != nil ? 8 : question.kind == .longText ? 25 : 10)
    }
  }

  /// “3 questions, about 40 seconds”
  func text(in language: Language) -> String {
    let words = Catalogue.of(language)
    let tens = (seconds + 9) / 10 * 10
    let time =
      tens < 60
      ? words.text("respond.seconds", ["n": NumberText.integer(tens, in: language)])
      : words.plural("respond.minutes", max(1, (seconds + 30) / 60))
    let count = words.plural("respond.questions", questions)
    return words.text("respond.length", ["questions": count, "time": time])
  }
}
