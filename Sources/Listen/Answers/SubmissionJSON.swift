package import Kernel

extension Submission {
  /// Reads the body of the answering API.
  ///
  /// - Parameters:
  ///   - received: the time on our clock.
  ///   - earlier: what was answered before, when the body amends it: its answers replace earlier
  ///     ones of the same question, null takes one back, and `complete` is judged over both.
  /// - Throws: every fault found, at most `Limits.faultsMax`.
  package static func parse(
    _ json: JSON,
    for version: SurveyVersion,
    received: Instant,
    amending earlier: [Answer] = []
  ) throws(AnswerRefusal) -> Submission {
    var reader = SubmissionReader(version: version, received: received, earlier: earlier)
    reader.read(json)
    return try reader.finish()
  }

  /// The version of the survey that the sender had before them; nil when the body does not say.
  ///
  /// A page that was open while a new version was published still sends answers to the old one:
  /// load that version before parsing.
  package static func version(askedBy json: JSON) -> Int? {
    json["version"]?.integer.flatMap { Int(exactly: $0) }
  }

  /// The members of a body.
  static let members = [
    "answers", "touchpoint", "channel", "language", "unit", "employee", "product", "at",
    "attributes", "complete", "elapsed_ms", "website", "external_id", "version",
  ]
}

extension SubmissionReader {
  mutating func read(_ json: JSON) {
    guard case .object(let object) = json else {
      let advice = "Send an object in braces with the member answers, not \(json.kind)."
      return refuse(AnswerFault(.wrongType, at: "", advice))
    }
    for member in object.members {
      if isHopeless { return }
      if let fault = read(member.key, member.value) { refuse(fault) }
    }
  }

  /// One member of the body; null is the same as not sent.
  private mutating func read(_ member: String, _ json: JSON) -> AnswerFault? {
    switch member {
    case "answers": readAnswers(json)
    case "attributes": readAttributes(json)
    case "touchpoint": return read(json, as: .touchpoint)
    case "channel": return read(json, as: .channel)
    case "unit": return read(json, as: .unit)
    case "employee": return read(json, as: .employee)
    case "product": return read(json, as: .product)
    case "website": isHoneypotFilled = !(json.isNull || json.string == "")
    case "language", "at", "complete", "elapsed_ms", "external_id", "version":
      return json.isNull ? nil : readPlain(member, json)
    default:
      let meant = Spelling.nearest(to: member, among: Submission.members)
      return AnswerFault(
        .unknownMember,
        at: String(member.prefix(60)),
        "Unknown member. " + (meant.map { "Did you mean \($0)?" } ?? "Take it out.")
      )
    }
    return nil
  }

  private mutating func readPlain(_ member: String, _ json: JSON) -> AnswerFault? {
    switch (member, json) {
    case ("language", .string(let tag)): take(language: tag)
    case ("at", .string(let text)): return take(at: text)
    case ("at", _): return take(at: "")
    case ("complete", .bool(let value)): isComplete = value
    case ("elapsed_ms", _): return take(elapsedMilliseconds: json.number)
    case ("external_id", _):
      do {
        externalID = try Self.line(json, at: member).flatMap { $0.isEmpty ? nil : $0 }
      } catch { return error }
    case ("version", _):
      if (json.integer ?? 0) < 1 {
        return AnswerFault(.invalidVersion, at: member, "Give the version's number, 1 or more.")
      }
    default:
      let wanted = member == "complete" ? "true or false" : "text"
      return AnswerFault(.wrongType, at: member, "Must be \(wanted), not \(json.kind).")
    }
    return nil
  }

  private mutating func read(
    _ json: JSON,
    as dimension: AnswerContext.Dimension
  ) -> AnswerFault? {
    do {
      return take(
        try Self.line(json, at: dimension.rawValue),
        as: dimension,
        at: dimension.rawValue
      )
    } catch { return error }
  }

  private mutating func readAttributes(_ json: JSON) {
    if json.isNull { return }
    guard case .object(let object) = json else {
      return refuse(
        AnswerFault(
          .wrongType,
          at: "attributes",
          "Must be an object in braces, not \(json.kind)."
        )
      )
    }
    for member in object.members {
      if isHopeless { return }
      let field = "attributes.\(member.key.prefix(60))"
      do {
        let text = try Self.line(member.value, at: field)
        if let fault = take(text, asAttribute: member.key, at: field) { refuse(fault) }
      } catch { refuse(error) }
    }
  }

  /// A name or number from another system: text, or what JSON writes without quotes.
  private static func line(_ json: JSON, at field: String) throws(AnswerFault) -> String? {
    switch json {
    case .null: return nil
    case .string(let text): return try line(text, at: field)
    case .integer(let value): return String(value)
    case .number(let value): return json.integer.map { String($0) } ?? value.description
    case .bool(let value): return value ? "true" : "false"
    case .array, .object:
      throw AnswerFault(.wrongType, at: field, "Must be text, not \(json.kind).")
    }
  }
}
