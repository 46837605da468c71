import CPostgres

/// Turns what libpq and PostgreSQL report into this target's errors.
enum PostgresFailure {
  static func error(in result: OpaquePointer?, statement: String) -> any Error {
    let state = unsafe field("C", of: result) ?? ""
    var message = unsafe field("M", of: result) ?? "no reason given"
    if let constraint = unsafe field("n", of: result) { message += " [\(constraint)]" }
    if let reason = unavailable(state) {
      return StorageUnavailable(reason, detail: "\(message) (SQLSTATE \(state))")
    }
    return StatementError(
      kind: kind(state),
      code: "SQLSTATE \(state)",
      message: message,
      statement: statement
    )
  }

  /// The connection is gone or was never there.
  static func lost(_ connection: OpaquePointer?, retryAfter: Duration = .seconds(2))
    -> StorageUnavailable
  {
    let message = unsafe PQerrorMessage(connection).map { unsafe String(cString: $0) } ?? ""
    let line = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return StorageUnavailable(.lost, detail: line, retryAfter: retryAfter)
  }

  /// Errors of the server's own condition rather than of the statement, by their class.
  private static func unavailable(_ state: String) -> StorageUnavailable.Reason? {
    switch state {
    case "53100": .full
    case "55P03", "40001", "40P01": .locked
    case "57014": nil
    default:
      switch state.prefix(2) {
      case "08", "57": .lost
      case "53", "58", "XX": .failing
      default: nil
      }
    }
  }

  private static func kind(_ state: String) -> StatementError.Kind {
    switch state {
    case "23505": .unique
    case "23503": .foreignKey
    case "23514": .check
    case "23502": .notNull
    default: .other
    }
  }

  private static func field(_ letter: Unicode.Scalar, of result: OpaquePointer?) -> String? {
    unsafe PQresultErrorField(result, Int32(letter.value)).map { unsafe String(cString: $0) }
  }
}
