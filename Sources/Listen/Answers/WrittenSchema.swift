import Kernel
import Storage

/// The table of what people wrote, folded, so that a search reads nothing else.
enum WrittenSchema {
  static let migrations = [
    Migration("2026-14 written") { db in
      try db.define(
        """
        CREATE TABLE written (
          response {int} NOT NULL REFERENCES response (id),
          question {int} NOT NULL REFERENCES question (id),
          folded {text} NOT NULL,
          PRIMARY KEY (response, question)
        ) {strict_without_rowid};
        CREATE INDEX response_flagged ON response (at, id) WHERE flags <> 0;
        CREATE INDEX response_by_state ON response (state, at, id) WHERE state <> 'new';
        """
      )
      try fill(in: db)
    }
  ]

  /// Folds what was written before there was this table.
  private static func fill(in db: Connection) throws {
    var last: (response: Int64, question: Int64) = (.min, .min)
    while true {
      let rows = try db.rows(
        """
        SELECT response, question, points, choices, comment FROM answer
        WHERE (response, question) > (\(last.response), \(last.question))
        ORDER BY response, question LIMIT \(rowsPerRead)
        """
      )
      var values: [SQLValue] = []
      for row in rows {
        last = (try row["response"], try row["question"])
        try AnswerRow(row).appendWritten(to: &values, response: last.response)
      }
      try db.insert(into: "written", columns: AnswerRow.writtenColumns, values: values)
      if rows.count < rowsPerRead { return }
    }
  }

  private static let rowsPerRead = 5_000
}
