/// The straight line through the net promoter scores of successive periods.
///
/// - Formula: least squares on the period’s index, weighted by n / (10⁴ v′), v′ being the adjusted
///   variance of one answer; standard error of known variances; z test.
/// - Units: points a period.
public struct NetPromoterTrend: Hashable, Sendable, BitwiseCopyable {
  /// Periods with responses.
  public let periods: Int

  /// Points a period.
  public let slope: Double

  /// Points, at the first period, index 0.
  public let intercept: Double
  public let standardError: Double
  public let z: Double
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
