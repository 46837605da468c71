import Foundation

/// The share of customers who were there at the start of a period and still are at its end.
///
/// - Formula: r = active at start and end / active at start; churn = 1 − r; annualised churn =
///   1 − r^(365 / days). New customers never enter.
/// - Units: shares, 0 through 1; nil without customers.
/// - Interval: Wilson.
/// - Complexity: constant; counts merge by addition.
/// - Beware: annualising takes for granted that the same share leaves in each period.
/// - Source: S. Gupta and D. R. Lehmann, Journal of Interactive Marketing 17, 2003; interval:
///   E. B. Wilson, Journal of the American Statistical Association 22, 1927.
public struct RetentionRate: Hashable, Sendable, BitwiseCopyable {
  /// Those who stayed among those who were there, with its interval.
  public let retention: Proportion

  /// What would leave in a year at this rate; nil without customers.
  public let annualisedChurn: Double?

  /// - Parameters:
  ///   - activeAtStart: customers at the start.
  ///   - activeAtStartAndEnd: those of them who were still customers at the end.
  ///   - confidence: of the interval.
  ///   - days: the length of the period, more than 0.
  /// - Throws: `invalidInput` when more stayed than there were, or the period has no length.
  public init(
    activeAtStart: Int,
    activeAtStartAndEnd: Int,
    days: Double,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    guard days > 0, days.isFinite else { throw .invalidInput }
    retention = try Proportion(
      successes: activeAtStartAndEnd,
      trials: activeAtStart,
      confidence: confidence
    )
    annualisedChurn = retention.share.map { share in
      // Few leave in a short period: 1 − r^x would lose their digits.
      share > 0 ? -expm1(365 / days * log(share)) : 1
    }
  }

  /// Those who left; nil without customers.
  public var churn: Double? { retention.share.map { 1 - $0 } }
}

extension RetentionRate: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "720 of 800 after 91 days",
      gives: [
        "retention": 0.9, "low": 0.8772617146858577, "high": 0.9189151843496017, "churn": 0.1,
        "annualised churn": 0.3446591981522086,
      ],
      within: 1e-7
    ) { () throws(MetricRefusal) in
      let rate = try Self(activeAtStart: 800, activeAtStartAndEnd: 720, days: 91)
      return [
        rate.retention.share, rate.retention.interval?.low, rate.retention.interval?.high,
        rate.churn, rate.annualisedChurn,
      ]
    },
    MetricExample("none of 3 after 30 days", gives: ["churn": 1, "annualised churn": 1]) {
      () throws(MetricRefusal) in
      let rate = try Self(activeAtStart: 3, activeAtStartAndEnd: 0, days: 30)
      return [rate.churn, rate.annualisedChurn]
    },
    MetricExample("5 of 3", refuses: .invalidInput) { () throws(MetricRefusal) in
      [try Self(activeAtStart: 3, activeAtStartAndEnd: 5, days: 30).churn]
    },
  ]
}
