package import Kernel

/// One field of a form, decoded.
package struct FormField: Hashable, Sendable {
  package let name: String
  package let value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

extension Submission {
  /// Reads the plain form of the respondent's page, which works without scripts.
  ///
  /// - Answers are fields `a.KEY`, repeated for several choices; `other` picks “Other”, whose words
  ///   are in `a.KEY.other`. Yes/no is `yes` or `no`. Numbers may be in Persian or Arabic digits.
  /// - Context has the names of the API; attributes are fields of their own names.
  /// - What came along with the link and cannot be used is left out and listed in `ignored`,
  ///   because the person who answers cannot repair a link. Unknown fields mean nothing.
  package static func parse(
    form fields: [FormField],
    for version: SurveyVersion,
    received: Instant
  ) throws(AnswerRefusal) -> Submission {
    var reader = SubmissionReader(version: version, received: received)
    reader.read(fields)
    return try reader.finish()
  }

  /// The version of the survey that the form showed; nil when it does not say.
  package static func version(askedBy fields: [FormField]) -> Int? {
    fields.first { $0.name == "version" }.flatMap { WholeNumber.parse($0.value) }
  }
}

/// What a form holds for one question.
private struct FormAnswer {
  var values: [String] = []
  var other = ""
}

extension SubmissionReader {
  mutating func read(_ fields: [FormField]) {
    var answers: [Int: FormAnswer] = [:]
    for field in fields {
      if isHopeless { break }
      if field.name.hasPrefix("a.") {
        readAnswer(field, into: &answers)
      } else if let fault = readContext(field) {
        if fault.field == "at" { refuse(fault) } else { ignore(fault) }
      }
    }
    for (place, answer) in answers.sorted(by: { $0.key < $1.key }) {
      do { values[place] = try value(answer, for: version.steps[place]) } catch { refuse(error) }
    }
  }

  private mutating func readAnswer(_ field: FormField, into answers: inout [Int: FormAnswer]) {
    let parts = field.name.dropFirst(2).split(
      separator: ".",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard parts.count == 1 || parts[1] == "other", let place = version.place(of: String(parts[0]))
    else {
      let key = String(field.name.dropFirst(2))
      return refuse(unknownQuestion(key, at: String(field.name.prefix(60))))
    }
    if field.value.isEmpty { return }
    if parts.count == 1 {
      answers[place, default: FormAnswer()].values.append(field.value)
    } else {
      answers[place, default: FormAnswer()].other += field.value
    }
  }

  private mutating func readContext(_ field: FormField) -> AnswerFault? {
    let name = field.name
    switch name {
    case "language", "lang": take(language: field.value)
    case "complete": isComplete = !["false", "0", "no"].contains(field.value)
    case "website": isHoneypotFilled = isHoneypotFilled || !field.value.isEmpty
    case "elapsed_ms":
      guard !field.value.isEmpty else { return nil }
      return take(elapsedMilliseconds: WholeNumber.parse(field.value).map { Double($0) })
    case "at": return field.value.isEmpty ? nil : take(at: field.value)
    case "external_id":
      do { externalID = try Self.line(field.value, at: name) } catch { return error }
      if externalID == "" { externalID = nil }
    default:
      guard AnswerContext.Dimension(rawValue: name) != nil || version.role(of: name) != nil else {
        return nil
      }
      do {
        return take(try Self.line(field.value, at: name), asAttribute: name, at: name)
      } catch { return error }
    }
    return nil
  }

  private func value(
    _ answer: FormAnswer,
    for step: SurveyVersion.Step
  ) throws(AnswerFault) -> AnswerValue? {
    let field = "a.\(step.key)"
    if step.kind == .choices { return try picks(answer, for: step, at: field) }
    if answer.values.count > 1 {
      throw AnswerFault(
        .givenTwice,
        at: field,
        question: step.key,
        "Answered twice. Give one answer."
      )
    }
    if step.kind == .choice { return try pick(answer, for: step, at: field) }
    guard let raw = answer.values.first else { return nil }
    if step.kind.isText { return try Self.text(raw, for: step, at: field) }
    let typed = AnswerText.trimmed(raw)
    if typed.isEmpty { return nil }
    if step.kind == .yesNo {
      guard let yes = Self.yesOrNo(typed) else {
        throw AnswerFault(.wrongType, at: field, question: step.key, "Must be yes or no.")
      }
      return .yesNo(yes)
    }
    guard let score = WholeNumber.parse(typed) else {
      throw AnswerFault(
        .wrongType,
        at: field,
        question: step.key,
        gaps: Self.gaps(of: step),
        "\(AnswerFault.quoted(typed)) is no whole number \(Self.scale(of: step))."
      )
    }
    return .score(try Self.onScale(score, for: step, at: field))
  }

  private static func yesOrNo(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true", "1": true
    case "no", "false", "0": false
    default: nil
    }
  }

  /// Words beside another choice were written before the person chose again: the choice counts.
  private func pick(
    _ answer: FormAnswer,
    for step: SurveyVersion.Step,
    at field: String
  ) throws(AnswerFault) -> AnswerValue? {
    let picked = try answer.values.first.flatMap { key throws(AnswerFault) in
      try Self.pick(AnswerText.trimmed(key), for: step, at: field)
    }
    switch picked {
    case .key(let key)?: return .choice(.key(key))
    case .other?: return .choice(try Self.other(answer.other, for: step, at: "\(field).other"))
    case nil:
      guard !AnswerText.trimmed(answer.other).isEmpty else { return nil }
      return .choice(try Self.other(answer.other, for: step, at: "\(field).other"))
    }
  }

  /// Words for “Other” count as its tick: nobody writes them without meaning them.
  private func picks(
    _ answer: FormAnswer,
    for step: SurveyVersion.Step,
    at field: String
  ) throws(AnswerFault) -> AnswerValue? {
    var picks: [AnswerValue.Pick] = []
    for key in answer.values {
      let pick = try Self.pick(AnswerText.trimmed(key), for: step, at: field)
      if let pick, pick != .other("") { try Self.add(pick, to: &picks, for: step, at: field) }
    }
    let isOtherTicked = step.takesOther && answer.values.contains(Question.otherKey)
    if isOtherTicked || !AnswerText.trimmed(answer.other).isEmpty {
      picks.append(try Self.other(answer.other, for: step, at: "\(field).other"))
    }
    return Self.inOrder(picks, for: step)
  }
}
