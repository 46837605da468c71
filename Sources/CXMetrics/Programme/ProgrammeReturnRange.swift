/// What a programme returns if things go badly, as expected, and well.
///
/// - Formula: `ProgrammeReturn` of the same costs with low, expected and high benefits.
/// - Units: as for `ProgrammeReturn`.
/// - Interval: from the low case through the high one; not a confidence interval unless the
///   benefits come from the ends of one.
/// - Complexity: three times `ProgrammeReturn`.
/// - Source: R. A. Brealey, S. C. Myers and F. Allen, “Principles of Corporate Finance”.
public struct ProgrammeReturnRange: Hashable, Sendable, BitwiseCopyable {
  /// With the benefits that one can count on.
  public let low: ProgrammeReturn

  /// With the benefits that one expects.
  public let base: ProgrammeReturn

  /// With the benefits that one may hope for.
  public let high: ProgrammeReturn

  /// - Throws: `lengthMismatch`, `invalidInput` also when the benefits of a period are not in
  ///   order.
  public init(
    costs: [Double],
    low: [Double],
    base: [Double],
    high: [Double],
    discountRate: Double
  ) throws(MetricRefusal) {
    self.low = try ProgrammeReturn(costs: costs, benefits: low, discountRate: discountRate)
    self.base = try ProgrammeReturn(costs: costs, benefits: base, discountRate: discountRate)
    self.high = try ProgrammeReturn(costs: costs, benefits: high, discountRate: discountRate)
    for period in costs.indices {
      guard low[period] <= base[period], base[period] <= high[period] else { throw .invalidInput }
    }
  }
}

extension ProgrammeReturnRange: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "costs 1000 and 0, benefits 500, 1100 or 1600 a period later, at 0 %",
      gives: ["low": -0.5, "base": 0.1, "high": 0.6]
    ) { () throws(MetricRefusal) in
      let range = try Self(
        costs: [1000, 0],
        low: [0, 500],
        base: [0, 1100],
        high: [0, 1600],
        discountRate: 0
      )
      return [range.low.plain, range.base.plain, range.high.plain]
    },
    MetricExample("a high case below the low one", refuses: .invalidInput) {
      () throws(MetricRefusal) in
      let range = try Self(costs: [1], low: [3], base: [2], high: [1], discountRate: 0)
      return [range.base.plain]
    },
  ]
}
