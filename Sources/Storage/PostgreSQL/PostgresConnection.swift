import CPostgres

/// One connection to PostgreSQL as the store uses it, on one thread.
final class PostgresConnection: Driver {
  /// Rows fetched from the server at a time while streaming.
  static let streamedRows = 5_000

  /// Rows of one bulk insert sent at a time.
  static let insertedRowsMax = 20_000

  /// The first half of the number that write transactions lock, “Tous”; the second is the schema's.
  static let writeLock = 0x546f_7573

  let pipeline: PostgresPipeline
  private var openStreams = 0

  init(_ pipeline: PostgresPipeline) { self.pipeline = pipeline }

  var dialect: Dialect { .postgres }
  var hasLostTransaction: Bool { pipeline.isLost }
  var isUncertain: Bool { pipeline.isUncertain }
  func settle() throws { try pipeline.settle() }

  func control(_ command: TransactionCommand) throws {
    switch command {
    case .beginReading:
      try sendCertain("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    case .beginWriting:
      try sendCertain("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
      // Write transactions of all processes take turns, so that numbers appear in their order.
      try sendCertain(
        "SELECT pg_advisory_xact_lock(\(Self.writeLock), hashtext(current_schema()))"
      )
      try settle()
    case .commit:
      try sendCertain("COMMIT")
      let result = try pipeline.settle()
      guard result?.command == "COMMIT" else {
        throw StorageUnavailable(.failing, detail: "the server rolled back instead of committing")
      }
    case .rollback:
      openStreams = 0
      // After a failure the rest of its flight is skipped, so this must go in the next.
      _ = try? settle()
      try sendCertain("ROLLBACK")
    case .savepoint(let depth): try sendCertain("SAVEPOINT s\(depth)")
    case .release(let depth): try sendCertain("RELEASE SAVEPOINT s\(depth)")
    case .rollBackTo(let depth): try sendCertain("ROLLBACK TO SAVEPOINT s\(depth)")
    }
  }

  func fetch(_ sql: SQL, _ body: (borrowing CurrentRow) throws -> Void) throws {
    try send(sql)
    guard let result = try pipeline.settle() else { return }
    try Self.handOver(result, to: body)
  }

  func stream(_ sql: SQL, _ body: (borrowing CurrentRow) throws -> Void) throws {
    openStreams += 1
    let name = "stream\(openStreams)"
    defer { openStreams -= 1 }
    let declaration = SQL(
      trusted: "DECLARE \(name) NO SCROLL CURSOR FOR " + sql.key,
      arguments: sql.arguments
    )
    try send(declaration)
    while true {
      try pipeline.sendOnce("FETCH FORWARD \(Self.streamedRows) FROM \(name)")
      guard let result = try pipeline.settle() else { break }
      try Self.handOver(result, to: body)
      if result.rowCount < Self.streamedRows { break }
    }
    try pipeline.sendOnce("CLOSE \(name)")
  }

  func execute(_ sql: SQL) throws -> Int {
    try send(sql)
    return try pipeline.settle()?.changedCount ?? 0
  }

  func close() {}

  func define(_ text: String) throws { try pipeline.runScript(text) }

  private static func handOver(
    _ result: PostgresResult,
    to body: (borrowing CurrentRow) throws -> Void
  ) throws {
    var row = CurrentRow(.postgres(result))
    let count = result.rowCount
    while row.index < count {
      try body(row)
      row.index += 1
    }
  }

  private func send(_ sql: SQL) throws {
    try pipeline.send(
      sql.key,
      kinds: sql.key.unicodeScalars.compactMap { scalar in
        scalar.value < 8
          ? SQLKind(rawValue: UInt8(scalar.value)).map(PostgresParameters.type) : nil
      },
      PostgresParameters(sql.arguments),
      render: dialect.render
    )
  }

  private func sendCertain(_ text: String) throws {
    try pipeline.send(text, kinds: [], PostgresParameters(), isCertain: true) { $0 }
  }
}

// MARK: - Bulk

extension PostgresConnection {
  /// One array a column, taken apart again by `unnest`: the statement is the same for any count.
  func insert(_ insertion: Insertion, _ body: (borrowing CurrentRow) throws -> Void) throws {
    let arrays = insertion.columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let text = insertion.head + "SELECT * FROM unnest(" + arrays + ")" + insertion.tail
    var start = 0
    while start < insertion.rowCount {
      let rows = start..<min(start + Self.insertedRowsMax, insertion.rowCount)
      var parameters = PostgresParameters()
      for column in insertion.columns.indices {
        try parameters.appendColumn(column, of: insertion, rows: rows)
      }
      try pipeline.send(
        text,
        kinds: insertion.columns.map { PostgresParameters.arrayType(of: $0.kind) },
        parameters
      ) { $0 }
      if !insertion.returning.isEmpty, let result = try pipeline.settle() {
        try Self.handOver(result, to: body)
      }
      start = rows.upperBound
    }
  }
}
