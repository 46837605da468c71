/// Where the two databases differ in the words of one statement.
package enum Dialect: Sendable {
  case sqlite
  case postgres

  /// The statement as this database wants it, with `?1` or `$1` for each value in turn.
  ///
  /// A list becomes one parameter: JSON on SQLite, an array on PostgreSQL, so that lists of any
  /// length share one prepared statement.
  func render(_ key: String) -> String {
    var text = ""
    text.reserveCapacity(key.utf8.count + 16)
    var count = 0
    for scalar in key.unicodeScalars {
      guard scalar.value < 8, let kind = SQLKind(rawValue: UInt8(scalar.value)) else {
        text.unicodeScalars.append(scalar)
        continue
      }
      count += 1
      if self == .postgres, kind == .integerList || kind == .textList {
        Self.compareWithArray(&text, number: count)
      } else {
        text += placeholder(kind, number: count)
      }
    }
    return text
  }

  /// `IN` becomes `= ANY`: an index serves that, where a sub-select would be joined by reading the
  /// whole table as soon as PostgreSQL misjudges its size.
  private static func compareWithArray(_ text: inout String, number: Int) {
    let negative = "NOT IN "
    let positive = "IN "
    if text.hasSuffix(negative) {
      text.removeLast(negative.count)
      text += "<> ALL($\(number))"
    } else if text.hasSuffix(positive) {
      text.removeLast(positive.count)
      text += "= ANY($\(number))"
    } else {
      preconditionFailure("a list stands to the right of IN, on the same line: \(text)")
    }
  }

  private func placeholder(_ kind: SQLKind, number: Int) -> String {
    switch (self, kind) {
    case (.sqlite, .integerList), (.sqlite, .textList): "(SELECT value FROM json_each(?\(number)))"
    case (.sqlite, _): "?\(number)"
    case (.postgres, _): "$\(number)"
    }
  }

  /// Fills the tokens of data definition: `{id}`, `{int}`, `{real}`, `{blob}`, `{text}`, `{strict}`
  /// and `{strict_without_rowid}`.
  func define(_ text: String) -> String {
    var filled = text
    for (token, words) in tokens { filled = filled.replacing(token, with: words) }
    return filled
  }

  /// SQLite's STRICT wants `INTEGER`, PostgreSQL `BIGINT` for milliseconds; text sorts by its
  /// bytes on both.
  private var tokens: [(String, String)] {
    switch self {
    case .sqlite:
      [
        ("{id}", "INTEGER PRIMARY KEY"), ("{int}", "INTEGER"), ("{real}", "REAL"),
        ("{blob}", "BLOB"), ("{text}", "TEXT"), ("{strict}", "STRICT"),
        ("{strict_without_rowid}", "STRICT, WITHOUT ROWID"),
      ]
    case .postgres:
      [
        ("{id}", "BIGINT PRIMARY KEY"), ("{int}", "BIGINT"), ("{real}", "DOUBLE PRECISION"),
        ("{blob}", "BYTEA"), ("{text}", "TEXT COLLATE \"C\""), ("{strict}", ""),
        ("{strict_without_rowid}", ""),
      ]
    }
  }

  /// Ends a SELECT that claims rows, so that two claimants never wait for each other.
  ///
  /// SQLite has one writer at a time and needs no such words.
  package var claimingRows: SQL {
    switch self {
    case .sqlite: ""
    case .postgres: " FOR UPDATE SKIP LOCKED"
    }
  }
}
