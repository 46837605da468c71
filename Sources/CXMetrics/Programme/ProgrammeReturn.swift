/// What a programme returns on what it costs.
///
/// - Formula: return = (Σ benefits − Σ costs) / Σ costs, plain and discounted; NPV = Σ flow_t /
///   (1 + rate)^t; IRR = the rate at which the NPV is 0, only where the flows change sign exactly
///   once; payback = the first time from which the cumulative flow stays at 0 or above, on a
///   straight line within the period.
/// - Units: shares, amounts of one currency, periods; flows fall at the ends of periods 0, 1, ….
///   Returns are nil without costs, payback is 0 when the cumulative flow is never negative and nil
///   when it stays so.
/// - Interval: none; see `ProgrammeReturnRange`.
/// - Complexity: linear in the periods; the IRR some 70 times that.
/// - Beware: benefits must be incremental (`IncrementalBenefit`), an amount may stand in one line
///   only, and costs are those of assessing, designing, executing and measuring together.
/// - Source: R. A. Brealey, S. C. Myers and F. Allen, “Principles of Corporate Finance”.
public struct ProgrammeReturn: Hashable, Sendable, BitwiseCopyable {
  /// Plain; nil when costs add up to 0.
  public let plain: Double?

  /// Of discounted benefits and costs; nil when the latter add up to 0.
  public let discounted: Double?

  /// Net present value; nil without periods.
  public let netPresentValue: Double?

  /// The internal rate of return, above −1.
  public let internalRate: Double?

  /// Periods.
  public let payback: Double?

  /// How often the flows, zeros left out, change their sign.
  public let signChanges: Int

  /// - Parameters:
  ///   - costs: of each period, as positive amounts.
  ///   - benefits: of each period.
  ///   - discountRate: a period, above −1.
  /// - Throws: `lengthMismatch`, `invalidInput` for a rate of −1 or below, amounts that are not
  ///   finite or too large to add up.
  public init(
    costs: [Double],
    benefits: [Double],
    discountRate: Double
  ) throws(MetricRefusal) {
    guard costs.count == benefits.count else { throw .lengthMismatch }
    guard discountRate > -1, discountRate.isFinite, costs.allSatisfy(\.isFinite),
      benefits.allSatisfy(\.isFinite)
    else { throw .invalidInput }
    let flows = CashFlows(zip(benefits, costs).map { $0 - $1 })
    guard flows.amounts.allSatisfy(\.isFinite) else { throw .invalidInput }
    plain = Self.ratio(flows.amounts.reduce(0, +), to: costs.reduce(0, +))
    let present = flows.presentValue(at: discountRate)
    netPresentValue = flows.amounts.isEmpty || !present.isFinite ? nil : present
    discounted = Self.ratio(present, to: CashFlows(costs).presentValue(at: discountRate))
    signChanges = flows.signChanges
    internalRate = flows.internalRate
    payback = flows.payback
  }

  private static func ratio(_ part: Double, to whole: Double) -> Double? {
    let ratio = part / whole
    return ratio.isFinite ? ratio : nil
  }
}

extension ProgrammeReturn: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "costs 1000 and four times 100, benefits 0, 300, 500, 600, 600, at 10 %",
      gives: [
        "return": 0.42857142857142855, "discounted": 0.1743076444352243,
        "NPV": 229.56082234819996, "IRR": 0.18844893188436476, "payback": 2.8,
      ]
    ) { () throws(MetricRefusal) in
      try figures([1000, 100, 100, 100, 100], [0, 300, 500, 600, 600], at: 0.1)
    },
    MetricExample(
      "costs 1000, benefits 0, 200, 300, at 8 %",
      gives: [
        "return": -0.5, "discounted": -0.5576131687242798, "NPV": -557.6131687242798,
        "IRR": -0.34322356371699775, "payback": nil,
      ]
    ) { () throws(MetricRefusal) in
      try figures([1000, 0, 0], [0, 200, 300], at: 0.08)
    },
    MetricExample(
      "no costs, benefit 5 at once",
      gives: ["return": nil, "discounted": nil, "NPV": 5, "IRR": nil, "payback": 0]
    ) { () throws(MetricRefusal) in try figures([0], [5], at: 0.1) },
    MetricExample("two costs, one benefit", refuses: .lengthMismatch) {
      () throws(MetricRefusal) in try figures([1, 1], [5], at: 0.1)
    },
  ]

  private static func figures(
    _ costs: [Double],
    _ benefits: [Double],
    at rate: Double
  ) throws(MetricRefusal) -> [Double?] {
    let found = try Self(costs: costs, benefits: benefits, discountRate: rate)
    return [
      found.plain, found.discounted, found.netPresentValue, found.internalRate, found.payback,
    ]
  }
}
