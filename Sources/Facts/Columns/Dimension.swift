import Kernel

/// Names of the dimensions every business has; surveys declare more of their own.
package enum Dimension {
  package static let surveyVersion = "survey_version"
  package static let touchpoint = "touchpoint"
  package static let channel = "channel"
  package static let unit = "unit"
  package static let employee = "employee"
  package static let product = "product"
  package static let language = "language"
}

/// What a fact says of one dimension.
package enum DimensionValue: Hashable, Sendable {
  case notGiven

  /// Any value met after `Limits.dimensionValuesMax` others.
  case other

  case value(String)
}

/// One dimension and the small numbers that stand for its values in the columns.
///
/// Codes: 0 not given, 1 other, then the values in the order they were first met.
package struct DimensionDictionary: Sendable {
  static let notGiven: UInt32 = 0
  static let other: UInt32 = 1
  static let firstValue: UInt32 = 2

  package let name: String
  package private(set) var values: [String] = []
  private var codes: [String: UInt32] = [:]
  private let valuesMax: Int

  package init(name: String, valuesMax: Int = Limits.dimensionValuesMax) {
    self.name = name
    self.valuesMax = valuesMax
  }

  /// One more than the largest code given out.
  var codeCount: Int { values.count + Int(Self.firstValue) }

  var isFull: Bool { values.count >= valuesMax }

  /// Nil for a value never met; whether it is new or “other” is the caller's to say.
  func code(of value: String) -> UInt32? { codes[value] }

  func code(of value: DimensionValue) -> UInt32? {
    switch value {
    case .notGiven: Self.notGiven
    case .other: Self.other
    case .value(let text): codes[text]
    }
  }

  func value(of code: UInt32) -> DimensionValue {
    switch code {
    case Self.notGiven: .notGiven
    case Self.other: .other
    default: .value(values[Int(code - Self.firstValue)])
    }
  }

  /// The code of a value, a new one if need be; “other” once the dictionary is full.
  package mutating func admit(_ value: String) -> UInt32 {
    if let code = codes[value] { return code }
    guard !isFull else { return Self.other }
    let code = UInt32(codeCount)
    values.append(value)
    codes[value] = code
    return code
  }
}
