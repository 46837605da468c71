import Kernel

/// What makes a value an answer to its question, whichever way it came.
extension SubmissionReader {
  static func onScale(
    _ score: Int,
    for step: SurveyVersion.Step,
    at field: String
  ) throws(AnswerFault) -> Int {
    guard let scale = step.kind.scale, scale.contains(score) else {
      throw offScale(String(score), for: step, at: field)
    }
    return score
  }

  static func offScale(
    _ given: String,
    for step: SurveyVersion.Step,
    at field: String
  ) -> AnswerFault {
    AnswerFault(
      .offScale,
      at: field,
      question: step.key,
      gaps: gaps(of: step),
      "\(given) is off the scale. Give a whole number \(scale(of: step))."
    )
  }

  /// “from 0 to 10”
  static func scale(of step: SurveyVersion.Step) -> String {
    step.kind.scale.map { "from \($0.lowerBound) to \($0.upperBound)" } ?? ""
  }

  static func gaps(of step: SurveyVersion.Step) -> [String: String] {
    guard let scale = step.kind.scale else { return [:] }
    return ["low": String(scale.lowerBound), "high": String(scale.upperBound)]
  }

  /// Nil for text of nothing but white space.
  static func text(
    _ raw: String,
    for step: SurveyVersion.Step,
    at field: String
  ) throws(AnswerFault) -> AnswerValue? {
    let text = try cleaned(raw, at: field, question: step.key)
    try checkLength(of: text, at: field, question: step.key, most: step.kind.textCharactersMax)
    return text.isEmpty ? nil : .text(text)
  }

  /// Nil for an empty key. The bare key `other` is “Other” without words.
  static func pick(
    _ key: String,
    for step: SurveyVersion.Step,
    at field: String
  ) throws(AnswerFault) -> AnswerValue.Pick? {
    if key.isEmpty { return nil }
    if step.choices.contains(key) { return .key(key) }
    if step.takesOther, key == Question.otherKey { return .other("") }
    let meant = Spelling.nearest(to: key, among: step.choices)
    throw AnswerFault(
      .unknownChoice,
      at: field,
      question: step.key,
      "\(AnswerFault.quoted(key)) is no choice here. "
        + (meant.map { "Did you mean \($0)?" } ?? "Send the key of a choice.")
    )
  }

  static func other(
    _ raw: String,
    for step: SurveyVersion.Step,
    at field: String
  ) throws(AnswerFault) -> AnswerValue.Pick {
    guard step.takesOther else {
      throw AnswerFault(
        .otherNotAllowed,
        at: field,
        question: step.key,
        "This question takes its choices only. Send the key of a choice."
      )
    }
    let text = try cleaned(raw, at: field, question: step.key)
    try checkLength(
      of: text,
      at: field,
      question: step.key,
      most: Limits.shortTextCharactersMax
    )
    return .other(text)
  }

  static func add(
    _ pick: AnswerValue.Pick,
    to picks: inout [AnswerValue.Pick],
    for step: SurveyVersion.Step,
    at field: String
  ) throws(AnswerFault) {
    guard !picks.contains(where: { $0.key == pick.key }) else {
      throw AnswerFault(
        .repeatedChoice,
        at: field,
        question: step.key,
        "\(pick.key) is picked twice. Send each choice once."
      )
    }
    picks.append(pick)
  }

  /// Picks in the order of the survey; nil for none.
  static func inOrder(
    _ picks: [AnswerValue.Pick],
    for step: SurveyVersion.Step
  ) -> AnswerValue? {
    if picks.isEmpty { return nil }
    if picks.count == 1 { return .choices(picks) }
    var sorted: [AnswerValue.Pick] = []
    for key in step.choices where picks.contains(.key(key)) { sorted.append(.key(key)) }
    sorted += picks.filter { if case .other = $0 { true } else { false } }
    return .choices(sorted)
  }
}
