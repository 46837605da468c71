/// One row taken out of its result, to keep.
///
/// ```swift
/// let points = try row["points", as: Int.self]
/// let comment: String? = try row["comment"]
/// ```
package struct Row: Sendable {
  let columns: ColumnNames
  package let values: [SQLValue]

  /// The value of a column by name.
  ///
  /// - Throws: `ColumnMismatch` where there is no such column or it holds something else.
  package subscript<Value: SQLBindable>(_ name: String, as type: Value.Type = Value.self) -> Value {
    get throws {
      guard let index = columns.index(of: name) else { throw columns.missing(name) }
      return try self[index, as: type]
    }
  }

  /// The value of a column by position, counted from 0.
  package subscript<Value: SQLBindable>(_ index: Int, as type: Value.Type = Value.self) -> Value {
    get throws {
      guard let value = Value(sqlValue: values[index]) else {
        throw columns.mismatch(index, expected: Value.sqlName, found: values[index])
      }
      return value
    }
  }

  package var columnNames: [String] { columns.names }
}

/// The names of a result's columns, shared by all its rows.
final class ColumnNames: Sendable {
  let names: [String]
  let statement: String

  init(names: [String], statement: String) {
    self.names = names
    self.statement = statement
  }

  /// A result has few columns: looking along them beats hashing.
  func index(of name: String) -> Int? { names.firstIndex(of: name) }

  func missing(_ name: String) -> ColumnMismatch {
    ColumnMismatch(
      column: name,
      expected: "a column of that name",
      found: names.joined(separator: ", "),
      statement: statement
    )
  }

  func mismatch(_ index: Int, expected: String, found: SQLValue) -> ColumnMismatch {
    ColumnMismatch(
      column: names.indices.contains(index) ? names[index] : "number \(index)",
      expected: expected,
      found: found.kindName,
      statement: statement
    )
  }
}

/// A column held something other than the code asked for.
package struct ColumnMismatch: Error, Hashable, CustomStringConvertible {
  package let column: String
  package let expected: String
  package let found: String
  package let statement: String

  package var description: String {
    "column \(column): expected \(expected), found \(found), in: \(statement)"
  }
}
