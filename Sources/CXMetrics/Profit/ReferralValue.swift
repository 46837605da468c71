/// What a customer of a group is worth with the customers they bring and warn off.
///
/// - Formula: by referral = won × attribution × (lifetime value of the new + acquisition cost
///   saved) / n; by warning = warned off × chance that they would have bought × lifetime value of
///   the new / n; total = own lifetime value + the first − the second.
/// - Units: amounts of one currency, a customer.
/// - Interval: none; give a low and a high attribution.
/// - Complexity: constant.
/// - Beware: a customer won may have come anyway; attribution below 1 says so.
/// - Source: V. Kumar, J. A. Petersen and R. P. Leone, Harvard Business Review 85(10), 2007.
public struct ReferralValue: Hashable, Sendable, BitwiseCopyable {
  /// What the referrals of each customer bring.
  public let byReferral: Double

  /// What the warnings of each customer cost.
  public let byWarning: Double

  /// What each customer is worth with both.
  public let total: Double

  /// - Parameters:
  ///   - customers: in the group.
  ///   - ownValue: the lifetime value of each of them.
  ///   - won: customers who came by their referral.
  ///   - attribution: the share of those who would not have come otherwise, 0 through 1.
  ///   - newValue: the lifetime value of a customer who came so.
  ///   - savedCost: what it costs to acquire a customer otherwise.
  ///   - warnedOff: who might have come and were warned.
  ///   - conversion: the chance that they would have, 0 through 1.
  /// - Throws: `noData` without customers, `invalidInput` for a share outside 0...1, a negative
  ///   count or a value that is not finite.
  public init(
    customers: Int,
    ownValue: Double,
    won: Double,
    attribution: Double,
    newValue: Double,
    savedCost: Double,
    warnedOff: Double = 0,
    conversion: Double = 0
  ) throws(MetricRefusal) {
    guard customers > 0 else { throw .noData }
    guard won >= 0, warnedOff >= 0, (0...1).contains(attribution), (0...1).contains(conversion)
    else { throw .invalidInput }
    let n = Double(customers)
    byReferral = won * attribution * (newValue + savedCost) / n
    byWarning = warnedOff * conversion * newValue / n
    total = ownValue + byReferral - byWarning
    guard byReferral.isFinite, byWarning.isFinite, total.isFinite else { throw .invalidInput }
  }
}

extension ReferralValue: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "400 promoters worth 900 win 60, half of them otherwise lost, worth 700 and 120 saved",
      gives: ["by referral": 61.5, "by warning": 0, "total": 961.5]
    ) { () throws(MetricRefusal) in
      let value = try Self(
        customers: 400,
        ownValue: 900,
        won: 60,
        attribution: 0.5,
        newValue: 700,
        savedCost: 120
      )
      return [value.byReferral, value.byWarning, value.total]
    },
    MetricExample(
      "150 detractors worth 300 win 2 and warn off 90, a fifth of whom would have bought",
      gives: ["by referral": 5.466666666666667, "by warning": 84, "total": 221.46666666666664]
    ) { () throws(MetricRefusal) in
      let value = try Self(
        customers: 150,
        ownValue: 300,
        won: 2,
        attribution: 0.5,
        newValue: 700,
        savedCost: 120,
        warnedOff: 90,
        conversion: 0.2
      )
      return [value.byReferral, value.byWarning, value.total]
    },
    MetricExample("no customers", refuses: .noData) { () throws(MetricRefusal) in
      let value = try Self(
        customers: 0,
        ownValue: 1,
        won: 0,
        attribution: 1,
        newValue: 1,
        savedCost: 0
      )
      return [value.total]
    },
  ]
}
