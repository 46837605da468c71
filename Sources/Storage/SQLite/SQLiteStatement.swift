import GRDBSQLite

/// A prepared statement of SQLite; values are bound and read straight through its C interface.
@safe final class SQLiteStatement {
  let handle: OpaquePointer
  let sql: String
  private var cachedColumns: ColumnNames?

  /// True from the first step until the reset: such a statement cannot be run again meanwhile.
  var isRunning = false

  init(_ sql: String, in database: OpaquePointer) throws {
    var handle: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    let code = unsafe sqlite3_prepare_v3(database, sql, -1, flags, &handle, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      throw unsafe SQLiteFailure.error(in: database, code: code, statement: sql)
    }
    unsafe self.handle = handle
    self.sql = sql
  }

  deinit { unsafe sqlite3_finalize(handle) }

  var columns: ColumnNames {
    if let cachedColumns { return cachedColumns }
    let names = unsafe (0..<sqlite3_column_count(handle)).map { column in
      unsafe sqlite3_column_name(handle, column).map { unsafe String(cString: $0) } ?? ""
    }
    let columns = ColumnNames(names: names, statement: sql)
    cachedColumns = columns
    return columns
  }

  /// True when there is a row to read.
  func step() throws -> Bool {
    isRunning = true
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let database = unsafe sqlite3_db_handle(handle)
      let error = unsafe SQLiteFailure.error(in: database, code: code, statement: sql)
      reset()
      throw error
    }
  }

  func reset() {
    unsafe sqlite3_reset(handle)
    isRunning = false
  }
}

// MARK: - Values in

extension SQLiteStatement {
  /// Tells SQLite to copy what is bound, since it outlives the call.
  private static var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  func bind(_ value: SQLValue, at index: Int32) throws {
    let code: Int32
    switch value {
    case .null: code = unsafe sqlite3_bind_null(handle, index)
    case .integer(let integer): code = unsafe sqlite3_bind_int64(handle, index, integer)
    case .real(let real): code = unsafe sqlite3_bind_double(handle, index, real)
    case .text(let text): code = try bind(text, at: index)
    case .blob(let bytes): code = bind(bytes, at: index)
    }
    guard code == SQLITE_OK else {
      let database = unsafe sqlite3_db_handle(handle)
      throw unsafe SQLiteFailure.error(in: database, code: code, statement: sql)
    }
  }

  func bind(_ argument: SQL.Argument, at index: Int32) throws {
    switch argument {
    case .value(let value): try bind(value, at: index)
    case .integers(let integers):
      try bind(.text("[" + integers.map { "\($0)" }.joined(separator: ",") + "]"), at: index)
    case .texts(let texts):
      try bind(.text("[" + texts.map(Self.quoted).joined(separator: ",") + "]"), at: index)
    }
  }

  private func bind(_ text: String, at index: Int32) throws -> Int32 {
    var text = text
    return try text.withUTF8 { bytes in
      guard unsafe !bytes.contains(0) else { throw TextHasNUL() }
      guard let start = bytes.baseAddress else {
        return unsafe sqlite3_bind_text(handle, index, "", 0, Self.copied)
      }
      return unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        unsafe sqlite3_bind_text(handle, index, $0, Int32(bytes.count), Self.copied)
      }
    }
  }

  /// No bytes are not NULL, though SQLite takes a null pointer for it.
  private func bind(_ bytes: [UInt8], at index: Int32) -> Int32 {
    guard !bytes.isEmpty else { return unsafe sqlite3_bind_zeroblob(handle, index, 0) }
    return unsafe bytes.withUnsafeBytes { buffer in
      unsafe sqlite3_bind_blob(
        handle,
        index,
        buffer.baseAddress,
        Int32(buffer.count),
        Self.copied
      )
    }
  }

  /// A JSON string, for lists.
  private static func quoted(_ text: String) throws -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\0": throw TextHasNUL()
      case let control where control.value < 32:
        let digits = String(control.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}

// MARK: - Values out

extension SQLiteStatement {
  func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// Nil when the column holds anything but an integer.
  func integer(_ column: Int) -> Int64? {
    guard unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_INTEGER else { return nil }
    return unsafe sqlite3_column_int64(handle, Int32(column))
  }

  func value(_ column: Int) throws -> SQLValue {
    let index = Int32(column)
    return switch unsafe sqlite3_column_type(handle, index) {
    case SQLITE_INTEGER: .integer(unsafe sqlite3_column_int64(handle, index))
    case SQLITE_FLOAT: .real(unsafe sqlite3_column_double(handle, index))
    case SQLITE_TEXT: .text(try text(column))
    case SQLITE_BLOB: .blob(withBytes(column) { unsafe $0.withUnsafeBytes { unsafe [UInt8]($0) } })
    default: .null
    }
  }

  func withBytes<Output, Failure: Error>(
    _ column: Int,
    _ body: (RawSpan) throws(Failure) -> Output
  ) throws(Failure) -> Output {
    let start = unsafe sqlite3_column_blob(handle, Int32(column))
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    return try body(unsafe bytes.bytes)
  }

  private func text(_ column: Int) throws -> String {
    let index = Int32(column)
    let start = unsafe sqlite3_column_text(handle, index)
    let count = Int(unsafe sqlite3_column_bytes(handle, index))
    let bytes = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    guard let text = unsafe String(validating: bytes, as: UTF8.self) else {
      throw columns.mismatch(column, expected: "UTF-8 text", found: .blob([]))
    }
    return text
  }
}
