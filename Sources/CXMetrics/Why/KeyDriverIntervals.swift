/// Between what ends the weights of key drivers lie.
///
/// - Formula: rows drawn with replacement, the weights computed anew, the type 7 quantiles of a
///   thousand such weights. Draws in which a driver does not vary or repeats others are left out.
/// - Units: as `KeyDrivers`.
/// - Complexity: that of `KeyDrivers` for each draw, on all cores; the same for any number of
///   threads. LMG of twenty drivers takes seconds.
/// - Beware: where the intervals of two drivers overlap, do not say that one matters more. With
///   sixty rows they hold the true weight less often than they say.
/// - Source: S. Tonidandel and J. M. LeBreton, Journal of Business and Psychology 26, 2011.
public struct KeyDriverIntervals: Hashable, Sendable {
  /// How many draws are made unless another number is asked for.
  public static let usualResamples = 1000

  /// The most that are made at all.
  public static let resamplesMax = 100_000

  /// Of one driver; nil where the weight is, and without a usable draw.
  public struct Driver: Hashable, Sendable, BitwiseCopyable {
    /// Of the share of the outcome’s variance.
    public let relativeWeight: Interval?

    /// Of the percent of R².
    public let relativeWeightPercent: Interval?

    /// Of the share of the outcome’s variance.
    public let shapley: Interval?

    /// Of the percent of R².
    public let shapleyPercent: Interval?
  }

  /// In the order of `KeyDrivers.drivers`.
  public let drivers: [Driver]

  /// Draws that the intervals rest on.
  public let resamplesUsed: Int

  /// Draw i takes stream i of `SeededGenerator`.
  ///
  /// - Throws: what `KeyDrivers` throws, and `invalidInput` for a number of draws outside 1 through
  ///   `resamplesMax`.
  public init(
    _ rows: DriverRows,
    methods: Set<KeyDrivers.Method> = Set(KeyDrivers.Method.allCases),
    resamples: Int = usualResamples,
    seed: UInt64 = SeededGenerator.usualSeed,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    guard (1...Self.resamplesMax).contains(resamples) else { throw .invalidInput }
    let count = try rows.moments.correlations().count
    let table = DrawnTable(rows, columns: count + 1)
    let isShapleyAsked = methods.contains(.shapley) && count <= KeyDrivers.shapleyDriversMax
    let draws = ParallelParts.flatMap(resamples, inPartsOf: 8) { range in
      range.compactMap { draw -> DrawnWeights? in
        guard let correlations = table.drawn(seed: seed, stream: UInt64(draw)) else { return nil }
        return DrawnWeights(correlations, isShapleyAsked: isShapleyAsked)
      }
    }
    func interval(_ value: (DrawnWeights) -> Double?) -> Interval? {
      SampleQuantile.interval(ofSorted: draws.compactMap(value).sorted(), at: confidence)
    }
    let isRelativeAsked = methods.contains(.relativeWeights)
    resamplesUsed = draws.count
    drivers = (0..<count).map { driver in
      Driver(
        relativeWeight: isRelativeAsked ? interval { $0.relative[driver] } : nil,
        relativeWeightPercent: isRelativeAsked
          ? interval { $0.percent($0.relative[driver]) } : nil,
        shapley: isShapleyAsked ? interval { $0.shapley[driver] } : nil,
        shapleyPercent: isShapleyAsked ? interval { $0.percent($0.shapley[driver]) } : nil
      )
    }
  }
}

/// The weights of one draw.
private struct DrawnWeights: Sendable {
  let relative: [Double]
  let shapley: [Double]
  let rSquared: Double

  init?(_ correlations: DriverCorrelations, isShapleyAsked: Bool) {
    guard let weights = try? RelativeWeights(correlations) else { return nil }
    relative = weights.weights
    rSquared = weights.rSquared
    // The draws themselves are divided between the cores.
    shapley =
      isShapleyAsked ? ShapleyWeights(correlations, onAllCores: false).values : []
  }

  func percent(_ weight: Double) -> Double? {
    rSquared > RoundingNoise.share ? 100 * weight / rSquared : nil
  }
}

/// Rows to be drawn from, made so that sums of products lose nothing.
private struct DrawnTable: Sendable {
  /// A column of spread 1 that comes out below this in a draw does not vary there.
  private static let varianceMin = 1e-12

  let values: [Double]
  let columns: Int
  let count: Int

  init(_ rows: DriverRows, columns: Int) {
    values = rows.standardized()
    self.columns = columns
    count = rows.moments.count
  }

  /// The correlations of one draw; nil when a column does not vary in it.
  func drawn(seed: UInt64, stream: UInt64) -> DriverCorrelations? {
    var generator = SeededGenerator(seed: seed, stream: stream)
    var times = [Int32](repeating: 0, count: count)
    for _ in 0..<count { times[generator.next(below: count)] += 1 }
    var means = [Double](repeating: 0, count: columns)
    var products = [Double](repeating: 0, count: columns * columns)
    for row in 0..<count where times[row] > 0 {
      let start = row * columns
      let weight = Double(times[row])
      for left in 0..<columns {
        let weighted = weight * values[start + left]
        means[left] += weighted
        let line = left * columns
        for right in 0...left { products[line + right] += weighted * values[start + right] }
      }
    }
    let n = Double(count)
    for left in 0..<columns {
      for right in 0...left {
        products[left * columns + right] -= means[left] * means[right] / n
      }
      guard products[left * columns + left] > Self.varianceMin * n else { return nil }
    }
    return DriverCorrelations(columns: Array(0..<columns)) { left, right in
      products[left * columns + right]
    }
  }
}

extension KeyDriverIntervals: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "25 customers, satisfaction by a and b: each interval holds its weight, and that of b is not "
        + "told from that of a",
      gives: ["a lies within": 1, "b lies within": 1, "they overlap": 1, "draws": 1000]
    ) { () throws(MetricRefusal) in
      var rows = DriverRows(drivers: ["a", "b"])
      for (place, outcome) in KeyDrivers.exampleOutcome.enumerated() {
        let drivers = [KeyDrivers.exampleA[place], KeyDrivers.exampleB[place]]
        try rows.add(outcome: outcome, drivers: drivers)
      }
      let found = try Self(rows)
      guard let a = found.drivers[0].relativeWeight, let b = found.drivers[1].relativeWeight
      else { return [] }
      return [
        a.low < 0.158 && 0.158 < a.high ? 1 : 0, b.low < 0.3286 && 0.3286 < b.high ? 1 : 0,
        b.low < a.high ? 1 : 0, Double(found.resamplesUsed),
      ]
    }
  ]
}
