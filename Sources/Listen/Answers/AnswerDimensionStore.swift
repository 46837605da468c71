import Facts
import Storage

/// Checks that facts count under what their answers say of where and how they were given.
enum AnswerDimensionStore {
  /// - Returns: a sentence for each of the first contradictions.
  static func problems(in db: Connection) throws -> [String] {
    let words = try DimensionWords(in: db)
    var problems: [String] = []
    try db.each(
      """
      SELECT \(ResponseRow.selection), fact_id, codes
      FROM response JOIN (
        SELECT id AS fact_id, response AS fact_response, codes FROM fact WHERE response IS NOT NULL
      ) AS counted ON counted.fact_response = response.id
      """
    ) { current in
      guard problems.count < AnswerAuditStore.shownMax else { return }
      let row = try current.copy()
      let response = try ResponseRow(row)
      let isSame = words.says(try row["codes"], AnswerFacts.dimensions(of: response.context))
      if !isSame {
        let fact: Int64 = try row["fact_id"]
        problems.append("fact \(fact) counts under other dimensions than response \(response.id)")
      }
    }
    return problems
  }
}
