/// The store cannot take or give anything just now; nothing was acknowledged, try again later.
///
/// HTTP answers it with 503 and a Retry-After.
package struct StorageUnavailable: Error, Sendable, CustomStringConvertible {
  package enum Reason: String, Sendable {
    case busy = "too many writes are waiting"
    case locked = "another process holds the store"
    case full = "the disk or a quota is full"
    case failing = "the disk or the file does not work"
    case lost = "the database is out of reach"
    case closed = "the store is closed"
  }

  package let reason: Reason

  /// What the database said, for the log; never shown to respondents.
  package let detail: String

  /// When another try is worth while.
  package let retryAfter: Duration

  package init(_ reason: Reason, detail: String = "", retryAfter: Duration = .seconds(2)) {
    self.reason = reason
    self.detail = detail
    self.retryAfter = retryAfter
  }

  package var description: String {
    detail.isEmpty ? reason.rawValue : "\(reason.rawValue): \(detail)"
  }
}

/// The database refused one statement; its values are left out, since they may be personal.
package struct StatementError: Error, Sendable, CustomStringConvertible {
  package enum Kind: String, Sendable {
    case unique
    case foreignKey = "foreign key"
    case check
    case notNull = "not null"
    case other
  }

  package let kind: Kind

  /// SQLite's extended result code or PostgreSQL's SQLSTATE.
  package let code: String
  package let message: String
  package let statement: String

  package var description: String { "\(message) (\(code)), in: \(statement)" }
}

/// Text with a NUL character: PostgreSQL cannot hold it, so neither database is given it.
package struct TextHasNUL: Error, Hashable, CustomStringConvertible {
  package init() {}
  package var description: String { "the text holds a NUL character (U+0000); leave it out" }
}

/// A statement followed a failed one in the same transaction, outside `savepoint`.
package struct TransactionFailed: Error, CustomStringConvertible {
  package let cause: any Error
  package var description: String {
    "an earlier statement of this transaction failed: \(cause); use savepoint to go on after one"
  }
}
