/// Finds lasting changes of the net promoter score, period by period.
///
/// - Formula: a tabular CUSUM. z = (score of the period − baseline) / (100 √(v₀ / n)), v₀ being the
///   adjusted variance of the pooled baseline; C⁺ = max(0, C⁺ + z − k), C⁻ = max(0, C⁻ − z − k); a
///   signal where one is strictly above h, then both start again at 0.
/// - Units: standard errors of the period’s own count. Periods are counted from 0, the baseline
///   included.
/// - Interval: none; with the usual k = 0.5 and h = 5 a false signal comes once in about 465
///   periods.
/// - Complexity: linear in the periods.
/// - Beware: most changes from month to month are noise; the chart finds lasting ones.
/// - Source: E. S. Page, Biometrika 41, 1954; D. C. Montgomery, “Statistical Quality Control”.
public struct NetPromoterControlChart: Hashable, Sendable {
  /// Points.
  public let baseline: Double

  /// Of one answer in the pooled baseline, adjusted so that it is never 0.
  public let baselineVariance: Double

  /// The periods after the baseline, in order.
  public let points: [Point]
  /// Lasting changes, in order.
  public let signals: [Signal]

  /// One period on the chart.
  public struct Point: Hashable, Sendable {
    /// Nil for a period without responses, which carries the sums on.
    public let z: Double?
    /// C⁺, the signalling value where it signals.
    public let up: Double
    /// C⁻, the signalling value where it signals.
    public let down: Double
  }

  /// A lasting change.
  public struct Signal: Hashable, Sendable {
    /// Counted from 0, the baseline included.
    public let period: Int
    /// For better or worse.
    public let direction: Direction

    /// The first period after the sum was last 0: where the change is thought to have begun.
    public let changeStart: Int
  }

  /// Which way the score went.
  public enum Direction: String, Hashable, Sendable {
    /// Better than the baseline.
    case up
    /// Worse than the baseline.
    case down
  }

  /// - Parameters:
  ///   - periods: the counts of each period, oldest first.
  ///   - baselinePeriods: how many of the first make the baseline.
  ///   - allowance: half the shift worth finding, in standard errors; k in the literature.
  ///   - threshold: how much must add up before it signals, in standard errors; h.
  /// - Throws: `noBaseline` when the first `baselinePeriods` hold no responses, `invalidInput` for
  ///   a negative setting.
  public init(
    _ periods: [NetPromoterCounts],
    baselinePeriods: Int,
    allowance: Double = 0.5,
    threshold: Double = 5
  ) throws(MetricRefusal) {
    guard allowance >= 0, threshold >= 0 else { throw .invalidInput }
    var pooled = NetPromoterCounts()
    for period in periods.prefix(max(0, baselinePeriods)) { pooled.merge(period) }
    guard let baseline = pooled.value else { throw .noBaseline }
    let variance = pooled.adjusted.variance
    self.baseline = baseline
    baselineVariance = variance

    var points: [Point] = []
    var signals: [Signal] = []
    var up = Sum(lastZero: baselinePeriods - 1)
    var down = Sum(lastZero: baselinePeriods - 1)
    for (index, period) in periods.enumerated().dropFirst(baselinePeriods) {
      let z = period.value.map {
        ($0 - baseline) / (100 * (variance / Double(period.total)).squareRoot())
      }
      up.take(z.map { $0 - allowance }, at: index)
      down.take(z.map { -$0 - allowance }, at: index)
      points.append(Point(z: z, up: up.value, down: down.value))
      for (direction, sum) in [(Direction.up, up), (.down, down)] where sum.value > threshold {
        signals.append(
          Signal(period: index, direction: direction, changeStart: sum.lastZero + 1)
        )
      }
      if up.value > threshold || down.value > threshold {
        up = Sum(lastZero: index)
        down = Sum(lastZero: index)
      }
    }
    self.points = points
    self.signals = signals
  }

  /// One side of the chart.
  private struct Sum {
    var value = 0.0
    var lastZero: Int

    init(lastZero: Int) { self.lastZero = lastZero }

    mutating func take(_ excess: Double?, at index: Int) {
      if let excess { value = max(0, value + excess) }
      if value == 0 { lastZero = index }
    }
  }
}

extension NetPromoterControlChart: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "four periods around 30 points, then 29, 10, 8, 3, 1, 1, each of 100 answers",
      gives: [
        "baseline": 30, "variance": 0.6048833500606494, "z of the fifth": -0.12857726538370662,
        "C− at the signal": 7.371831311475756, "signals": 2, "first at": 7, "since": 5,
      ]
    ) { () throws(MetricRefusal) in
      let chart = try Self(
        periods([
          (50, 20), (48, 19), (52, 20), (49, 20), (50, 21), (40, 30), (38, 30), (36, 33), (35, 34),
          (34, 33),
        ]),
        baselinePeriods: 4
      )
      let first = chart.signals.first
      return [
        chart.baseline, chart.baselineVariance, chart.points[0].z, chart.points[3].down,
        Double(chart.signals.count), first.map { Double($0.period) },
        first.map { Double($0.changeStart) },
      ]
    },
    MetricExample("the first two periods without answers", refuses: .noBaseline) {
      () throws(MetricRefusal) in
      let silent = Array(repeating: NetPromoterCounts(), count: 2)
      let chart = try Self(silent + periods([(50, 20)]), baselinePeriods: 2)
      return [chart.baseline]
    },
  ]

  /// Promoters and detractors of 100 answers each.
  private static func periods(_ counts: [(Int, Int)]) -> [NetPromoterCounts] {
    counts.map {
      NetPromoterCounts(promoters: $0.0, passives: 100 - $0.0 - $0.1, detractors: $0.1)
    }
  }
}
