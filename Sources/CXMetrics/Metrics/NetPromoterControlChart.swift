/// Finds lasting changes of the net promoter score, period by period.
///
/// A tabular CUSUM: z is a period’s distance from the baseline in standard errors of its own count;
/// C⁺ and C⁻ add up what exceeds `allowance` and signal when strictly above `threshold`, then
/// start again at 0. With the usual settings a false signal comes once in about 465 periods.
///
/// - Source: E. S. Page, Biometrika 41, 1954; D. C. Montgomery, “Statistical Quality Control”.
public struct NetPromoterControlChart: Hashable, Sendable {
  /// Points.
  public let baseline: Double

  /// Of one answer in the pooled baseline, adjusted so that it is never 0.
  public let baselineVariance: Double

  /// The periods after the baseline, in order.
  public let points: [Point]
  public let signals: [Signal]

  public struct Point: Hashable, Sendable {
    /// Nil for a period without responses, which carries the sums on.
    public let z: Double?
    public let up: Double
    public let down: Double
  }

  public struct Signal: Hashable, Sendable {
    /// Counted from 0, the baseline included.
    public let period: Int
    public let direction: Direction

    /// The first period after the sum was last 0: where the change is thought to have begun.
    public let changeStart: Int
  }

  public enum Direction: String, Hashable, Sendable {
    case up
    case down
  }

  /// - Parameters:
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
