import Kernel

/// The answers of a JSON body, each checked by the kind of its question.
extension SubmissionReader {
  mutating func readAnswers(_ json: JSON) {
    if json.isNull { return }
    guard case .object(let object) = json else {
      let advice = "Must be an object of answers by question, not \(json.kind)."
      return refuse(AnswerFault(.wrongType, at: "answers", advice))
    }
    for member in object.members {
      if isHopeless { return }
      guard let place = version.place(of: member.key) else {
        refuse(unknownQuestion(member.key, at: "answers.\(member.key.prefix(60))"))
        continue
      }
      do { values[place] = try Self.value(member.value, for: version.steps[place]) } catch {
        values[place] = nil
        refuse(error)
      }
    }
  }

  func unknownQuestion(_ key: String, at field: String) -> AnswerFault {
    let meant = Spelling.nearest(to: key, among: version.questions.map(\.key))
    return AnswerFault(
      .unknownQuestion,
      at: field,
      "The survey has no question of this key"
        + (meant.map { ". Did you mean \($0)?" } ?? "; see its definition.")
    )
  }

  /// Nil for null, empty text and an empty list: not answered.
  private static func value(
    _ json: JSON,
    for step: SurveyVersion.Step
  ) throws(AnswerFault) -> AnswerValue? {
    if case .null = json { return nil }
    switch step.kind {
    case .recommend0To10, .recommend1To10, .satisfaction1To5, .effort1To7, .rating:
      return .score(try score(json, for: step))
    case .shortText, .longText:
      guard case .string(let raw) = json else { throw wrongType(json, for: step, "text") }
      return try text(raw, for: step, at: field(of: step))
    case .yesNo:
      guard case .bool(let yes) = json else { throw wrongType(json, for: step, "true or false") }
      return .yesNo(yes)
    case .choice: return try pick(json, for: step, at: field(of: step)).map { .choice($0) }
    case .choices:
      guard case .array(let elements) = json else {
        throw wrongType(json, for: step, "a list of choices")
      }
      var picks: [AnswerValue.Pick] = []
      for (index, element) in elements.enumerated() {
        let field = "\(field(of: step))[\(index)]"
        guard let pick = try pick(element, for: step, at: field) else { continue }
        try add(pick, to: &picks, for: step, at: field)
      }
      return inOrder(picks, for: step)
    }
  }

  private static func score(_ json: JSON, for step: SurveyVersion.Step) throws(AnswerFault) -> Int {
    switch json {
    case .integer(let score): return try onScale(Int(score), for: step, at: field(of: step))
    case .number(let number):
      guard let score = Int(exactly: number) else {
        throw offScale("\(number)", for: step, at: field(of: step))
      }
      return try onScale(score, for: step, at: field(of: step))
    default: throw wrongType(json, for: step, "a whole number \(scale(of: step))")
    }
  }

  private static func pick(
    _ json: JSON,
    for step: SurveyVersion.Step,
    at field: String
  ) throws(AnswerFault) -> AnswerValue.Pick? {
    switch json {
    case .string(let key): return try pick(key, for: step, at: field)
    case .object(let object):
      guard object.count == 1, let json = object["other"] else {
        throw AnswerFault(
          .wrongType,
          at: field,
          question: step.key,
          "Must be the key of a choice, or {\"other\": \"…\"}."
        )
      }
      guard json.isNull || json.string != nil else {
        throw AnswerFault(
          .wrongType,
          at: "\(field).other",
          question: step.key,
          "Must be text, not \(json.kind)."
        )
      }
      return try other(json.string ?? "", for: step, at: "\(field).other")
    default: throw wrongType(json, for: step, "the key of a choice")
    }
  }

  private static func wrongType(
    _ json: JSON,
    for step: SurveyVersion.Step,
    _ wanted: String
  ) -> AnswerFault {
    AnswerFault(
      .wrongType,
      at: field(of: step),
      question: step.key,
      "Must be \(wanted), not \(json.kind)."
    )
  }

  private static func field(of step: SurveyVersion.Step) -> String { "answers.\(step.key)" }
}
