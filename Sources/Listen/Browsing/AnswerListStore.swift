import Kernel
import Storage

/// Finds answers, newest first.
struct AnswerListStore: Sendable {
  let storage: Storage

  struct Page: Sendable {
    let answers: [AnswerSummary]
    let hasNewer: Bool
    let hasOlder: Bool
    let count: Int
  }

  /// One page of a list and how many answers the whole list has.
  func page(
    of filter: AnswerFilter,
    in scope: AnswerScope,
    from start: AnswerListRequest.Start?,
    rows limit: Int
  ) async throws -> Page {
    guard let condition = filter.condition(in: scope) else {
      return Page(answers: [], hasNewer: false, hasOlder: false, count: 0)
    }
    return try await storage.read { db in
      let count: Int? = try db.value(Self.count(where: condition))
      var found = try db.rows(
        Self.list(where: condition, scope, from: start, limit: limit + 1)
      ).map(AnswerSummary.init)
      let hasMore = found.count > limit
      if hasMore { found.removeLast() }
      switch start {
      case .newer:
        found.reverse()
        return Page(answers: found, hasNewer: hasMore, hasOlder: true, count: count ?? 0)
      case .older, nil:
        return Page(answers: found, hasNewer: start != nil, hasOlder: hasMore, count: count ?? 0)
      }
    }
  }

  /// The nearest answers of a list on both sides of one of them, by public id.
  func neighbours(
    of position: AnswerPosition,
    _ filter: AnswerFilter,
    in scope: AnswerScope
  ) async throws -> (newer: String?, older: String?) {
    guard let condition = filter.condition(in: scope) else { return (nil, nil) }
    return try await storage.read { db in
      var found: [Int: String] = [:]
      for row in try db.rows(Self.neighbours(of: position, where: condition)) {
        found[try row["side"]] = try row["public_id"]
      }
      return (found[1], found[2])
    }
  }

  static func count(where condition: SQL) -> SQL {
    "SELECT count(*) FROM response WHERE \(condition)"
  }

  static func list(
    where condition: SQL,
    _ scope: AnswerScope,
    from start: AnswerListRequest.Start?,
    limit: Int
  ) -> SQL {
    let order: SQL
    let place: SQL
    switch start {
    case .older(let position):
      place = "AND (response.at, response.id) < (\(position.at), \(position.id))"
      order = "response.at DESC, response.id DESC"
    case .newer(let position):
      place = "AND (response.at, response.id) > (\(position.at), \(position.id))"
      order = "response.at, response.id"
    case nil:
      place = ""
      order = "response.at DESC, response.id DESC"
    }
    return """
      SELECT response.id, response.survey, response.public_id, response.state, response.flags,
        response.at, response.language, response.touchpoint, response.channel, response.unit,
        (SELECT scored.points FROM answer scored WHERE scored.response = response.id
          AND scored.question IN \(list: scope.leads.map(\.id))
          ORDER BY scored.question LIMIT 1) AS points,
        (SELECT written.comment FROM answer written WHERE written.response = response.id
          AND written.comment IS NOT NULL ORDER BY written.question LIMIT 1) AS comment
      FROM response WHERE \(condition) \(place) ORDER BY \(order) LIMIT \(limit)
      """
  }

  private static func neighbours(of position: AnswerPosition, where condition: SQL) -> SQL {
    """
    SELECT 1 AS side, public_id FROM (
      SELECT response.public_id FROM response
      WHERE \(condition) AND (response.at, response.id) > (\(position.at), \(position.id))
      ORDER BY response.at, response.id LIMIT 1) AS newer
    UNION ALL
    SELECT 2 AS side, public_id FROM (
      SELECT response.public_id FROM response
      WHERE \(condition) AND (response.at, response.id) < (\(position.at), \(position.id))
      ORDER BY response.at DESC, response.id DESC LIMIT 1) AS older
    """
  }
}

extension AnswerSummary {
  init(_ row: Row) throws {
    let stateName: String = try row["state"]
    let languageCode: String = try row["language"]
    var context = AnswerContext(language: Language(rawValue: languageCode) ?? .english)
    context.touchpoint = try row["touchpoint"]
    context.channel = try row["channel"]
    context.unit = try row["unit"]
    self.init(
      id: try row["id"],
      publicID: try row["public_id"],
      survey: try row["survey"],
      state: AnswerState(rawValue: stateName) ?? .new,
      flags: AnswerFlag(rawValue: try row["flags"]),
      at: try row["at"],
      context: context,
      points: try row["points"],
      comment: try row["comment"]
    )
  }
}
