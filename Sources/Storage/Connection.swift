/// A connection within one transaction; the same for both databases, valid inside its closure only.
///
/// A failed statement ends its transaction on both databases, as PostgreSQL has it: later
/// statements throw `TransactionFailed` and nothing is kept. `savepoint` bounds what may fail.
package final class Connection {
  let driver: any Driver
  private(set) var failure: (any Error)?
  private var isBeyondRepair = false
  private var depth = 0

  /// Statements run since the transaction began.
  private(set) var statements = 0

  init(_ driver: any Driver) { self.driver = driver }

  package var dialect: Dialect { driver.dialect }

  /// All rows of a small result.
  package func rows(_ sql: SQL) throws -> [Row] {
    var rows: [Row] = []
    try guarded { try driver.fetch(sql) { rows.append(try $0.copy()) } }
    return rows
  }

  /// The first row, nil where there is none.
  package func row(_ sql: SQL) throws -> Row? {
    var first: Row?
    try guarded { try driver.fetch(sql) { if first == nil { first = try $0.copy() } } }
    return first
  }

  /// The first column of the first row, nil where there is no row.
  package func value<Value: SQLBindable>(_ sql: SQL, as type: Value.Type = Value.self) throws
    -> Value?
  {
    var first: Value?
    try guarded { try driver.fetch(sql) { if first == nil { first = try $0[0, as: type] } } }
    return first
  }

  /// Hands over one row after another at constant memory, however many there are.
  ///
  /// The closure may run other statements on this connection; what it throws ends the stream.
  package func each(_ sql: SQL, _ body: (borrowing CurrentRow) throws -> Void) throws {
    try guarded { try driver.stream(sql, body) }
  }

  /// Runs a statement for its effect and gives the count of rows it changed.
  @discardableResult
  package func execute(_ sql: SQL) throws -> Int {
    try guarded { try driver.execute(sql) }
  }

  /// Inserts many rows at once; `values` lie one row after another in the order of `columns`.
  ///
  /// Far cheaper a row than one statement each: a prepared loop on SQLite, arrays on PostgreSQL,
  /// which may report a violation only at the transaction's next reading statement or end.
  package func insert(
    into table: StaticString,
    columns: [Column],
    values: [SQLValue],
    onConflict: OnConflict = .fail
  ) throws {
    guard !values.isEmpty else { return }
    let insertion = Insertion(
      table: SQLName(table),
      columns: columns,
      values: values,
      onConflict: onConflict,
      returning: []
    )
    precondition(values.count % columns.count == 0, "\(table): values do not fill their rows")
    try guarded {
      try insertion.check()
      try driver.insert(insertion) { _ in }
    }
  }

  /// As `insert(into:columns:values:)`, one array a row.
  package func insert(
    into table: StaticString,
    columns: [Column],
    rows: [[SQLValue]],
    onConflict: OnConflict = .fail
  ) throws {
    precondition(rows.allSatisfy { $0.count == columns.count }, "\(table): a row is not full")
    let values = rows.flatMap { $0 }
    try insert(into: table, columns: columns, values: values, onConflict: onConflict)
  }

  /// Inserts and gives back columns of the rows that went in, in their order.
  package func insert(
    into table: StaticString,
    columns: [Column],
    rows: [[SQLValue]],
    onConflict: OnConflict = .fail,
    returning: [StaticString]
  ) throws -> [Row] {
    precondition(rows.allSatisfy { $0.count == columns.count }, "\(table): a row is not full")
    guard !rows.isEmpty else { return [] }
    let insertion = Insertion(
      table: SQLName(table),
      columns: columns,
      values: rows.flatMap { $0 },
      onConflict: onConflict,
      returning: returning.map(SQLName.init)
    )
    var returned: [Row] = []
    try guarded {
      try insertion.check()
      try driver.insert(insertion) { returned.append(try $0.copy()) }
    }
    return returned
  }

  /// Reserves numbers from a named counter; the first number ever is 1.
  ///
  /// Numbers rise in the order of commits, on PostgreSQL too: write transactions take turns.
  package func next(_ counter: StaticString, count: Int = 1) throws -> Range<Int64> {
    precondition(count >= 1, "\(counter): cannot reserve \(count) numbers")
    let name = counter.description
    let last: Int64? = try value(
      """
      INSERT INTO counter (name, value) VALUES (\(name), \(count))
      ON CONFLICT (name) DO UPDATE SET value = counter.value + \(count) RETURNING value
      """
    )
    let end = (last ?? 0) + 1
    return (end - Int64(count))..<end
  }

  /// Runs statements that may fail without ending the transaction around them.
  ///
  /// When the closure throws, what it wrote is taken back and the error thrown on.
  @discardableResult
  package func savepoint<Output>(_ body: () throws -> Output) throws -> Output {
    if let failure { throw TransactionFailed(cause: failure) }
    depth += 1
    defer { depth -= 1 }
    try driver.control(.savepoint(depth: depth))
    do {
      let output = try body()
      if let failure { throw failure }
      try driver.control(.release(depth: depth))
      if driver.isUncertain { try driver.settle() }
      return output
    } catch {
      try rollBackToSavepoint(after: error)
      throw error
    }
  }

  private func rollBackToSavepoint(after error: any Error) throws {
    guard !hasLostTransaction else {
      failure = error
      return
    }
    do {
      try? driver.settle()
      try driver.control(.rollBackTo(depth: depth))
      try driver.control(.release(depth: depth))
      try driver.settle()
      failure = nil
    } catch {
      isBeyondRepair = true
      failure = error
      throw error
    }
  }

  /// True when no savepoint can be returned to: the transaction as a whole has failed.
  var hasLostTransaction: Bool { isBeyondRepair || driver.hasLostTransaction }

  /// Runs one statement and remembers its failure.
  private func guarded<Output>(_ body: () throws -> Output) throws -> Output {
    if let failure { throw TransactionFailed(cause: failure) }
    statements += 1
    do {
      return try body()
    } catch {
      failure = error
      throw error
    }
  }
}

extension Connection {
  private func reset() {
    failure = nil
    isBeyondRepair = false
    depth = 0
    statements = 0
  }

  /// Runs a reading closure in a transaction that the caller has begun.
  func reading<Output>(_ body: (Connection) throws -> Output) throws -> Output {
    reset()
    return try body(self)
  }

  /// Runs a whole transaction; what the closure or the commit throws undoes all of it.
  func transaction<Output>(
    _ begin: TransactionCommand,
    _ body: (Connection) throws -> Output
  ) throws -> Output {
    reset()
    do {
      try driver.control(begin)
      let output = try body(self)
      if let failure { throw failure }
      try driver.control(.commit)
      return output
    } catch {
      // The rollback of a lost connection fails too; the first error says why.
      try? driver.control(.rollback)
      try? driver.settle()
      throw error
    }
  }
}
