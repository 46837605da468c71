/// What one connection to either database can do; used by one thread at a time.
protocol Driver: AnyObject {
  var dialect: Dialect { get }

  /// True when the transaction is gone as a whole: rolled back by SQLite, or the server lost.
  var hasLostTransaction: Bool { get }

  /// `beginWriting` and `commit` return when done; the others may be answered later.
  func control(_ command: TransactionCommand) throws

  /// Runs a statement and hands over its rows.
  func fetch(_ sql: SQL, _ body: (borrowing CurrentRow) throws -> Void) throws

  /// As `fetch`, for results too large to hold in memory.
  func stream(_ sql: SQL, _ body: (borrowing CurrentRow) throws -> Void) throws

  /// The count of rows changed.
  func execute(_ sql: SQL) throws -> Int

  func insert(_ insertion: Insertion, _ body: (borrowing CurrentRow) throws -> Void) throws

  /// True while a statement was sent that may still fail.
  var isUncertain: Bool { get }

  /// Waits for whatever was sent and not yet answered.
  func settle() throws

  /// Lets go of what keeps the connection from being closed.
  func close()

  /// Several statements of data definition at once, without values.
  func define(_ text: String) throws
}

enum TransactionCommand: Sendable {
  case beginReading
  case beginWriting
  case commit
  case rollback
  case savepoint(depth: Int)
  case release(depth: Int)
  case rollBackTo(depth: Int)
}

/// One column of a bulk insert with the kind that all its values have.
package struct Column: Sendable, Hashable {
  let name: SQLName
  let kind: SQLKind

  package static func integer(_ name: StaticString) -> Column {
    Column(name: SQLName(name), kind: .integer)
  }
  package static func real(_ name: StaticString) -> Column {
    Column(name: SQLName(name), kind: .real)
  }
  package static func text(_ name: StaticString) -> Column {
    Column(name: SQLName(name), kind: .text)
  }
  package static func blob(_ name: StaticString) -> Column {
    Column(name: SQLName(name), kind: .blob)
  }
}

/// What a bulk insert does about a row that is there already.
package enum OnConflict: Sendable, Hashable {
  case fail
  case doNothing
}

/// Many rows for one table, values one row after another.
struct Insertion {
  let table: SQLName
  let columns: [Column]
  let values: [SQLValue]
  let onConflict: OnConflict
  let returning: [SQLName]

  var rowCount: Int { values.count / columns.count }

  /// SQLite would convert or keep a value of another kind, PostgreSQL refuse the whole array.
  func check() throws {
    for (index, value) in values.enumerated() {
      let column = columns[index % columns.count]
      switch (value, column.kind) {
      case (.null, _), (.integer, .integer), (.real, .real), (.text, .text), (.blob, .blob):
        continue
      default:
        throw ColumnMismatch(
          column: column.name.text,
          expected: "\(column.kind)",
          found: value.kindName,
          statement: head
        )
      }
    }
  }

  /// `INSERT INTO … (…)` as far as the values.
  var head: String {
    "INSERT INTO \(table.quoted) (" + columns.map(\.name.quoted).joined(separator: ", ") + ") "
  }

  var tail: String {
    (onConflict == .doNothing ? " ON CONFLICT DO NOTHING" : "")
      + (returning.isEmpty
        ? "" : " RETURNING " + returning.map(\.quoted).joined(separator: ", "))
  }
}
