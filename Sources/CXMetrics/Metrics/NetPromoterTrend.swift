/// The straight line through the net promoter scores of successive periods.
///
/// - Formula: least squares on the period’s index, weighted by n / (10⁴ v′), v′ being the adjusted
///   variance of one answer; standard error of known variances; z test.
/// - Units: points a period.
/// - Interval: slope ± z standard errors.
/// - Complexity: linear in the periods, in one pass.
/// - Beware: a straight line hides a turn; look at the chart (`NetPromoterControlChart`). With some
///   sixty answers a period the interval holds the slope a little less often than it says, since
///   the weights are estimated as well.
/// - Source: A. C. Aitken, Proceedings of the Royal Society of Edinburgh 55, 1935; adjusted
///   variance as for `NetPromoterScore`.
public struct NetPromoterTrend: Hashable, Sendable, BitwiseCopyable {
  /// Periods with responses.
  public let periods: Int

  /// Points a period.
  public let slope: Double

  /// Points, at the first period, index 0.
  public let intercept: Double
  /// Of the slope.
  public let standardError: Double
  /// The slope in standard errors.
  public let z: Double
  /// Two-sided.
  public let pValue: Double

  /// Periods without responses keep their place but weigh nothing.
  ///
  /// - Throws: `tooFewPeriods` when fewer than three hold responses.
  public init(_ periods: some Collection<NetPromoterCounts>) throws(MetricRefusal) {
    var sums = Sums()
    for (index, period) in periods.enumerated() {
      guard let value = period.value else { continue }
      let weight = Double(period.total) / (1e4 * period.adjusted.variance)
      sums.add(x: Double(index), y: value, weight: weight)
    }
    guard sums.count >= 3 else { throw .tooFewPeriods }
    self.periods = sums.count
    slope = sums.crossed / sums.squared
    intercept = sums.meanY - slope * sums.meanX
    standardError = (1 / sums.squared).squareRoot()
    z = slope / standardError
    pValue = NormalDistribution.bothTails(z)
  }

  /// Weighted moments about the running means, so that nothing cancels.
  private struct Sums {
    var count = 0
    var weight = 0.0
    var meanX = 0.0
    var meanY = 0.0
    var squared = 0.0
    var crossed = 0.0

    mutating func add(x: Double, y: Double, weight new: Double) {
      count += 1
      weight += new
      let distance = x - meanX
      meanX += distance * new / weight
      meanY += (y - meanY) * new / weight
      squared += new * distance * (x - meanX)
      crossed += new * distance * (y - meanY)
    }
  }
}

extension NetPromoterTrend: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "ten periods of 100 answers: 30, 29, 32, 29, 29, 10, 8, 3, 1, 1 points",
      gives: [
        "slope": -4.118182830390293, "intercept": 35.82630460486779, "se": 0.8793861635512087,
        "z": -4.683019816641091, "p": 2.826791729444013e-06,
      ]
    ) { () throws(MetricRefusal) in
      try figures([
        (50, 20), (48, 19), (52, 20), (49, 20), (50, 21), (40, 30), (38, 30), (36, 33), (35, 34),
        (34, 33),
      ])
    },
    MetricExample("two periods", refuses: .tooFewPeriods) { () throws(MetricRefusal) in
      try figures([(50, 20), (40, 30)])
    },
  ]

  private static func figures(_ counts: [(Int, Int)]) throws(MetricRefusal) -> [Double?] {
    let trend = try Self(
      counts.map {
        NetPromoterCounts(promoters: $0.0, passives: 100 - $0.0 - $0.1, detractors: $0.1)
      }
    )
    return [trend.slope, trend.intercept, trend.standardError, trend.z, trend.pValue]
  }
}
