package import Kernel

/// A Swift type that goes into a statement as one value and comes back out of a column.
package protocol SQLBindable: Sendable {
  /// The kind a value is declared with, even when an optional of this type is nil.
  static var sqlKind: SQLKind { get }

  /// The word that error messages use for what was expected.
  static var sqlName: String { get }

  var sqlValue: SQLValue { get }

  /// Nil when the column holds something else.
  init?(sqlValue: SQLValue)
}

extension SQLBindable {
  package static var sqlName: String { "\(Self.self)" }
}

extension Int64: SQLBindable {
  package static var sqlKind: SQLKind { .integer }
  package var sqlValue: SQLValue { .integer(self) }

  package init?(sqlValue: SQLValue) {
    guard case .integer(let integer) = sqlValue else { return nil }
    self = integer
  }
}

extension Int: SQLBindable {
  package static var sqlKind: SQLKind { .integer }
  package var sqlValue: SQLValue { .integer(Int64(self)) }

  package init?(sqlValue: SQLValue) {
    guard case .integer(let integer) = sqlValue else { return nil }
    self = Int(integer)
  }
}

extension Int32: SQLBindable {
  package static var sqlKind: SQLKind { .integer }
  package var sqlValue: SQLValue { .integer(Int64(self)) }

  package init?(sqlValue: SQLValue) {
    guard case .integer(let integer) = sqlValue else { return nil }
    self.init(exactly: integer)
  }
}

/// Stored as 0 or 1, since SQLite has no type for it.
extension Bool: SQLBindable {
  package static var sqlKind: SQLKind { .integer }
  package var sqlValue: SQLValue { .integer(self ? 1 : 0) }

  package init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .integer(0): self = false
    case .integer(1): self = true
    default: return nil
    }
  }
}

/// Whole numbers are read as reals too: SQLite's `sum` and `total` differ in just that.
extension Double: SQLBindable {
  package static var sqlKind: SQLKind { .real }
  package var sqlValue: SQLValue { .real(self) }

  package init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .real(let real): self = real
    case .integer(let integer): self = Double(integer)
    default: return nil
    }
  }
}

/// Text with a NUL in it is refused when bound, on both databases alike.
extension String: SQLBindable {
  package static var sqlKind: SQLKind { .text }
  package var sqlValue: SQLValue { .text(self) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self = text
  }
}

extension [UInt8]: SQLBindable {
  package static var sqlKind: SQLKind { .blob }
  package static var sqlName: String { "bytes" }
  package var sqlValue: SQLValue { .blob(self) }

  package init?(sqlValue: SQLValue) {
    guard case .blob(let bytes) = sqlValue else { return nil }
    self = bytes
  }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
  package static var sqlKind: SQLKind { Wrapped.sqlKind }
  package static var sqlName: String { "\(Wrapped.sqlName) or NULL" }
  package var sqlValue: SQLValue { self?.sqlValue ?? .null }

  package init?(sqlValue: SQLValue) {
    if case .null = sqlValue {
      self = .none
    } else if let wrapped = Wrapped(sqlValue: sqlValue) {
      self = .some(wrapped)
    } else {
      return nil
    }
  }
}

extension Identifier: SQLBindable {
  package static var sqlKind: SQLKind { .integer }
  package var sqlValue: SQLValue { .integer(rawValue) }

  package init?(sqlValue: SQLValue) {
    guard case .integer(let integer) = sqlValue else { return nil }
    self.init(rawValue: integer)
  }
}

extension Day: SQLBindable {
  package static var sqlKind: SQLKind { .integer }
  package var sqlValue: SQLValue { .integer(Int64(rawValue)) }

  package init?(sqlValue: SQLValue) {
    guard case .integer(let integer) = sqlValue, let days = Int32(exactly: integer) else {
      return nil
    }
    self.init(rawValue: days)
  }
}

extension Instant: SQLBindable {
  package static var sqlKind: SQLKind { .integer }
  package var sqlValue: SQLValue { .integer(rawValue) }

  package init?(sqlValue: SQLValue) {
    guard case .integer(let integer) = sqlValue else { return nil }
    self.init(rawValue: integer)
  }
}
