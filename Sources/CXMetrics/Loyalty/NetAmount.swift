/// What is left of a day’s purchases after its refunds.
///
/// Amounts such as 0.1 have no exact `Double`, so what was bought and wholly taken back may leave a
/// rest of some 10⁻¹³: within a millionth of a millionth of what changed hands it is nothing.
struct NetAmount {
  private static let rounding = 1e-12

  private(set) var value = 0.0
  private var turnover = 0.0

  mutating func add(_ amount: Double) {
    value += amount
    turnover += abs(amount)
  }

  var isPositive: Bool { value > Self.rounding * turnover }
}
