import Kernel
package import Storage

extension FactLedger {
  /// Takes back whatever some responses still count for, by opposites on the original days.
  ///
  /// Repeating it changes nothing, since what is taken back counts for nothing any more.
  package static func takeBack(responses: [Int64], in db: Connection) throws {
    try takeBack(responses, keepingLink: true, in: db)
  }

  /// As `takeBack(responses:in:)`, and cuts every fact of theirs loose from the response, so that
  /// nothing leads back to a person.
  package static func erase(responses: [Int64], in db: Connection) throws {
    try takeBack(responses, keepingLink: false, in: db)
    try db.execute("UPDATE fact SET response = NULL WHERE response IN \(list: responses)")
  }

  private static func takeBack(
    _ responses: [Int64],
    keepingLink: Bool,
    in db: Connection
  ) throws {
    let standing = try db.rows(
      """
      SELECT response, question, version, day, points, codes, sum(sign) AS times FROM fact
      WHERE response IN \(list: responses)
      GROUP BY response, question, version, day, points, codes HAVING sum(sign) <> 0
      ORDER BY response, question
      """
    )
    let opposites = try standing.flatMap { row -> [Row] in
      Array(repeating: row, count: abs(try row["times", as: Int.self]))
    }
    guard !opposites.isEmpty else { return }
    let ids = try db.next("fact", count: opposites.count)
    var values: [SQLValue] = []
    for (row, id) in zip(opposites, ids) {
      values.append(.integer(id))
      for column in ["question", "version", "day", "points"] {
        values.append(.integer(try row[column]))
      }
      values.append(.integer(try row["times", as: Int.self] > 0 ? -1 : 1))
      values.append(.blob(try row["codes"]))
      values.append(keepingLink ? .integer(try row["response"]) : .null)
    }
    try db.insert(into: "fact", columns: columns, values: values)
  }
}
