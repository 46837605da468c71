/// Whether respondents are made up like the frame that they were drawn from.
///
/// - Formula: χ² = Σ (n_h − n s_h)² / (n s_h) with the frame’s shares s_h, made to add up to 1;
///   degrees of freedom = categories with a share − 1.
/// - Units: χ² and its p-value; nil without respondents, the p-value also with one category.
/// - Interval: none; the χ² test of fit.
/// - Complexity: linear in the categories.
/// - Beware: not to be trusted when a category leads one to expect fewer than 5
///   (`isSparse`); join categories then.
/// - Source: K. Pearson, Philosophical Magazine 50, 1900.
public struct SampleComposition: Hashable, Sendable, BitwiseCopyable {
  /// The distance between respondents and frame.
  public let chiSquare: Double?

  /// The categories with a share, less one.
  public let degreesOfFreedom: Int

  /// How often chance alone brings respondents as unlike the frame as these.
  public let pValue: Double?

  /// The smallest count that the frame leads one to expect.
  public let expectedCountMin: Double?

  /// Below this the test is not to be trusted.
  public static let expectedCountBound = 5.0

  /// A category is so small that the test is not to be trusted.
  public var isSparse: Bool { (expectedCountMin ?? 0) < Self.expectedCountBound }

  /// - Parameters:
  ///   - respondents: by category.
  ///   - shares: of the frame, in the same order; any positive total.
  /// - Throws: `lengthMismatch`, `respondentOutsideFrame` for respondents where the frame has
  ///   nobody, `invalidInput` for a negative count or share or shares that add up to nothing.
  public init(respondents: [Int], shares: [Double]) throws(MetricRefusal) {
    guard respondents.count == shares.count else { throw .lengthMismatch }
    guard let total = CountLimit.sum(respondents) else { throw .invalidInput }
    let whole = shares.reduce(0, +)
    guard shares.allSatisfy({ $0 >= 0 }), whole > 0, whole.isFinite else { throw .invalidInput }
    var (distance, smallest, categories) = (0.0, Double.infinity, 0)
    for (count, share) in zip(respondents, shares) {
      let expected = Double(total) * (share / whole)
      guard share > 0 else {
        if count > 0 { throw .respondentOutsideFrame }
        continue
      }
      categories += 1
      smallest = min(smallest, expected)
      let difference = Double(count) - expected
      // A share too small for doubles leads one to expect exactly nobody.
      if expected > 0 { distance += difference * difference / expected }
    }
    degreesOfFreedom = categories - 1
    guard total > 0, smallest > 0, distance.isFinite else {
      (chiSquare, pValue, expectedCountMin) = (nil, nil, nil)
      return
    }
    chiSquare = distance
    expectedCountMin = smallest
    pValue =
      categories > 1
      ? ChiSquareDistribution(degreesOfFreedom: Double(degreesOfFreedom)).survival(distance) : nil
  }
}

extension SampleComposition: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "respondents 30, 50, 20 against shares 0.4, 0.4, 0.2",
      gives: [
        "chi-square": 5, "degrees of freedom": 2, "p": 0.0820849986238988, "least expected": 20,
      ]
    ) { () throws(MetricRefusal) in
      let fit = try Self(respondents: [30, 50, 20], shares: [0.4, 0.4, 0.2])
      return [fit.chiSquare, Double(fit.degreesOfFreedom), fit.pValue, fit.expectedCountMin]
    },
    MetricExample("nobody answered", gives: ["chi-square": nil, "p": nil]) {
      () throws(MetricRefusal) in
      let fit = try Self(respondents: [0, 0], shares: [1, 3])
      return [fit.chiSquare, fit.pValue]
    },
    MetricExample("4 respondents where the share is 0", refuses: .respondentOutsideFrame) {
      () throws(MetricRefusal) in
      [try Self(respondents: [9, 4], shares: [1, 0]).pValue]
    },
  ]
}
