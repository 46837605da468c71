import Foundation

/// Net amounts at the ends of periods 0, 1, ….
struct CashFlows {
  let amounts: [Double]

  init(_ amounts: [Double]) { self.amounts = amounts }

  /// By Horner’s rule from the last period on.
  func presentValue(at rate: Double) -> Double {
    amounts.reversed().reduce(0) { $0 / (1 + rate) + $1 }
  }

  var signChanges: Int {
    let signs = amounts.filter { $0 != 0 }.map { $0 > 0 }
    return zip(signs, signs.dropFirst()).count { $0 != $1 }
  }

  /// The one rate above −1 at which the present value is 0; nil unless the sign changes once.
  ///
  /// By bisection of the logarithm of the discount factor, which has exactly one root then
  /// (Descartes’ rule of signs).
  var internalRate: Double? {
    guard signChanges == 1, let first = amounts.firstIndex(where: { $0 != 0 }),
      let last = amounts.lastIndex(where: { $0 != 0 })
    else { return nil }
    let scale = amounts.reduce(0) { max($0, abs($1)) }
    let scaled = amounts[first...last].map { $0 / scale }
    /// The present value is positive at a discount factor; the largest power of it is divided out,
    /// so that nothing overflows.
    func isPositive(at logFactor: Double) -> Bool {
      let factor = exp(-abs(logFactor))
      return logFactor <= 0
        ? scaled.reversed().reduce(0) { $0 * factor + $1 } > 0
        : scaled.reduce(0) { $0 * factor + $1 } > 0
    }
    let farOut = 700.0
    let endsPositive = amounts[last] > 0
    var (low, high) = (-farOut, farOut)
    guard isPositive(at: low) != endsPositive, isPositive(at: high) == endsPositive else {
      return nil
    }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if isPositive(at: middle) == endsPositive { high = middle } else { low = middle }
    }
    let rate = expm1(-(low + (high - low) / 2))
    return rate.isFinite ? rate : nil
  }

  /// The first time from which the running total stays at 0 or above; nil without periods and when
  /// it ends below.
  var payback: Double? {
    guard !amounts.isEmpty else { return nil }
    var (total, time) = (0.0, 0.0 as Double?)
    for (period, amount) in amounts.enumerated() {
      let before = total
      total += amount
      if total < 0 {
        time = nil
      } else if time == nil {
        time = Double(period - 1) - before / amount
      }
    }
    return time
  }
}
