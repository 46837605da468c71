/// One statement in the SQL that both databases share; interpolation binds, never splices.
///
/// ```swift
/// let name: String? = form["name"]
/// let sql: SQL = "UPDATE survey SET name = \(name) WHERE id IN \(list: ids)"
/// ```
///
/// The text comes from literals only, so that no value can become text by mistake. Conditions are
/// put together from fragments: `"SELECT … WHERE survey = \(id) \(filter)"` with `filter` a `SQL`.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
  /// What a driver is handed for one binding point.
  enum Argument: Sendable {
    case value(SQLValue)
    case integers([Int64])
    case texts([String])
  }

  /// The text with the character of its `SQLKind` wherever a value goes.
  ///
  /// It names a prepared statement on both databases, types included.
  var key: String
  var arguments: [Argument]

  package init(stringLiteral value: StaticString) {
    key = value.description
    arguments = []
  }

  package init(stringInterpolation: Interpolation) {
    key = stringInterpolation.key
    arguments = stringInterpolation.arguments
  }

  /// Text that this target itself made, of checked names only.
  init(trusted key: String, arguments: [Argument] = []) {
    self.key = key
    self.arguments = arguments
  }

  package static func + (left: SQL, right: SQL) -> SQL {
    SQL(trusted: left.key + right.key, arguments: left.arguments + right.arguments)
  }
}

extension [SQL] {
  /// The fragments one after another with a literal between them, as in `" AND "`.
  package func joined(by separator: SQL) -> SQL {
    guard var joined = first else { return "" }
    for fragment in dropFirst() { joined = joined + separator + fragment }
    return joined
  }
}

extension SQL {
  package struct Interpolation: StringInterpolationProtocol {
    var key = ""
    var arguments: [Argument] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      key.reserveCapacity(literalCapacity + interpolationCount)
      arguments.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: StaticString) { key += literal.description }

    /// Binds one value, declared with the kind of its type.
    package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value) {
      bind(.value(value.sqlValue), Value.sqlKind)
    }

    /// Binds a value or NULL, which keeps the kind of its type.
    package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
      bind(.value(value?.sqlValue ?? .null), Value.sqlKind)
    }

    /// Binds a value whose kind only shows at run time; NULL then takes its type from its place.
    package mutating func appendInterpolation(_ value: SQLValue) {
      let kind: SQLKind =
        switch value {
        case .null: .untyped
        case .integer: .integer
        case .real: .real
        case .text: .text
        case .blob: .blob
        }
      bind(.value(value), kind)
    }

    /// Puts in another statement's text and its values.
    package mutating func appendInterpolation(_ fragment: SQL) {
      key += fragment.key
      arguments += fragment.arguments
    }

    /// Stands to the right of `IN`; an empty list matches nothing.
    package mutating func appendInterpolation<Element: SQLBindable>(list elements: [Element]) {
      switch Element.sqlKind {
      case .integer:
        bind(
          .integers(
            elements.map { if case .integer(let integer) = $0.sqlValue { integer } else { 0 } }
          ),
          .integerList
        )
      case .text:
        bind(
          .texts(elements.map { if case .text(let text) = $0.sqlValue { text } else { "" } }),
          .textList
        )
      default:
        appendEach(elements)
      }
    }

    /// A table's or column's name known when this was compiled, in quotation marks.
    package mutating func appendInterpolation(identifier: StaticString) {
      key += SQLName(identifier).quoted
    }

    private mutating func bind(_ argument: Argument, _ kind: SQLKind) {
      key.unicodeScalars.append(Unicode.Scalar(kind.rawValue))
      arguments.append(argument)
    }

    /// Bytes and reals have no list of their own on SQLite, so each is bound by itself.
    private mutating func appendEach<Element: SQLBindable>(_ elements: [Element]) {
      guard !elements.isEmpty else {
        appendLiteral("(SELECT ")
        appendInterpolation(Element?.none)
        appendLiteral(" WHERE 1 = 0)")
        return
      }
      for (index, element) in elements.enumerated() {
        appendLiteral(index == 0 ? "(" : ", ")
        appendInterpolation(element)
      }
      appendLiteral(")")
    }
  }
}

/// A table's or column's name: snake_case, so that PostgreSQL does not fold it into another.
struct SQLName: Hashable, Sendable {
  let text: String

  init(_ name: StaticString) {
    text = name.description
    let letters = text.utf8.allSatisfy {
      ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 95
    }
    precondition(letters && !text.isEmpty, "\(text) is no name in snake_case")
  }

  var quoted: String { "\"\(text)\"" }
}
