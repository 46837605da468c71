/// How two values move together within the same unit, whatever the level of the unit.
///
/// - Formula: Pearson’s r after each unit’s own means are taken off; units with at least two pairs;
///   degrees of freedom = pairs − units − 1.
/// - Units: none. Range: −1 through 1; nil where nothing varies within units.
/// - Interval: Fisher’s with n = degrees of freedom + 2.
/// - Complexity: O(1) for a pair; parts of a unit merge as `PairMoments`.
/// - Beware: this is the one to act on. Units that differ in level correlate across units even
///   where nothing moves within any; the signs may differ (Simpson’s paradox).
/// - Source: J. Z. Bakdash and L. R. Marusich, Frontiers in Psychology 8, 2017.
public struct RepeatedMeasuresCorrelation: Hashable, Sendable, BitwiseCopyable {
  /// Units with at least two pairs.
  public let units: Int

  /// Pairs of these units.
  public let pairs: Int

  /// Pairs − units − 1; nil without units, and never negative otherwise.
  public let degreesOfFreedom: Int?

  /// Nil where nothing varies within units, and without degrees of freedom.
  public let value: Double?

  /// Nil where r is, and for a single degree of freedom.
  public let interval: Interval?

  /// Two-sided, Student’s.
  public let pValue: Double?

  /// - Throws: `tooFewUnits` for fewer than two units with two pairs each.
  public init(
    _ units: some Sequence<PairMoments>,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    let within = try Self(anyNumberOf: units, confidence: confidence)
    guard within.units > 1 else { throw .tooFewUnits }
    self = within
  }

  /// One unit is enough where the figure stands beside others.
  init(
    anyNumberOf units: some Sequence<PairMoments>,
    confidence: Confidence
  ) throws(MetricRefusal) {
    var within = PairMoments()
    var used = 0
    for unit in units where unit.count > 1 {
      within.addSpread(of: unit)
      used += 1
    }
    self.units = used
    pairs = within.count
    degreesOfFreedom = used > 0 ? pairs - used - 1 : nil
    guard let freedom = degreesOfFreedom, freedom > 0, let r = try within.correlation() else {
      (value, interval, pValue) = (nil, nil, nil)
      return
    }
    let inference = CorrelationInference(r, n: Double(freedom + 2), confidence: confidence)
    value = r
    interval = inference.interval
    pValue = inference.pValue
  }
}

extension RepeatedMeasuresCorrelation: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "five units of five quarters each",
      gives: [
        "r": 0.5767564868712698, "degrees of freedom": 19, "p": 0.006198694871747014,
        "low": 0.1931630983194724, "high": 0.8074146581867575,
      ]
    ) { () throws(MetricRefusal) in
      let units: [PairMoments] = try [
        unit([56.3, 60.8, 60, 61.5, 56], [34.7, 35.3, 35.2, 40.3, 36.2]),
        unit([64.3, 60.5, 59.9, 60.1, 61.8], [38.7, 33.7, 32.9, 36.1, 40.1]),
        unit([70.7, 66.4, 66.4, 73.8, 70.7], [45.4, 37.7, 40.1, 44.4, 42.6]),
        unit([71.6, 70.7, 72.5, 74.6, 71.2], [44.1, 41.3, 40.8, 43.7, 42.7]),
        unit([77.7, 78.4, 74.1, 75.3, 81.9], [43.6, 43.5, 46.1, 45.7, 48]),
      ]
      let figure = try Self(units)
      return [
        figure.value, figure.degreesOfFreedom.map(Double.init), figure.pValue,
        figure.interval?.low, figure.interval?.high,
      ]
    },
    MetricExample("one unit", refuses: .tooFewUnits) { () throws(MetricRefusal) in
      [try Self([unit([1, 2, 3], [2, 3, 1])]).value]
    },
  ]

  private static func unit(_ x: [Double], _ y: [Double]) throws(MetricRefusal) -> PairMoments {
    var pairs = PairMoments()
    for (x, y) in zip(x, y) { try pairs.add(x, y) }
    return pairs
  }
}
