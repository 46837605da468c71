/// The interval of any number made of a sample, by drawing from the sample itself.
///
/// - Formula: resamples of the same size, drawn with replacement. Percentile: type 7 quantiles of
///   the resampled numbers. BCa: the same at shares corrected for bias (z₀, from the share of
///   resampled numbers below the estimate, ties counting half) and for skew (the acceleration, from
///   leaving out each value once); nil where that share is 0 or 1 or leaving out changes nothing.
/// - Units: those of the number.
/// - Complexity: O(n · (resamples + n)), on all cores; the same for any number of threads.
/// - Beware: with some thirty values it promises more than it holds, the more so the more skewed
///   they are: look at the end of the handbook. BCa comes closer; it cannot mend a biased sample.
/// - Source: B. Efron and R. J. Tibshirani, “An Introduction to the Bootstrap”, 1993.
public struct Bootstrap: Hashable, Sendable {
  /// The resamples of the product unless another number is asked for.
  public static let usualResamples = 2000

  /// The most that are drawn at all.
  public static let resamplesMax = 1_000_000

  /// Of the sample itself; nil for an empty one.
  public let estimate: Double?

  /// The spread of the resampled numbers, divided by their count less 1.
  public let standardError: Double?

  /// Nil without resamples.
  public let percentile: Interval?

  /// Bias-corrected and accelerated.
  public let corrected: Interval?

  /// - Parameters:
  ///   - estimate: the figure of the sample itself.
  ///   - confidence: of the intervals.
  ///   - replicates: the number made of each resample.
  ///   - leavingOneOut: the number made of the sample without each of its values in turn.
  /// - Throws: `invalidInput` when a number is not finite.
  public init(
    estimate: Double,
    replicates: [Double],
    leavingOneOut: [Double],
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    var moments = RunningMean()
    for replicate in replicates { moments.add(replicate) }
    let isFinite = replicates.allSatisfy(\.isFinite) && leavingOneOut.allSatisfy(\.isFinite)
    guard isFinite, estimate.isFinite, (moments.variance ?? 0).isFinite else {
      throw .invalidInput
    }
    let sorted = replicates.sorted()
    self.estimate = estimate
    standardError = moments.standardDeviation
    percentile = SampleQuantile.interval(ofSorted: sorted, at: confidence)
    corrected = Self.corrected(sorted, about: estimate, leavingOneOut, confidence)
  }

  private init() { (estimate, standardError, percentile, corrected) = (nil, nil, nil, nil) }

  /// Draws the resamples by a seed: resample i from stream i of `SeededGenerator`.
  ///
  /// - Throws: `invalidInput` for values that are not finite and for numbers of resamples outside
  ///   1 through `resamplesMax`.
  public init(
    of sample: [Double],
    _ statistic: SampleStatistic,
    resamples: Int = usualResamples,
    seed: UInt64 = SeededGenerator.usualSeed,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    guard (1...Self.resamplesMax).contains(resamples), sample.allSatisfy(\.isFinite) else {
      throw .invalidInput
    }
    guard !sample.isEmpty else {
      self.init()
      return
    }
    let replicates = ParallelParts.flatMap(resamples, inPartsOf: 32) { range in
      var drawn = sample
      return range.map { resample in
        var generator = SeededGenerator(seed: seed, stream: UInt64(resample))
        for place in drawn.indices { drawn[place] = sample[generator.next(below: sample.count)] }
        return statistic.value(drawn)
      }
    }
    try self.init(sample, statistic, replicates, confidence)
  }

  /// Takes resamples that were drawn elsewhere, as places in the sample counted from 0.
  ///
  /// - Throws: `lengthMismatch` for a resample of another size, `invalidInput` for a place that
  ///   does not exist and for values that are not finite.
  public init(
    of sample: [Double],
    _ statistic: SampleStatistic,
    drawnAt resamples: [[Int]],
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    guard sample.allSatisfy(\.isFinite) else { throw .invalidInput }
    for resample in resamples {
      guard resample.count == sample.count else { throw .lengthMismatch }
      guard resample.allSatisfy(sample.indices.contains) else { throw .invalidInput }
    }
    guard !sample.isEmpty else {
      self.init()
      return
    }
    let replicates = resamples.map { resample in statistic.value(resample.map { sample[$0] }) }
    try self.init(sample, statistic, replicates, confidence)
  }

  private init(
    _ sample: [Double],
    _ statistic: SampleStatistic,
    _ replicates: [Double],
    _ confidence: Confidence
  ) throws(MetricRefusal) {
    let leavingOneOut =
      sample.count < 2
      ? []
      : ParallelParts.flatMap(sample.count, inPartsOf: 64) { (range: Range<Int>) -> [Double] in
        var rest = Array(sample.dropFirst())
        return range.map { place in
          // The values before the place stand one further down.
          for index in rest.indices { rest[index] = sample[index < place ? index : index + 1] }
          return statistic.value(rest)
        }
      }
    try self.init(
      estimate: statistic.value(sample),
      replicates: replicates,
      leavingOneOut: leavingOneOut,
      confidence: confidence
    )
  }

  private static func corrected(
    _ sorted: [Double],
    about estimate: Double,
    _ leavingOneOut: [Double],
    _ confidence: Confidence
  ) -> Interval? {
    // The same values in another order add up to the same number but for rounding.
    let alike = 1e-12 * max(abs(sorted.first ?? 0), abs(sorted.last ?? 0))
    let below = sorted.count { $0 < estimate - alike }
    let notAbove = sorted.count { $0 <= estimate + alike }
    let share = 0.5 * Double(below + notAbove) / Double(sorted.count)
    guard share > 0, share < 1, let skew = acceleration(leavingOneOut) else { return nil }
    let bias = NormalDistribution.quantile(share)
    func end(_ z: Double) -> Double? {
      let shifted = bias + z
      let corrected = NormalDistribution.cdf(bias + shifted / (1 - skew * shifted))
      return SampleQuantile.value(at: corrected, ofSorted: sorted)
    }
    guard let low = end(-confidence.z), let high = end(confidence.z) else { return nil }
    return Interval(low: low, high: high)
  }

  /// Nil when leaving out any value gives the same.
  private static func acceleration(_ leavingOneOut: [Double]) -> Double? {
    guard !leavingOneOut.isEmpty else { return nil }
    let mean = leavingOneOut.reduce(0, +) / Double(leavingOneOut.count)
    var (squares, cubes, largest) = (0.0, 0.0, 0.0)
    for value in leavingOneOut {
      let distance = mean - value
      squares += distance * distance
      cubes += distance * distance * distance
      largest = max(largest, abs(value))
    }
    let spread = (squares / Double(leavingOneOut.count)).squareRoot()
    guard spread > RoundingNoise.share * largest else { return nil }
    let acceleration = cubes / (6 * squares * squares.squareRoot())
    return acceleration.isFinite ? acceleration : nil
  }
}

extension Bootstrap: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "1, 2, 4 and the resamples 112, 244, 222, 421, 444, 124",
      gives: [
        "mean": 7.0 / 3, "spread": 0.9583937179043479, "low": 1.4166666666666667,
        "high": 3.9166666666666667,
      ]
    ) { () throws(MetricRefusal) in
      let figure = try Self(
        of: [1, 2, 4],
        .mean,
        drawnAt: [[0, 0, 1], [1, 2, 2], [1, 1, 1], [2, 1, 0], [2, 2, 2], [0, 1, 2]]
      )
      return [
        figure.estimate, figure.standardError, figure.percentile?.low, figure.percentile?.high,
      ]
    },
    MetricExample("all alike", gives: ["spread": 0, "low": 5, "corrected": nil]) {
      () throws(MetricRefusal) in
      let figure = try Self(of: [5, 5, 5, 5], .mean, resamples: 100)
      return [figure.standardError, figure.percentile?.low, figure.corrected?.low]
    },
    MetricExample("no values", gives: ["mean": nil]) { () throws(MetricRefusal) in
      [try Self(of: [], .mean).estimate]
    },
    MetricExample("a resample of another size", refuses: .lengthMismatch) {
      () throws(MetricRefusal) in [try Self(of: [1, 2], .mean, drawnAt: [[0]]).estimate]
    },
  ]
}
