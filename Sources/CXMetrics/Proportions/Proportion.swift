/// A share of trials that succeeded, with Wilson’s interval.
///
/// - Formula: centre (p + z²/2n) / (1 + z²/n), half width
///   z √(p(1 − p)/n + z²/4n²) / (1 + z²/n); exactly 0 at none and exactly 1 at all.
/// - Units: shares, 0 through 1. Nil without trials.
/// - Interval: Wilson; for audits Clopper and Pearson’s exact one, which never misses more often
///   than asked, at the price of being wide.
/// - Complexity: constant; counts merge by addition.
/// - Beware: share ± z √(p(1 − p)/n), which many tools print, is a point at 0 % and 100 %.
/// - Source: E. B. Wilson, Journal of the American Statistical Association 22, 1927; L. D. Brown,
///   T. T. Cai and A. DasGupta, Statistical Science 16, 2001; C. J. Clopper and E. S. Pearson,
///   Biometrika 26, 1934.
public struct Proportion: Hashable, Sendable, BitwiseCopyable {
  /// Those who did.
  public let successes: Int
  /// All.
  public let trials: Int
  /// Wilson’s, in shares; nil without trials.
  public let interval: Interval?

  /// - Throws: `invalidInput` unless 0 ≤ successes ≤ trials.
  public init(
    successes: Int,
    trials: Int,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    guard successes >= 0, successes <= trials else { throw .invalidInput }
    self.init(successes, of: trials, z: confidence.z)
  }

  /// The share of scores that lie within some points of the scale.
  ///
  /// None at all when more was taken back than came in.
  init<let size: Int>(
    points: ClosedRange<Int>,
    of scores: borrowing Tally<size>,
    scale: ScoreScale,
    confidence: Confidence
  ) {
    var (inside, total) = (0, 0)
    for point in 0..<min(size, scale.points) {
      let times = scores[point]
      guard times >= 0 else {
        self.init(0, of: 0, z: confidence.z)
        return
      }
      total += times
      if points.contains(point) { inside += times }
    }
    self.init(inside, of: total, z: confidence.z)
  }

  private init(_ successes: Int, of trials: Int, z: Double) {
    self.successes = successes
    self.trials = trials
    interval = trials == 0 ? nil : Self.wilson(successes, of: trials, z: z)
  }

  /// Successes among all; nil without trials.
  public var share: Double? { trials == 0 ? nil : Double(successes) / Double(trials) }

  /// Exact where the percentage is whole, which a hundred times the share is not.
  public var percent: Double? {
    trials == 0 ? nil : 100 * Double(successes) / Double(trials)
  }

  /// The percentage with its interval; nil without trials.
  public var estimate: Estimate? {
    guard let percent, let interval else { return nil }
    return Estimate(value: percent, interval: interval * 100, count: trials, method: .wilson)
  }

  /// Clopper and Pearson’s interval, for audits: it never misses more often than asked, at the
  /// price of being wide.
  ///
  /// - Source: C. J. Clopper and E. S. Pearson, Biometrika 26, 1934.
  public func exactInterval(at confidence: Confidence = .standard) -> Interval? {
    guard trials > 0 else { return nil }
    let (k, n) = (Double(successes), Double(trials))
    let tail = confidence.risk / 2
    return Interval(
      low: successes == 0
        ? 0 : BetaDistribution(a: k, b: n - k + 1).split(below: tail, above: 1 - tail).x,
      high: successes == trials
        ? 1 : BetaDistribution(a: k + 1, b: n - k).split(below: 1 - tail, above: tail).x
    )
  }

  private static func wilson(_ successes: Int, of trials: Int, z: Double) -> Interval {
    let n = Double(trials)
    let p = Double(successes) / n
    let shrink = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / shrink
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / shrink
    return Interval(
      low: successes == 0 ? 0 : max(0, centre - half),
      high: successes == trials ? 1 : min(1, centre + half)
    )
  }
}

extension Proportion: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "8 of 10",
      gives: [
        "share": 0.8, "low": 0.49016247153664183, "high": 0.9433178485456247,
        "exact low": 0.4439045376923585, "exact high": 0.9747892736731666,
      ]
    ) { () throws(MetricRefusal) in try figures(8, of: 10) },
    MetricExample(
      "0 of 20",
      gives: [
        "share": 0, "low": 0, "high": 0.1611251580528194, "exact low": 0,
        "exact high": 0.16843347098308534,
      ]
    ) { () throws(MetricRefusal) in try figures(0, of: 20) },
    MetricExample(
      "0 of 0",
      gives: ["share": nil, "low": nil, "high": nil, "exact low": nil, "exact high": nil]
    ) { () throws(MetricRefusal) in try figures(0, of: 0) },
    MetricExample("3 of 2", refuses: .invalidInput) { () throws(MetricRefusal) in
      try figures(3, of: 2)
    },
  ]

  private static func figures(
    _ successes: Int,
    of trials: Int
  ) throws(MetricRefusal) -> [Double?] {
    let found = try Self(successes: successes, trials: trials)
    let exact = found.exactInterval()
    return [found.share, found.interval?.low, found.interval?.high, exact?.low, exact?.high]
  }
}
