/// What one column of one row can hold; the same five kinds on both databases.
package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// The word that error messages use for what was found.
  var kindName: String {
    switch self {
    case .null: "NULL"
    case .integer: "an integer"
    case .real: "a real number"
    case .text: "text"
    case .blob: "bytes"
    }
  }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral
{
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(stringLiteral value: String) { self = .text(value) }
  package init(nilLiteral: ()) { self = .null }

  /// Whatever can be bound can be stored.
  package init(_ value: some SQLBindable) { self = value.sqlValue }
}

/// The type a bound value is declared with, which PostgreSQL must know even for NULL.
///
/// The raw value is the control character that stands for such a value in the text of a `SQL`.
package enum SQLKind: UInt8, Hashable, Sendable {
  case integer = 1
  case real = 2
  case text = 3
  case blob = 4
  case untyped = 5
  case integerList = 6
  case textList = 7
}
