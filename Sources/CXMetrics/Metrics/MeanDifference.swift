/// The difference between the means of two independent samples, tested without assuming that both
/// spread alike.
///
/// - Units: scale points; positive when the first sample scores higher.
/// - Interval: Student’s t with Satterthwaite’s degrees of freedom; not cut at the scale’s ends.
/// - Source: B. L. Welch, Biometrika 34, 1947; F. E. Satterthwaite, Biometrics Bulletin 2, 1946.
public struct MeanDifference: Hashable, Sendable, BitwiseCopyable {
  public let value: Double

  /// Nil, like interval and p-value, when a sample has one response or neither spreads at all.
  public let t: Double?
  public let degreesOfFreedom: Double?
  public let pValue: Double?
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
