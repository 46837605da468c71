import Kernel
import Tabular

/// A goal as people type it: at most one decimal, in Latin, Persian or Arabic digits.
enum GoalText {
  /// Nil for what is no number within the limits.
  static func value(of typed: String, within limits: ClosedRange<Double>) -> Double? {
    let plain = String(decoding: typed.plainFieldBytes, as: UTF8.self)
      .replacing(/[−–]/, with: "-").replacing(/[,٫]/, with: ".").replacing("%", with: "")
    guard plain.wholeMatch(of: /[-+]?[0-9]{1,3}(\.[0-9])?/) != nil, let value = Double(plain),
      limits.contains(value)
    else { return nil }
    return value
  }
}
