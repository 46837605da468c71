import Kernel
import Storage

/// Finds answers, newest first.
struct AnswerListStore: Sendable {
  let storage: Storage

  /// Stores up to so many answers count whatever matches, exactly and quickly.
  var countsAllUpTo = 200_000

  /// In larger ones, matches that are counted one by one before the rest is only called more.
  var countedMax = 10_000

  struct Page: Sendable {
    let answers: [AnswerSummary]
    let hasNewer: Bool
    let hasOlder: Bool
    let count: Int

    /// Whether there are more than `count`, and counting them all would have taken too long.
    var isMore = false
  }

  /// One page of a list and how many answers the whole list has.
  func page(
    of filter: AnswerFilter,
    in scope: AnswerScope,
    from start: AnswerListRequest.Start?,
    rows limit: Int,
    countsAll: Bool = false
  ) async throws -> Page {
    guard let condition = filter.condition(in: scope) else {
      return Page(answers: [], hasNewer: false, hasOlder: false, count: 0)
    }
    let isExact = countsAll || filter.isCountedByIndex
    return try await storage.read { db in
      let counted: Int? = try db.value(
        isExact ? Self.count(where: condition) : boundedCount(where: condition)
      )
      let isMore = !isExact && counted == countedMax + 1
      let count = isMore ? countedMax : counted ?? 0
      var (found, hasMore) = try Self.answers(
        where: condition,
        scope,
        from: start,
        rows: limit,
        in: db
      )
      switch start {
      case .newer:
        found.reverse()
        return Page(
          answers: found,
          hasNewer: hasMore,
          hasOlder: true,
          count: count,
          isMore: isMore
        )
      case .older, nil:
        return Page(
          answers: found,
          hasNewer: start != nil,
          hasOlder: hasMore,
          count: count,
          isMore: isMore
        )
      }
    }
  }

  /// Some answers of a list in its order, uncounted.
  func answers(
    of filter: AnswerFilter,
    in scope: AnswerScope,
    from start: AnswerListRequest.Start?,
    rows limit: Int
  ) async throws -> (answers: [AnswerSummary], hasMore: Bool) {
    guard let condition = filter.condition(in: scope) else { return ([], false) }
    return try await storage.read { db in
      try Self.answers(where: condition, scope, from: start, rows: limit, in: db)
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

  private static func answers(
    where condition: SQL,
    _ scope: AnswerScope,
    from start: AnswerListRequest.Start?,
    rows limit: Int,
    in db: Connection
  ) throws -> (answers: [AnswerSummary], hasMore: Bool) {
    var found = try db.rows(list(where: condition, scope, from: start, limit: limit + 1))
      .map(AnswerSummary.init)
    let hasMore = found.count > limit
    if hasMore { found.removeLast() }
    return (found, hasMore)
  }

  static func count(where condition: SQL) -> SQL {
    "SELECT count(*) FROM response WHERE \(condition)"
  }

  /// One more than `countedMax` for any number above it, unless the store is small.
  func boundedCount(where condition: SQL) -> SQL {
    """
    SELECT CASE
      WHEN (SELECT coalesce(max(id), 0) FROM response) <= \(countsAllUpTo)
      THEN (SELECT count(*) FROM response WHERE \(condition))
      ELSE (SELECT count(*) FROM (
        SELECT 1 AS one FROM response WHERE \(condition) LIMIT \(countedMax + 1)) AS counted)
    END
    """
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
