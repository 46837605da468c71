/// The usual interval between purchases of many customers, the intervals still running included.
///
/// - Formula: S(t) = ∏ (1 − dᵢ/nᵢ) over the interval lengths up to t, dᵢ intervals ending there
///   and nᵢ being at least as long; the median is the smallest t with S(t) ≤ ½.
/// - Units: days. Nil when more than half of all intervals outlast every one that ended.
/// - Complexity: adding is O(1) and merging O(l) for l different lengths; asking is O(l log l).
/// - Beware: the median of closed intervals alone is too short, because long intervals are those
///   that have not ended yet. Where S(t) is exactly ½ some software takes a midpoint instead.
/// - Source: E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53, 1958.
public struct PurchaseIntervalSurvival: Hashable, Sendable {
  /// How far rounding may keep S from one half.
  private static let slack = 1e-12

  /// How many intervals of a length ended, and how many are still running.
  private struct Counts: Hashable {
    var ended = 0
    var running = 0
  }

  private var counts: [Double: Counts] = [:]

  /// No intervals yet.
  public init() {}

  /// The share of intervals longer than `days`, from there to the next step.
  public struct Step: Hashable, Sendable, BitwiseCopyable {
    /// The length at which some intervals end.
    public let days: Double

    /// The share of intervals that are longer.
    public let share: Double
  }

  /// Takes in one interval.
  ///
  /// - Parameters:
  ///   - days: its length, 0 or more.
  ///   - isRunning: no purchase has ended it yet: it is censored.
  /// - Throws: `invalidInput` for a negative or endless interval.
  public mutating func add(days: Double, isRunning: Bool) throws(MetricRefusal) {
    guard days >= 0, days.isFinite else { throw .invalidInput }
    add(days, ended: isRunning ? 0 : 1, running: isRunning ? 1 : 0)
  }

  /// Takes in a customer’s intervals, and the one since the last purchase as running.
  public mutating func add(_ cycle: PurchaseCycle) {
    for interval in cycle.intervals { add(Double(interval), ended: 1, running: 0) }
    if let since = cycle.daysSinceLast { add(Double(since), ended: 0, running: 1) }
  }

  /// Takes in the intervals of other customers.
  public mutating func merge(_ other: Self) {
    for (days, more) in other.counts { add(days, ended: more.ended, running: more.running) }
  }

  /// Takes in many intervals of one length.
  mutating func add(_ days: Double, ended: Int, running: Int) {
    counts[days, default: Counts()].ended += ended
    counts[days, default: Counts()].running += running
  }

  /// The share still without a purchase after each interval length that ended, shortest first.
  public var steps: [Step] {
    var atRisk = counts.values.reduce(0) { $0 + $1.ended + $1.running }
    var steps: [Step] = []
    var share = 1.0
    for (days, count) in counts.sorted(by: { $0.key < $1.key }) {
      if count.ended > 0 {
        share *= 1 - Double(count.ended) / Double(atRisk)
        steps.append(Step(days: days, share: share))
      }
      atRisk -= count.ended + count.running
    }
    return steps
  }

  /// Nil when the share never falls to one half.
  public var median: Double? { steps.first { $0.share <= 0.5 + Self.slack }?.days }

  /// Of the intervals that ended, for comparison; nil without any.
  public var medianOfClosed: Double? {
    let ended = counts.filter { $0.value.ended > 0 }.sorted { $0.key < $1.key }
    let total = ended.reduce(0) { $0 + $1.value.ended }
    guard total > 0 else { return nil }
    func value(at place: Int) -> Double {
      var before = 0
      for (days, count) in ended {
        before += count.ended
        if place < before { return days }
      }
      return 0
    }
    let (lower, upper) = (value(at: (total - 1) / 2), value(at: total / 2))
    return lower + 0.5 * (upper - lower)
  }

  /// Intervals that ended, and those still running.
  public var intervals: (ended: Int, running: Int) {
    counts.values.reduce((0, 0)) { ($0.0 + $1.ended, $0.1 + $1.running) }
  }
}

extension PurchaseIntervalSurvival: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "10, 14, 14 running, 20, 25 running, 31, 40 running",
      gives: ["median": 31, "median of closed": 17, "share longer than 20": 0.5357142857142858]
    ) { () throws(MetricRefusal) in
      var survival = PurchaseIntervalSurvival()
      for days in [10.0, 14, 20, 31] { try survival.add(days: days, isRunning: false) }
      for days in [14.0, 25, 40] { try survival.add(days: days, isRunning: true) }
      return [survival.median, survival.medianOfClosed, survival.steps[2].share]
    },
    MetricExample("7 running", gives: ["median": nil, "median of closed": nil]) {
      () throws(MetricRefusal) in
      var survival = PurchaseIntervalSurvival()
      try survival.add(days: 7, isRunning: true)
      return [survival.median, survival.medianOfClosed]
    },
  ]
}
