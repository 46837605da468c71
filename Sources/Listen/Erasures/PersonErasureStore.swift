import Access
import Kernel
import Storage

/// Finds and erases everything that one person told us.
struct PersonErasureStore: Sendable {
  let storage: Storage
  let now: @Sendable () -> Instant

  /// Answers erased in one transaction, so that new ones never wait long behind it.
  static let batchRows = 500

  struct Count: Hashable, Sendable {
    var answers = 0
    var surveys: Set<Int64> = []
  }

  /// How many answers bear each of some marks. One query, which reads all answers.
  func counts(of marks: [PersonMark]) async throws -> [PersonMark: Count] {
    guard !marks.isEmpty else { return [:] }
    return try await storage.read { db in
      var counts: [PersonMark: Count] = [:]
      try db.each(Self.rows(bearing: marks, after: 0, limit: nil)) { row in
        let survey = try row.integer(1)
        let (external, attributes) = (try row[2, as: String?.self], try row[3, as: String?.self])
        for mark in marks where Self.bears(mark, external, attributes) {
          counts[mark, default: Count()].answers += 1
          counts[mark, default: Count()].surveys.insert(survey)
        }
      }
      return counts
    }
  }

  /// Erases all answers that bear a mark, a part at a time. Cut off or sent twice, the next call
  /// erases what is left.
  ///
  /// - Parameter last: the answer that leads to the others, which therefore goes last.
  /// - Returns: how many answers, over how many surveys.
  func erase(
    _ mark: PersonMark,
    last: String? = nil,
    by actor: AuditEntry.Actor
  ) async throws -> Count {
    var erased = Count()
    var after: Int64 = 0
    while true {
      let (found, reached) = try await part(of: mark, after: after, without: last)
      guard let reached else { break }
      after = reached
      try await erase(found, by: actor, counting: &erased)
    }
    if let last {
      let found = try await storage.read { db in
        try ErasableAnswer.all(where: "public_id = \(last)", in: db)
      }
      try await erase(found, by: actor, counting: &erased)
    }
    return erased
  }

  private func erase(
    _ answers: [ErasableAnswer],
    by actor: AuditEntry.Actor,
    counting erased: inout Count
  ) async throws {
    guard !answers.isEmpty else { return }
    let now = now()
    try await storage.write { db in
      try AnswerErasureStore.erase(answers, at: now, in: db)
      try AuditStore.append(
        AuditEntry(
          at: now,
          by: actor,
          "person.erased",
          AuditEntry.Subject("person", 0, named: ""),
          details: ["answers": .integer(Int64(answers.count))]
        ),
        in: db
      )
    }
    erased.answers += answers.count
    erased.surveys.formUnion(answers.map(\.survey))
  }

  private func part(
    of mark: PersonMark,
    after: Int64,
    without last: String?
  ) async throws -> (found: [ErasableAnswer], reached: Int64?) {
    try await storage.read { db in
      var ids: [Int64] = []
      var reached: Int64?
      for row in try db.rows(Self.rows(bearing: [mark], after: after, limit: Self.batchRows)) {
        let id: Int64 = try row["id"]
        reached = id
        if try Self.bears(mark, row["external_id"], row["attributes"]) { ids.append(id) }
      }
      let found = try ErasableAnswer.all(where: "id IN \(list: ids)", in: db)
      return (found.filter { $0.publicID != last }, reached)
    }
  }

  /// The answers that may bear one of some marks; what is found is looked at again, since databases
  /// differ in how they compare letters.
  private static func rows(bearing marks: [PersonMark], after: Int64, limit: Int?) -> SQL {
    let conditions = marks.map { mark -> SQL in
      mark.name == PersonMark.externalID
        ? "external_id = \(mark.value)"
        : "lower(attributes) LIKE lower(\(pattern(mark))) ESCAPE '!'"
    }
    let most: SQL = limit.map { " LIMIT \($0)" } ?? ""
    return """
      SELECT id, survey, external_id, attributes FROM response
      WHERE id > \(after) AND (\(conditions.joined(by: " OR "))) ORDER BY id\(most)
      """
  }

  /// The pair of name and value as `attributesText` writes it, whatever the role.
  private static func pattern(_ mark: PersonMark) -> String {
    let name = JSON.string(mark.name).serialized()
    let value = JSON.string(mark.value).serialized()
    return "%\(escaped(name)):[%\(escaped(value))]%"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
  }

  private static func bears(_ mark: PersonMark, _ external: String?, _ attributes: String?) -> Bool
  {
    if mark.name == PersonMark.externalID { return external == mark.value }
    guard let attributes else { return false }
    var context = AnswerContext(language: .english)
    context.readAttributes(attributes)
    return mark.isHeld(by: context)
  }
}
