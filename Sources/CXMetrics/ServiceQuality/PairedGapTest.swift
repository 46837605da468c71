/// Whether what the same customers got differs from what they expected, beyond chance.
///
/// - Formula: t = mean of (perception − expectation) / (s/√n), n − 1 degrees of freedom; effect
///   dz = mean / s.
/// - Units: points of agreement; the effect in standard deviations of the difference.
/// - Complexity: O(1) for a pair and O(1) memory; parts merge.
/// - Beware: with a thousand customers a gap of no consequence is significant: read the effect.
/// - Source: Student, Biometrika 6, 1908; J. Cohen, “Statistical Power Analysis”, 1988.
public struct PairedGapTest: Hashable, Sendable, BitwiseCopyable {
  /// The pairs taken in, streamed and merged.
  public struct Pairs: Hashable, Sendable, BitwiseCopyable {
    fileprivate var gaps = RunningMean()
    fileprivate var largest = 0.0

    /// What was expected, of customers with both answers.
    public private(set) var expectations = RunningMean()

    /// What was perceived, of customers with both answers.
    public private(set) var perceptions = RunningMean()

    /// Nobody has answered yet.
    public init() {}

    /// Takes in one customer; a missing half leaves the pair out.
    ///
    /// - Throws: `invalidInput` for a value that is not finite.
    public mutating func add(
      expectation: Double?,
      perception: Double?
    ) throws(MetricRefusal) {
      guard let expectation, let perception else { return }
      let gap = perception - expectation
      guard gap.isFinite, expectation.isFinite else { throw .invalidInput }
      gaps.add(gap)
      expectations.add(expectation)
      perceptions.add(perception)
      largest = max(largest, abs(expectation), abs(perception))
    }

    /// Takes in the pairs of another part.
    public mutating func merge(_ other: Self) {
      gaps.merge(other.gaps)
      expectations.merge(other.expectations)
      perceptions.merge(other.perceptions)
      largest = max(largest, other.largest)
    }
  }

  /// Customers with both answers.
  public let count: Int

  /// Perception less expectation.
  public let meanGap: Double

  /// Nil, like p-value and effect, when the gap is the same for all.
  public let t: Double?

  /// Two-sided.
  public let pValue: Double?

  /// Cohen’s dz.
  public let effect: Double?

  /// - Throws: `tooFewPairs` for fewer than two, `invalidInput` for values too large to compute
  ///   with.
  public init(_ pairs: Pairs) throws(MetricRefusal) {
    guard let mean = pairs.gaps.mean, let spread = pairs.gaps.standardDeviation else {
      throw .tooFewPairs
    }
    guard mean.isFinite, spread.isFinite else { throw .invalidInput }
    count = pairs.gaps.count
    meanGap = mean
    // Gaps that are alike but for the rounding of their two parts are alike.
    guard spread > RoundingNoise.share * pairs.largest else {
      (t, pValue, effect) = (nil, nil, nil)
      return
    }
    let n = Double(count)
    let dz = mean / spread
    let t = dz * n.squareRoot()
    effect = dz
    self.t = t
    pValue = StudentDistribution(degreesOfFreedom: n - 1).bothTails(t)
  }
}

extension PairedGapTest: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "expected 6.5, 6, 7, 6.25, 5.75; perceived 5.5, 6.25, 6, 5, 5.5",
      gives: [
        "gap": -0.65, "t": -2.316264096574345, "p": 0.08146997954982554,
        "dz": -1.0358647947564745,
      ]
    ) { () throws(MetricRefusal) in
      try test([(6.5, 5.5), (6, 6.25), (7, 6), (6.25, 5), (5.75, 5.5)])
    },
    MetricExample("each perceives 1 less", gives: ["gap": -1, "t": nil, "p": nil, "dz": nil]) {
      () throws(MetricRefusal) in try test([(6.1, 5.1), (7.2, 6.2), (5.3, 4.3)])
    },
    MetricExample("one pair and a half", refuses: .tooFewPairs) { () throws(MetricRefusal) in
      try test([(6, 5), (nil, 4)])
    },
  ]

  private static func test(
    _ answers: [(expectation: Double?, perception: Double?)]
  ) throws(MetricRefusal) -> [Double?] {
    var pairs = Pairs()
    for answer in answers {
      try pairs.add(expectation: answer.expectation, perception: answer.perception)
    }
    let test = try Self(pairs)
    return [test.meanGap, test.t, test.pValue, test.effect]
  }
}
