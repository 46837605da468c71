import GRDBSQLite

/// Turns SQLite's result codes into this target's errors.
enum SQLiteFailure {
  static func error(in database: OpaquePointer?, code: Int32, statement: String) -> any Error {
    let message = unsafe String(cString: sqlite3_errmsg(database))
    let extended = unsafe sqlite3_extended_errcode(database)
    return error(code: extended & 0xff == code & 0xff ? extended : code, message, statement)
  }

  static func error(code: Int32, _ message: String, _ statement: String) -> any Error {
    if let reason = unavailable(code & 0xff) {
      return StorageUnavailable(reason, detail: "\(message) (SQLite \(code)), in: \(statement)")
    }
    return StatementError(
      kind: kind(code),
      code: "SQLite \(code)",
      message: message,
      statement: statement
    )
  }

  private static func unavailable(_ primary: Int32) -> StorageUnavailable.Reason? {
    switch primary {
    case SQLITE_FULL: .full
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .locked
    case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_NOMEM,
      SQLITE_READONLY:
      .failing
    default: nil
    }
  }

  /// Extended codes are macros that Swift does not import: the primary code and 256 times a number.
  private static func kind(_ code: Int32) -> StatementError.Kind {
    guard code & 0xff == SQLITE_CONSTRAINT else { return .other }
    return switch code >> 8 {
    case 1: .check
    case 3: .foreignKey
    case 5: .notNull
    case 6, 8, 10: .unique
    default: .other
    }
  }
}
