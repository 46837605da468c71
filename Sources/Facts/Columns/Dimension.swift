import Kernel

/// Names of the dimensions every business has; surveys declare more of their own.
package enum Dimension {
  /// Kept with every fact, though no answer says it; no attribute of a survey may have this name.
  package static let surveyVersion = "version"

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

  /// Any value met after the dimension's codes were used up.
  case other

  case value(String)
}

/// One dimension and the small numbers that stand for its values in the columns.
///
/// Codes: 0 not given, then the values in the order they were first met, 65,535 all others.
struct DimensionDictionary: Sendable {
  static let notGiven: UInt32 = 0
  static let other = UInt32(FactLedger.otherCode)

  let name: String
  private(set) var values: [String] = []
  private var codes: [String: UInt32] = [:]

  init(name: String) {
    self.name = name
  }

  /// A full dictionary may have sent values to “other”.
  var isFull: Bool { values.count + 1 == Self.other }

  /// One more than the largest code that can occur.
  var codeCount: Int { isFull ? Int(Self.other) + 1 : values.count + 1 }

  func code(of value: DimensionValue) -> UInt32? {
    switch value {
    case .notGiven: Self.notGiven
    case .other: isFull ? Self.other : nil
    case .value(let text): codes[text]
    }
  }

  func value(of code: UInt32) -> DimensionValue {
    switch code {
    case Self.notGiven: .notGiven
    case Self.other: .other
    default: .value(values[Int(code) - 1])
    }
  }

  /// The code of a value, a new one if need be; “other” once the dictionary is full.
  mutating func admit(_ value: String) -> UInt32 {
    if let code = codes[value] { return code }
    guard !isFull else { return Self.other }
    let code = UInt32(values.count + 1)
    values.append(value)
    codes[value] = code
    return code
  }
}
