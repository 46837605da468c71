/// The difference between the means of two independent samples, tested without assuming that both
/// spread alike.
///
/// - Formula: t = (mean₁ − mean₂) / √(s₁²/n₁ + s₂²/n₂), on Satterthwaite’s degrees of freedom.
/// - Units: scale points; positive when the first sample scores higher.
/// - Interval: Student’s t with Satterthwaite’s degrees of freedom; not cut at the scale’s ends.
/// - Complexity: the points of the scale, from tallies, which merge by addition.
/// - Beware: people who answered in both samples break independence.
/// - Source: B. L. Welch, Biometrika 34, 1947; F. E. Satterthwaite, Biometrics Bulletin 2, 1946.
public struct MeanDifference: Hashable, Sendable, BitwiseCopyable {
  /// The first mean less the second.
  public let value: Double

  /// Nil, like interval and p-value, when a sample has one response or neither spreads at all.
  public let t: Double?
  /// Satterthwaite’s, hardly ever whole.
  public let degreesOfFreedom: Double?
  /// Two-sided.
  public let pValue: Double?
  /// Scale points.
  public let interval: Interval?

  /// Point 0 of the tallies is the lowest score.
  ///
  /// - Throws: `noData` when a sample holds no responses.
  public init(
    _ first: Tally<11>,
    _ second: Tally<11>,
    scale: ScoreScale,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    guard let a = ScoreMoments(first, scale: scale), let b = ScoreMoments(second, scale: scale)
    else { throw .noData }
    value = a.mean - b.mean
    guard let spreadA = a.standardDeviation, let spreadB = b.standardDeviation,
      spreadA > 0 || spreadB > 0
    else {
      (t, degreesOfFreedom, pValue, interval) = (nil, nil, nil, nil)
      return
    }
    let (shareA, shareB) = (
      spreadA * spreadA / Double(a.count), spreadB * spreadB / Double(b.count)
    )
    let error = (shareA + shareB).squareRoot()
    let freedom =
      (shareA + shareB) * (shareA + shareB)
      / (shareA * shareA / Double(a.count - 1) + shareB * shareB / Double(b.count - 1))
    let t = value / error
    self.t = t
    degreesOfFreedom = freedom
    pValue = StudentDistribution(degreesOfFreedom: freedom).bothTails(t)
    interval = .around(value, halfWidth: confidence.t(degreesOfFreedom: freedom) * error)
  }
}

extension MeanDifference: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "5, 4, 4, 3, 5, 1, 2, 4 against 5, 5, 4, 5, 3, 4, 5, 4, 4, 5, 2 on 1–5",
      gives: [
        "difference": -0.6818181818181817, "t": -1.1734517391389074,
        "degrees of freedom": 11.754943195455033, "p": 0.26384341596173605,
        "low": -1.9507210609427093, "high": 0.5870846973063459,
      ],
      within: 1e-8
    ) { () throws(MetricRefusal) in
      try figures([5, 4, 4, 3, 5, 1, 2, 4], [5, 5, 4, 5, 3, 4, 5, 4, 4, 5, 2])
    },
    MetricExample(
      "5, 5 against 3, 3, 3",
      gives: [
        "difference": 2, "t": nil, "degrees of freedom": nil, "p": nil, "low": nil, "high": nil,
      ]
    ) { () throws(MetricRefusal) in try figures([5, 5], [3, 3, 3]) },
    MetricExample("nobody against 3", refuses: .noData) { () throws(MetricRefusal) in
      try figures([], [3])
    },
  ]

  private static func figures(
    _ first: [Int],
    _ second: [Int]
  ) throws(MetricRefusal) -> [Double?] {
    func tally(_ scores: [Int]) -> Tally<11> {
      scores.reduce(into: Tally<11>()) { $0.add($1 - 1) }
    }
    let found = try Self(tally(first), tally(second), scale: .satisfaction)
    return [
      found.value, found.t, found.degreesOfFreedom, found.pValue, found.interval?.low,
      found.interval?.high,
    ]
  }
}
