import Kernel
import Storage
import Synchronization

/// Remembers what answers can be looked for by: it changes when a survey is published or a value
/// comes for the first time, and is asked for by every page.
///
/// What another process changes is known here within a second.
final class AnswerScopeDirectory: Sendable {
  private let storage: Storage
  private let clock: BusinessClock
  private let calendar: @Sendable () -> BusinessCalendar
  private let known = Mutex((scope: AnswerScope(), at: Instant(milliseconds: .min / 2)))

  private static let memory: Duration = .seconds(1)

  /// Values of one dimension that are offered; more are reached by their address.
  static let valuesMax = 200

  init(
    storage: Storage,
    clock: BusinessClock,
    calendar: @escaping @Sendable () -> BusinessCalendar
  ) {
    self.storage = storage
    self.clock = clock
    self.calendar = calendar
  }

  func current() async throws -> AnswerScope {
    let now = clock.now()
    let fresh = known.withLock { now < $0.at + Self.memory ? $0.scope : nil }
    if let fresh { return fresh }
    var scope = try await storage.read { try Self.scope(in: $0) }
    scope.today = clock.day(of: now)
    scope.calendar = calendar()
    known.withLock { $0 = (scope, now) }
    return scope
  }

  /// One query for all of it.
  private static func scope(in db: Connection) throws -> AnswerScope {
    var scope = AnswerScope()
    let rows = try db.rows(
      """
      SELECT 0 AS part, survey.id AS number, survey.token AS name, survey.name AS value,
        question.id AS question, question.question_key, question.kind
      FROM survey LEFT JOIN question ON question.survey = survey.id
      UNION ALL
      SELECT 1, dimension_value.code, dimension.name, dimension_value.name, NULL, NULL, NULL
      FROM dimension_value JOIN dimension ON dimension.id = dimension_value.dimension
      WHERE dimension_value.code <= \(valuesMax)
      """
    )
    for row in rows {
      let name: String = try row["name"]
      let value: String = try row["value"]
      if try row["part", as: Int.self] == 1 {
        scope.values[name, default: []].append(value)
        continue
      }
      let id: Int64 = try row["number"]
      if scope.surveys.last?.id != id, scope.survey(id) == nil {
        scope.surveys.append(.init(id: id, token: name, name: value))
      }
      guard let index = scope.surveys.firstIndex(where: { $0.id == id }),
        let question: Int64 = try row["question"], let key: String = try row["question_key"],
        let kindName: String = try row["kind"], let kind = QuestionKind(storedName: kindName)
      else { continue }
      scope.surveys[index].questions.append(.init(id: question, key: key, kind: kind))
    }
    scope.surveys.sort { $0.id > $1.id }
    for index in scope.surveys.indices { scope.surveys[index].questions.sort { $0.id < $1.id } }
    for dimension in scope.values.keys { scope.values[dimension]?.sort() }
    return scope
  }
}
