/// The row a stream stands on, read where it lies and gone when the closure returns.
///
/// Columns go by position, counted from 0: ten million rows leave no time for names.
package struct CurrentRow: ~Copyable {
  enum Source {
    case sqlite(SQLiteStatement)
    case postgres(PostgresResult)
  }

  let source: Source
  var index: Int32 = 0

  init(_ source: Source) { self.source = source }

  /// - Throws: `ColumnMismatch` for NULL or another kind.
  package func integer(_ column: Int) throws -> Int64 {
    let value =
      switch source {
      case .sqlite(let statement): statement.integer(column)
      case .postgres(let result): result.integer(index, column)
      }
    if let value { return value }
    throw mismatch(column, expected: "an integer")
  }

  /// Nil for NULL.
  package func integerIfPresent(_ column: Int) throws -> Int64? {
    isNull(column) ? nil : try integer(column)
  }

  package func isNull(_ column: Int) -> Bool {
    switch source {
    case .sqlite(let statement): statement.isNull(column)
    case .postgres(let result): result.isNull(index, column)
    }
  }

  /// Lends the bytes of a blob without copying them; false for NULL, when nothing is lent.
  ///
  /// Not generic: across targets that would cost more than the bytes, ten million times over.
  @discardableResult
  package func withBytes(_ column: Int, _ body: (RawSpan) throws -> Void) throws -> Bool {
    if isNull(column) { return false }
    switch source {
    case .sqlite(let statement): try statement.withBytes(column, body)
    case .postgres(let result): try result.withBytes(index, column, body)
    }
    return true
  }

  /// The value of a column as a Swift type.
  package subscript<Value: SQLBindable>(_ column: Int, as type: Value.Type = Value.self) -> Value {
    get throws {
      let value = try self.value(column)
      guard let typed = Value(sqlValue: value) else {
        throw columns.mismatch(column, expected: Value.sqlName, found: value)
      }
      return typed
    }
  }

  package func value(_ column: Int) throws -> SQLValue {
    switch source {
    case .sqlite(let statement): try statement.value(column)
    case .postgres(let result): try result.value(index, column)
    }
  }

  /// A copy to keep.
  package func copy() throws -> Row {
    let columns = columns
    var values: [SQLValue] = []
    values.reserveCapacity(columns.names.count)
    for column in columns.names.indices { values.append(try value(column)) }
    return Row(columns: columns, values: values)
  }

  private var columns: ColumnNames {
    switch source {
    case .sqlite(let statement): statement.columns
    case .postgres(let result): result.columns
    }
  }

  private func mismatch(_ column: Int, expected: String) -> any Error {
    do {
      return columns.mismatch(column, expected: expected, found: try value(column))
    } catch {
      return error
    }
  }
}
