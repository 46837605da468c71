/// How a value of one period goes with another value some periods later, over several units.
///
/// - Formula: pairs x of period t with y of period t + lag in the same unit. Pooled: Pearson’s r of
///   all pairs. Within: after each unit’s own means are taken off.
/// - Units: none. Range: −1 through 1.
/// - Interval: Fisher’s; pooled from four pairs on, within on its degrees of freedom + 2.
/// - Complexity: O(1) for a period and O(units) memory.
/// - Beware: pooled mixes the level of units with their movement; act on the one within. Look at
///   lags 0–3 together, with p-values adjusted by Holm, and at the reverse lag as a check.
/// - Source: J. L. Heskett and others, Harvard Business Review 72(2), 1994, for the chain; J. Z.
///   Bakdash and L. R. Marusich, Frontiers in Psychology 8, 2017.
public struct LaggedCorrelation: Hashable, Sendable, BitwiseCopyable {
  /// Two columns of a unit, a value for each period.
  public struct Unit: Hashable, Sendable {
    let x: [Double?]
    let y: [Double?]

    /// - Throws: `lengthMismatch` unless both have the same periods.
    public init(x: [Double?], y: [Double?]) throws(MetricRefusal) {
      guard x.count == y.count else { throw .lengthMismatch }
      self.x = x
      self.y = y
    }

    func pairs(lag: Int) throws(MetricRefusal) -> PairMoments {
      var pairs = PairMoments()
      // A lag longer than the series, however long, pairs nothing.
      guard lag.magnitude < x.count.magnitude else { return pairs }
      for period in max(0, -lag)..<(x.count - max(0, lag)) {
        try pairs.add(x[period], y[period + lag])
      }
      return pairs
    }
  }

  /// Periods by which y comes after x; below 0 before.
  public let lag: Int

  /// All pairs, whatever their unit.
  public let pooled: Correlation

  /// The movement within units; of any number of units.
  public let within: RepeatedMeasuresCorrelation

  /// - Throws: `invalidInput` for values that are not finite or too large to compute with.
  public init(
    _ units: [Unit],
    lag: Int,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    var all = PairMoments()
    var each: [PairMoments] = []
    for unit in units {
      let pairs = try unit.pairs(lag: lag)
      all.merge(pairs)
      each.append(pairs)
    }
    self.lag = lag
    pooled = try Correlation(all, confidence: confidence)
    within = try RepeatedMeasuresCorrelation(anyNumberOf: each, confidence: confidence)
  }

  /// Several lags looked at together.
  ///
  /// - Returns: the correlations, each with its p-value within units adjusted by Holm over the lags
  ///   that have one.
  public static func profile(
    _ units: [Unit],
    lags: ClosedRange<Int> = 0...3,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) -> [(correlation: Self, adjustedP: Double?)] {
    var correlations: [Self] = []
    for lag in lags {
      correlations.append(try Self(units, lag: lag, confidence: confidence))
    }
    var adjusted = try MultipleComparisons.holm(correlations.compactMap(\.within.pValue))[...]
    return correlations.map { ($0, $0.within.pValue == nil ? nil : adjusted.popFirst()) }
  }
}

extension LaggedCorrelation: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "two units of five periods, the second at a higher level, at lag 1",
      gives: ["pooled": 0.9282402903505302, "within": -0.6708203932499369, "freedom": 5]
    ) { () throws(MetricRefusal) in
      let figure = try Self(
        [
          Unit(x: [1, 2, 3, 4, 2], y: [9, 6, 5, 4, 5]),
          Unit(x: [11, 12, 13, 14, 12], y: [9, 16, 15, 16, 13]),
        ],
        lag: 1
      )
      return [
        figure.pooled.value, figure.within.value, figure.within.degreesOfFreedom.map(Double.init),
      ]
    },
    MetricExample("a lag longer than the series", gives: ["pooled": nil, "within": nil]) {
      () throws(MetricRefusal) in
      let figure = try Self([Unit(x: [1, 2], y: [3, 4])], lag: 5)
      return [figure.pooled.value, figure.within.value]
    },
    MetricExample("a unit with more x than y", refuses: .lengthMismatch) {
      () throws(MetricRefusal) in [try Self([Unit(x: [1, 2], y: [3])], lag: 0).pooled.value]
    },
  ]
}
