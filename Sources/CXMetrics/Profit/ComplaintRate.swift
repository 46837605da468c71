/// Complaints for every thousand transactions.
///
/// - Formula: 1000 k / n.
/// - Units: complaints a thousand transactions; nil without transactions.
/// - Interval: Garwood’s exact one for a Poisson count, quantiles of χ² with 2k and 2k + 2 degrees
///   of freedom, halved; it never misses more often than asked.
/// - Complexity: constant; counts merge by addition.
/// - Beware: complaints fall when complaining gets harder.
/// - Source: F. Garwood, Biometrika 28, 1936.
public struct ComplaintRate: Hashable, Sendable, BitwiseCopyable {
  /// Complaints a thousand transactions.
  public let perThousand: Double?

  /// In the same units.
  public let interval: Interval?

  /// - Throws: `invalidInput` for a negative or absurd count.
  public init(
    complaints: Int,
    transactions: Int,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    guard CountLimit.contains(complaints), CountLimit.contains(transactions) else {
      throw .invalidInput
    }
    guard transactions > 0 else {
      (perThousand, interval) = (nil, nil)
      return
    }
    let (k, n) = (Double(complaints), Double(transactions))
    let tail = confidence.risk / 2
    perThousand = 1000 * k / n
    interval = Interval(
      low: complaints == 0 ? 0 : 1000 * GammaDistribution(shape: k).quantile(tail) / n,
      high: 1000 * GammaDistribution(shape: k + 1).quantile(1 - tail) / n
    )
  }
}

extension ComplaintRate: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "12 complaints in 4800 transactions",
      gives: ["per thousand": 2.5, "low": 1.2917864809837958, "high": 4.366996885036866],
      within: 1e-7
    ) { () throws(MetricRefusal) in try figures(12, 4800) },
    MetricExample(
      "none in 1000",
      gives: ["per thousand": 0, "low": 0, "high": 3.6888794541139363]
    ) { () throws(MetricRefusal) in try figures(0, 1000) },
    MetricExample(
      "no transactions",
      gives: ["per thousand": nil, "low": nil, "high": nil]
    ) { () throws(MetricRefusal) in try figures(0, 0) },
  ]

  private static func figures(
    _ complaints: Int,
    _ transactions: Int
  ) throws(MetricRefusal) -> [Double?] {
    let rate = try Self(complaints: complaints, transactions: transactions)
    return [rate.perThousand, rate.interval?.low, rate.interval?.high]
  }
}
