/// What a programme brought beyond what would have come without it.
///
/// - Formula: uplift = (treated after − before) − (control after − before); benefit = uplift ×
///   customers treated × margin. The naive benefit leaves the control group out.
/// - Units: the figure’s own a customer; amounts of one currency.
/// - Interval: none here; put the ends of an interval of the uplift through
///   `ProgrammeReturnRange`.
/// - Complexity: constant.
/// - Beware: holds only if both groups would have moved alike; draw the control group at random.
/// - Source: O. Ashenfelter and D. Card, Review of Economics and Statistics 67(4), 1985.
public struct IncrementalBenefit: Hashable, Sendable, BitwiseCopyable {
  /// What each customer treated spent more because of the programme.
  public let upliftPerCustomer: Double

  /// The margin on that, of all customers treated.
  public let benefit: Double

  /// What one would believe without a control group.
  public let naiveBenefit: Double

  /// The mean of a group before and after.
  public typealias Means = (before: Double, after: Double)

  /// - Parameters:
  ///   - treated: those whom the programme reached, before and after.
  ///   - control: those whom it did not reach.
  ///   - customersTreated: how many it reached.
  ///   - margin: the share of spending that stays.
  /// - Throws: `invalidInput` for a negative count or amounts that are not finite.
  public init(
    treated: Means,
    control: Means,
    customersTreated: Int,
    margin: Double
  ) throws(MetricRefusal) {
    guard customersTreated >= 0 else { throw .invalidInput }
    let naive = treated.after - treated.before
    upliftPerCustomer = naive - (control.after - control.before)
    benefit = upliftPerCustomer * Double(customersTreated) * margin
    naiveBenefit = naive * Double(customersTreated) * margin
    guard upliftPerCustomer.isFinite, benefit.isFinite, naiveBenefit.isFinite else {
      throw .invalidInput
    }
  }
}

extension IncrementalBenefit: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "5000 treated from 100 to 118, control from 100 to 110, margin 35 %",
      gives: ["uplift": 8, "benefit": 14_000, "naive": 31_500]
    ) { () throws(MetricRefusal) in
      let found = try Self(
        treated: (100, 118),
        control: (100, 110),
        customersTreated: 5000,
        margin: 0.35
      )
      return [found.upliftPerCustomer, found.benefit, found.naiveBenefit]
    },
    MetricExample("both groups rose by 3", gives: ["uplift": 0, "benefit": 0, "naive": 300]) {
      () throws(MetricRefusal) in
      let found = try Self(
        treated: (10, 13),
        control: (20, 23),
        customersTreated: 100,
        margin: 1
      )
      return [found.upliftPerCustomer, found.benefit, found.naiveBenefit]
    },
    MetricExample("−1 customers", refuses: .invalidInput) { () throws(MetricRefusal) in
      let found = try Self(
        treated: (10, 13),
        control: (20, 23),
        customersTreated: -1,
        margin: 1
      )
      return [found.benefit]
    },
  ]
}
