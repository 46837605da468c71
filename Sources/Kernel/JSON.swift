/// A JSON value, read strictly: what two readers could understand differently is refused.
///
/// Foundation's decoder lets repeated keys and NUL through; an answer's path may not.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSON])
  case object(JSONObject)
}

extension JSON {
  package var isNull: Bool { self == .null }

  package var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// A whole number, also when it was written as `9.0`.
  package var integer: Int64? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int64(exactly: value)
    default: nil
    }
  }

  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  package var array: [JSON]? {
    if case .array(let value) = self { value } else { nil }
  }

  package var object: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The member of an object; nil when absent or when this is no object.
  package subscript(_ key: String) -> JSON? { object?[key] }

  /// What kind of value this is, in words for an error message.
  package var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .integer: "a whole number"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// The members of a JSON object, in the order they were written.
package struct JSONObject: Hashable, Sendable {
  package private(set) var members: [Member]

  package struct Member: Hashable, Sendable {
    package let key: String
    package var value: JSON
  }

  package init() { members = [] }

  package var keys: [String] { members.map(\.key) }
  package var isEmpty: Bool { members.isEmpty }
  package var count: Int { members.count }

  package mutating func reserve(_ count: Int) { members.reserveCapacity(count) }

  package subscript(_ key: String) -> JSON? {
    get { members.first { $0.key == key }?.value }
    set {
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (let index?, nil): members.remove(at: index)
      case (nil, nil): break
      }
    }
  }

  /// For a reader that has already made sure the key is new.
  mutating func append(newKey key: String, _ value: JSON) {
    members.append(Member(key: key, value: value))
  }
}

extension JSONObject {
  /// Members whose names are known to differ; quick for many, which adding one by one is not.
  package init(names: [String], values: [JSON]) {
    members = zip(names, values).map { Member(key: $0, value: $1) }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSON)...) {
    members = []
    for (key, value) in elements { self[key] = value }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self = .string(value) }
}

extension JSON: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    var object = JSONObject()
    for (key, value) in elements { object[key] = value }
    self = .object(object)
  }
}

extension JSON: ExpressibleByFloatLiteral, ExpressibleByNilLiteral {
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(nilLiteral: ()) { self = .null }
}
