import Kernel

/// The parts of a submission that are not answers. Each gives back the fault instead of
/// keeping it, because a program must repair what a person following a link cannot.
extension SubmissionReader {
  mutating func take(
    _ text: String?,
    as dimension: AnswerContext.Dimension,
    at field: String
  ) -> AnswerFault? {
    guard let text, !text.isEmpty else { return nil }
    if let earlier = context[dimension], earlier != text { return Self.twice(field) }
    context[dimension] = text
    return nil
  }

  mutating func take(_ text: String?, asAttribute name: String, at field: String) -> AnswerFault? {
    if let dimension = AnswerContext.Dimension(rawValue: name) {
      return take(text, as: dimension, at: field)
    }
    guard let role = version.role(of: name) else {
      let known = version.definition.attributes.map(\.name)
      let meant = Spelling.nearest(to: name, among: known)
      return AnswerFault(
        .undeclaredAttribute,
        at: field,
        "The survey declares no attribute of this name"
          + (meant.map { ". Did you mean \($0)?" } ?? "; declare it there or leave it out.")
      )
    }
    guard let text, !text.isEmpty else { return nil }
    if let earlier = context[attribute: name] {
      return earlier == text ? nil : Self.twice(field)
    }
    context.attributes.append(AnswerContext.Attribute(name: name, value: text, role: role))
    return nil
  }

  /// An unknown language is no reason to lose an answer.
  mutating func take(language tag: String) {
    let asked = Language(rawValue: tag) ?? Language(tag: tag)
    context.language = version.definition.language(for: asked)
  }

  mutating func take(at text: String) -> AnswerFault? {
    guard let instant = Instant(text) else {
      return AnswerFault(
        .invalidTime,
        at: "at",
        "Give a time with its zone, such as 2026-11-23T08:00:00+07:00."
      )
    }
    if instant > received + Limits.clockAheadMax {
      at = received
      flags.insert(.clockAhead)
    } else {
      at = instant
    }
    return nil
  }

  mutating func take(elapsedMilliseconds: Double?) -> AnswerFault? {
    // More than thirty years is a broken clock, and would not fit a duration for long.
    guard let elapsedMilliseconds, elapsedMilliseconds >= 0, elapsedMilliseconds < 1e12 else {
      return AnswerFault(
        .invalidElapsed,
        at: "elapsed_ms",
        "Give the milliseconds it took, 0 or more."
      )
    }
    elapsed = .milliseconds(Int64(elapsedMilliseconds))
    return nil
  }

  /// A single line without control characters, at most a dimension's length.
  static func line(_ raw: String, at field: String) throws(AnswerFault) -> String {
    let text = AnswerText.trimmed(raw)
    if AnswerText.hasControls(text) {
      // NUL has a sentence of its own.
      _ = try cleaned(raw, at: field, question: nil)
      throw AnswerFault(
        .controlCharacter,
        at: field,
        "Holds a line end or control character. Take it out."
      )
    }
    try checkLength(of: text, at: field, question: nil, most: Limits.dimensionCharactersMax)
    return text
  }

  static func cleaned(
    _ raw: String,
    at field: String,
    question: String?
  ) throws(AnswerFault) -> String {
    do { return try AnswerText.cleaned(raw) } catch {
      throw AnswerFault(
        .containsNUL,
        at: field,
        question: question,
        "Holds the character NUL (U+0000). Take it out."
      )
    }
  }

  static func checkLength(
    of text: String,
    at field: String,
    question: String?,
    most: Int
  ) throws(AnswerFault) {
    guard AnswerText.isLonger(text, than: most) else { return }
    throw AnswerFault(
      .tooLong,
      at: field,
      question: question,
      gaps: ["limit": String(most)],
      "\(AnswerText.characters(in: text)) characters are too long. At most \(most)."
    )
  }

  private static func twice(_ field: String) -> AnswerFault {
    AnswerFault(.givenTwice, at: field, "Given twice, and not alike. Give it once.")
  }
}
