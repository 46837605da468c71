/// How often one customer buys, and whether the next purchase is overdue.
///
/// - Formula: intervals are the days between consecutive occasions up to and including `asOf`;
///   the overdue ratio is the days since the last occasion over the median interval.
/// - Units: days; the overdue ratio and the coefficient of variation have none. Range: the ratio is
///   0 or more, 1 at one usual interval; a coefficient well below 1 says that the customer is
///   regular.
/// - Complexity: O(n log n) for n intervals, for the median.
/// - Beware: the interval still running is not among the intervals; for a population use
///   `PurchaseIntervalSurvival`, whose median counts it as censored.
/// - Source: R. D. Wheat and D. G. Morrison, Journal of Marketing Research 27(1), 1990.
public struct PurchaseCycle: Hashable, Sendable {
  /// Days on which the customer bought, up to `asOf`.
  public let occasions: Int

  /// Days between consecutive occasions, earliest first.
  public let intervals: [Int]

  /// Nil, like the median, without intervals.
  public let mean: Double?

  /// Days between purchases, the middle one; nil without an interval.
  public let median: Double?

  /// With n − 1; nil, like the coefficient of variation, for fewer than two intervals.
  public let standardDeviation: Double?

  /// The standard deviation over the mean.
  public let coefficientOfVariation: Double?

  /// Nil without occasions.
  public let daysSinceLast: Int?

  /// Nil without intervals.
  public let overdueRatio: Double?

  /// - Parameters:
  ///   - history: the purchases of one customer.
  ///   - asOf: the last day that is known; later purchases are left out.
  /// - Throws: `invalidInput` for a day that cannot be meant.
  public init(_ history: PurchaseHistory, asOf: Int) throws(MetricRefusal) {
    guard PurchaseHistory.days.contains(asOf) else { throw .invalidInput }
    self.init(history.occasions, asOf: asOf)
  }

  /// From occasions in the order of their days, as a history gives them.
  init(_ all: [PurchaseOccasion], asOf: Int) {
    let days = all.lazy.map(\.day).prefix { $0 <= asOf }
    let intervals = zip(days.dropFirst(), days).map { $0 - $1 }
    let count = Double(intervals.count)
    let mean = intervals.isEmpty ? nil : Double(intervals.reduce(0, +)) / count
    let deviation = mean.flatMap { mean -> Double? in
      guard intervals.count > 1 else { return nil }
      let squares = intervals.reduce(0.0) { sum, interval in
        let distance = Double(interval) - mean
        return sum + distance * distance
      }
      return (squares / (count - 1)).squareRoot()
    }
    let median = Median.of(intervals.map(Double.init))
    let since = days.last.map { asOf - $0 }
    occasions = days.count
    self.intervals = intervals
    self.mean = mean
    self.median = median
    standardDeviation = deviation
    coefficientOfVariation = mean.flatMap { mean in deviation.map { $0 / mean } }
    daysSinceLast = since
    overdueRatio = median.flatMap { median in since.map { Double($0) / median } }
  }
}

/// The middle of some values; of an even number the mean of the two in the middle.
enum Median {
  static func of(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1
      ? sorted[middle] : sorted[middle - 1] + 0.5 * (sorted[middle] - sorted[middle - 1])
  }
}

extension PurchaseCycle: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "days 0, 14 (twice), 30, 50; as of day 90",
      gives: ["mean": 16.666666666666668, "cv": 0.1833030277982336, "overdue ratio": 2.5]
    ) { () throws(MetricRefusal) in
      let purchases = [(0, 10.0), (14, 10), (14, 10), (30, 10), (50, 10)]
      let cycle = try PurchaseCycle(
        PurchaseHistory(purchases.map { (day: $0.0, amount: $0.1) }),
        asOf: 90
      )
      return [cycle.mean, cycle.coefficientOfVariation, cycle.overdueRatio]
    },
    MetricExample(
      "day 5 only; as of day 36",
      gives: ["median": nil, "days since last": 31, "overdue ratio": nil]
    ) { () throws(MetricRefusal) in
      let cycle = try PurchaseCycle(PurchaseHistory([(5, 1)]), asOf: 36)
      return [cycle.median, cycle.daysSinceLast.map(Double.init), cycle.overdueRatio]
    },
  ]
}
