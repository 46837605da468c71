import Kernel
import Storage

/// What a check of the columns against the ledger found.
package struct FactVerification: Sendable {
  /// Ledger rows compared.
  package let facts: Int

  /// In plain words; empty when all is well.
  package let problems: [String]
}

extension ScoreFacts {
  /// Reads the whole ledger again and compares it with the columns, fact by fact.
  package func verify() async throws -> FactVerification {
    let held = try await caughtUp()
    return try await FactVerification(held, againstLedgerOf: storage)
  }
}

extension FactVerification {
  init(_ held: FactColumns, againstLedgerOf storage: Storage) async throws {
    (facts, problems) = try await storage.read { db in
      let ledger = try LedgerReading.caughtUp(FactColumns(), upTo: held.head, in: db)
      let problems = Self.differences(held, ledger) + (try Self.imbalances(in: db))
      return (ledger.count, problems)
    }
  }

  private static func differences(_ held: FactColumns, _ ledger: FactColumns) -> [String] {
    var problems: [String] = []
    for dictionary in ledger.dimensions {
      let number = held.number(of: dictionary.name)
      if number.map({ held.dimensions[$0].values }) ?? [] != dictionary.values {
        problems.append("the values of \(dictionary.name) differ")
      }
    }
    for question in Set(held.partitions.keys).union(ledger.partitions.keys).sorted() {
      let heldFacts = held.partitions[question] ?? Partition()
      let ledgerFacts = ledger.partitions[question] ?? Partition()
      if heldFacts.count != ledgerFacts.count {
        problems.append(
          "question \(question) has \(ledgerFacts.count) facts, the columns \(heldFacts.count)"
        )
      } else if let place = zip(heldFacts.chunks, ledgerFacts.chunks).lazy
        .compactMap({ firstDifference($0, held, $1, ledger) }).first
      {
        problems.append("fact \(place) of a chunk of question \(question) differs")
      }
    }
    return problems
  }

  /// Dimensions may stand in another order, so they are matched by name.
  private static func firstDifference(
    _ held: Chunk,
    _ heldColumns: FactColumns,
    _ ledger: Chunk,
    _ ledgerColumns: FactColumns
  ) -> Int? {
    let names = Set((heldColumns.dimensions + ledgerColumns.dimensions).map(\.name))
    let columns = names.map { name in
      (
        heldColumns.number(of: name).map(held.column(of:)) ?? .zeros,
        ledgerColumns.number(of: name).map(ledger.column(of:)) ?? .zeros
      )
    }
    return (0..<held.count).first { row in
      held.baseDay + Int32(held.days[row]) != ledger.baseDay + Int32(ledger.days[row])
        || held.scores[row] != ledger.scores[row]
        || columns.contains { $0.0[row] != $0.1[row] }
    }
  }

  /// A response counts once or not at all for each question.
  private static func imbalances(in db: Connection) throws -> [String] {
    try db.rows(
      """
      SELECT response, question, sum(sign) AS times FROM fact WHERE response IS NOT NULL
      GROUP BY response, question HAVING sum(sign) NOT IN (0, 1) ORDER BY response LIMIT 20
      """
    ).map { row in
      let response = try row["response", as: Int64.self]
      let times = try row["times", as: Int.self]
      return
        "response \(response) counts \(times) times for question "
        + "\(try row["question", as: Int64.self])"
    }
  }
}
