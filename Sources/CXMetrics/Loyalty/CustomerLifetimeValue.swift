import Foundation

/// What a customer’s purchases of the coming months are worth today.
///
/// - Formula: Σ margin · E(spend) · (E(k u) − E((k−1) u)) / (1 + d)^k over the months k, E(t) being
///   the purchases that BG/NBD expects within t, u the units of time a month and d the discount a
///   month.
/// - Units: money; the margin is a share of spend. A month is 30.4375 days or 4.345 weeks.
/// - Complexity: O(months), an expectation each.
/// - Beware: the figure is what is still to come, acquisition cost not deducted, and only for the
///   months asked for. For customers who never came back it rests on the population alone.
/// - Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, Journal of Marketing Research 42(4), 2005.
public struct CustomerLifetimeValue: Hashable, Sendable, BitwiseCopyable {
  /// A month in days.
  public static let daysPerMonth = 30.4375

  /// A month in weeks, as the literature rounds it.
  public static let weeksPerMonth = 4.345

  /// More is no forecast.
  static let monthsMax = 1200

  /// Per occasion.
  public let expectedSpend: Double

  /// Within all the months.
  public let expectedPurchases: Double

  /// What the customer will bring, discounted, in money.
  public let value: Double

  /// How to count what comes in later.
  public struct Terms: Hashable, Sendable, BitwiseCopyable {
    /// How many months ahead, at least 0.
    public let months: Int

    /// A share of money’s worth lost each month: 0.01 for 1 %.
    public let monthlyDiscount: Double

    /// The share of spend that is kept.
    public let margin: Double

    /// The model’s time units in a month: 4.345 weeks, 30.4375 days.
    public let unitsPerMonth: Double

    /// - Throws: `invalidInput` unless there are 0 to 1200 months, the discount is above −1, the
    ///   margin a number and the unit above 0.
    public init(
      months: Int,
      monthlyDiscount: Double,
      margin: Double,
      unitsPerMonth: Double
    ) throws(MetricRefusal) {
      guard (0...monthsMax).contains(months), monthlyDiscount > -1, monthlyDiscount < .infinity,
        margin.isFinite, unitsPerMonth > 0, unitsPerMonth < .infinity
      else { throw .invalidInput }
      self.months = months
      self.monthlyDiscount = monthlyDiscount
      self.margin = margin
      self.unitsPerMonth = unitsPerMonth
    }
  }

  /// - Parameters:
  ///   - customer: what they spent in repeat purchases.
  ///   - purchases: the model of when they buy.
  ///   - spend: the model of what they spend.
  ///   - terms: months, margin and discount.
  ///   - meanSpend: of the repeat occasions.
  /// - Throws: `invalidInput` where spend or purchases to expect are not finite.
  public init(
    of customer: RepeatPurchases,
    meanSpend: Double,
    purchases: BetaGeometricModel,
    spend: SpendModel,
    terms: Terms
  ) throws(MetricRefusal) {
    let perOccasion = try spend.expectedSpend(count: customer.count, meanSpend: meanSpend)
    var (before, value, factor) = (0.0, 0.0, 1.0)
    for month in 0..<terms.months {
      let reached = try purchases.expectedPurchases(
        of: customer,
        within: Double(month + 1) * terms.unitsPerMonth
      )
      factor /= 1 + terms.monthlyDiscount
      value += (reached - before) * factor
      before = reached
    }
    expectedSpend = perOccasion
    expectedPurchases = before
    self.value = terms.margin * perOccasion * value
    guard self.value.isFinite else { throw .invalidInput }
  }
}

extension CustomerLifetimeValue: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "CDNOW’s models; x 2, t_x 30.43, T 38.86 weeks, mean 22.35; 12 months, 1 %, margin 0.3",
      gives: [
        "expected spend": 24.663713910761157, "expected purchases": 1.5621542315212844,
        "value": 10.886763337679767,
      ],
      within: 1e-7
    ) { () throws(MetricRefusal) in try published(months: 12) },
    MetricExample(
      "the same over no months",
      gives: ["expected spend": 24.663713910761157, "expected purchases": 0, "value": 0]
    ) { () throws(MetricRefusal) in try published(months: 0) },
    MetricExample("−1 months", refuses: .invalidInput) { () throws(MetricRefusal) in
      try published(months: -1)
    },
  ]

  private static func published(months: Int) throws(MetricRefusal) -> [Double?] {
    let found = try Self(
      of: RepeatPurchases(count: 2, lastAge: 30.43, age: 38.86),
      meanSpend: 22.35,
      purchases: BetaGeometricModel.published.get(),
      spend: SpendModel.published.get(),
      terms: Terms(months: months, monthlyDiscount: 0.01, margin: 0.3, unitsPerMonth: weeksPerMonth)
    )
    return [found.expectedSpend, found.expectedPurchases, found.value]
  }
}

/// What a customer is worth who stays with the same chance every period.
///
/// - Formula: m (1+d) / (1+d−r) with the first margin now, m r / (1+d−r) with it after one period;
///   m is the margin a period, r the retention and d the discount.
/// - Units: money. Range: the retention 0 through 1, the discount above r − 1.
/// - Complexity: O(1).
/// - Beware: retention is hardly ever constant: those who stayed long stay more, so that the figure
///   errs low for a mixed base.
/// - Source: S. Gupta and D. R. Lehmann, Journal of Interactive Marketing 17(1), 2003.
public struct RetentionLifetimeValue: Hashable, Sendable, BitwiseCopyable {
  /// The value where the first margin comes at once.
  public let firstMarginNow: Double

  /// The value where the first margin comes after a period.
  public let firstMarginAfterOnePeriod: Double

  /// - Throws: `invalidInput` for a retention outside 0 through 1, and where the sum is endless.
  public init(
    marginPerPeriod: Double,
    retention: Double,
    discount: Double
  ) throws(MetricRefusal) {
    let lost = 1 + discount - retention
    guard marginPerPeriod.isFinite, retention >= 0, retention <= 1, discount > -1, lost > 0,
      discount < .infinity
    else { throw .invalidInput }
    firstMarginNow = marginPerPeriod * ((1 + discount) / lost)
    firstMarginAfterOnePeriod = marginPerPeriod * (retention / lost)
    guard firstMarginNow.isFinite, firstMarginAfterOnePeriod.isFinite else { throw .invalidInput }
  }
}

extension RetentionLifetimeValue: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "margin 100, retention 80 %, discount 10 %",
      gives: ["first margin now": 366.6666666666667, "after one period": 266.66666666666663]
    ) { () throws(MetricRefusal) in
      let value = try Self(marginPerPeriod: 100, retention: 0.8, discount: 0.1)
      return [value.firstMarginNow, value.firstMarginAfterOnePeriod]
    },
    MetricExample("retention 100 %, no discount", refuses: .invalidInput) {
      () throws(MetricRefusal) in
      [try Self(marginPerPeriod: 100, retention: 1, discount: 0).firstMarginNow]
    },
  ]
}
