import GRDBSQLite

/// One connection to SQLite with the statements it has prepared.
///
/// It outlives each transaction, and is used on the thread that GRDB gives that transaction.
@safe final class SQLiteConnection: Driver {
  /// Statements kept prepared; the least the code needs at once is far fewer.
  static let preparedMax = 300

  private let database: OpaquePointer
  private var prepared: [String: SQLiteStatement] = [:]

  init(_ database: OpaquePointer) { unsafe self.database = database }

  var dialect: Dialect { .sqlite }

  /// SQLite rolls a whole transaction back by itself when the disk is full or fails.
  var hasLostTransaction: Bool { unsafe sqlite3_get_autocommit(database) != 0 }

  func control(_ command: TransactionCommand) throws {
    switch command {
    case .beginReading: try run("BEGIN DEFERRED")
    case .beginWriting: try run("BEGIN IMMEDIATE")
    case .commit: try run("COMMIT")
    case .rollback: if !hasLostTransaction { try run("ROLLBACK") }
    case .savepoint(let depth): try run("SAVEPOINT s\(depth)")
    case .release(let depth): try run("RELEASE s\(depth)")
    case .rollBackTo(let depth): try run("ROLLBACK TO s\(depth)")
    }
  }

  func fetch(_ sql: SQL, _ body: (borrowing CurrentRow) throws -> Void) throws {
    let statement = try statement(for: sql)
    defer { statement.reset() }
    guard try statement.step() else { return }
    let row = CurrentRow(.sqlite(statement))
    repeat { try body(row) } while try statement.step()
  }

  func stream(_ sql: SQL, _ body: (borrowing CurrentRow) throws -> Void) throws {
    try fetch(sql, body)
  }

  func execute(_ sql: SQL) throws -> Int {
    let statement = try statement(for: sql)
    defer { statement.reset() }
    let before = unsafe sqlite3_total_changes(database)
    while try statement.step() {}
    // A statement that changes nothing leaves the last one's count standing.
    if unsafe sqlite3_total_changes(database) == before { return 0 }
    return Int(unsafe sqlite3_changes(database))
  }

  func insert(_ insertion: Insertion, _ body: (borrowing CurrentRow) throws -> Void) throws {
    let marks = insertion.columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    let sql = insertion.head + "VALUES (" + marks + ")" + insertion.tail
    let statement = try statement(sql, rendered: sql)
    defer { statement.reset() }
    let width = insertion.columns.count
    for row in 0..<insertion.rowCount {
      for column in 0..<width {
        try statement.bind(insertion.values[row * width + column], at: Int32(column + 1))
      }
      while try statement.step() { try body(CurrentRow(.sqlite(statement))) }
      statement.reset()
    }
  }

  var isUncertain: Bool { false }
  func settle() {}

  func finish(_ checkpoints: SQLiteCheckpoints) { unsafe checkpoints.finish(on: database) }

  func close() { prepared = [:] }

  func define(_ text: String) throws {
    let code = unsafe sqlite3_exec(database, text, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw unsafe SQLiteFailure.error(in: database, code: code, statement: text)
    }
  }

  private func run(_ text: String) throws {
    let statement = try statement(text, rendered: text)
    defer { statement.reset() }
    while try statement.step() {}
  }

  private func statement(for sql: SQL) throws -> SQLiteStatement {
    let statement = try statement(sql.key, rendered: nil)
    for (index, argument) in sql.arguments.enumerated() {
      try statement.bind(argument, at: Int32(index + 1))
    }
    return statement
  }

  /// One that is being stepped, as in a stream whose body asks the same again, is left alone.
  private func statement(_ key: String, rendered: String?) throws -> SQLiteStatement {
    if let statement = prepared[key], !statement.isRunning { return statement }
    let text = rendered ?? dialect.render(key)
    let statement = try unsafe SQLiteStatement(text, in: database)
    if prepared.count >= Self.preparedMax {
      prepared = prepared.filter { $0.value.isRunning }
    }
    if prepared[key] == nil { prepared[key] = statement }
    return statement
  }
}
