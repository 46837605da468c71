import Kernel
import Storage

/// The columns of the table `response`, written and read in one place.
struct ResponseRow: Sendable {
  let id: Int64
  let survey: Int64
  let version: Int
  let publicID: String
  let amendHash: [UInt8]
  let state: AnswerState
  let flags: AnswerFlag
  let day: Day
  let at: Instant
  let receivedAt: Instant
  let elapsed: Int64?
  let context: AnswerContext
  let externalID: String?

  static let selection: SQL = """
    id, survey, version, public_id, amend_hash, state, flags, day, at, received_at, elapsed,
    language, touchpoint, channel, unit, employee, product, attributes, external_id
    """

  init(_ row: Row) throws {
    id = try row["id"]
    survey = try row["survey"]
    version = try row["version"]
    publicID = try row["public_id"]
    amendHash = try row["amend_hash"]
    let stateName: String = try row["state"]
    guard let state = AnswerState(rawValue: stateName) else {
      throw UnknownState(state: stateName, response: id)
    }
    self.state = state
    flags = AnswerFlag(rawValue: try row["flags"])
    day = try row["day"]
    at = try row["at"]
    receivedAt = try row["received_at"]
    elapsed = try row["elapsed"]
    externalID = try row["external_id"]
    let languageCode: String = try row["language"]
    var context = AnswerContext(language: Language(rawValue: languageCode) ?? .english)
    context.touchpoint = try row["touchpoint"]
    context.channel = try row["channel"]
    context.unit = try row["unit"]
    context.employee = try row["employee"]
    context.product = try row["product"]
    if let text: String = try row["attributes"] { context.readAttributes(text) }
    self.context = context
  }

  struct UnknownState: Error, CustomStringConvertible {
    let state: String
    let response: Int64
    var description: String { "response \(response): \(state) is no state of an answer" }
  }

  static let columns: [Column] = [
    .integer("id"), .integer("survey"), .integer("version"), .text("public_id"),
    .blob("amend_hash"), .text("state"), .integer("flags"), .integer("day"), .integer("at"),
    .integer("received_at"), .integer("elapsed"), .text("language"), .text("touchpoint"),
    .text("channel"), .text("unit"), .text("employee"), .text("product"), .text("attributes"),
    .text("external_id"), .integer("source_import"),
  ]

  static func append(_ answer: PendingAnswer, id: Int64, to values: inout [SQLValue]) {
    let submission = answer.submission
    let context = submission.context
    values += [
      .integer(id), .integer(answer.survey.survey.id.rawValue),
      .integer(Int64(answer.survey.version.number)), .text(answer.publicID),
      .blob(answer.amendHash), .text(submission.state.rawValue),
      .integer(Int64(answer.flags.rawValue)), .integer(Int64(answer.day.rawValue)),
      .integer(submission.at.rawValue), .integer(answer.received.rawValue),
      submission.elapsed.map { .integer($0.wholeMilliseconds) } ?? .null,
      .text(context.language.rawValue), context.touchpoint.sqlValue, context.channel.sqlValue,
      context.unit.sqlValue, context.employee.sqlValue, context.product.sqlValue,
      context.attributesText.sqlValue, submission.externalID.sqlValue, answer.source.sqlValue,
    ]
  }
}

extension AnswerContext {
  /// The declared attributes as they are stored: name to value and role.
  var attributesText: String? {
    guard !attributes.isEmpty else { return nil }
    var object = JSONObject()
    for attribute in attributes {
      object[attribute.name] = [.string(attribute.role.rawValue), .string(attribute.value)]
    }
    return JSON.object(object).serialized()
  }

  mutating func readAttributes(_ text: String) {
    guard let members = try? JSON.parse(text).object?.members else { return }
    attributes = members.compactMap { member in
      guard let pair = member.value.array, pair.count == 2, let value = pair[1].string,
        let role = pair[0].string.flatMap(AttributeRole.init)
      else { return nil }
      return Attribute(name: member.key, value: value, role: role)
    }
  }
}

extension Duration {
  /// - Units: milliseconds, rounded down.
  var wholeMilliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
