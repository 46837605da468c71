/// A net promoter score in which each response counts with its weight.
///
/// - Formula: 100 (Σw of promoters − Σw of detractors) / Σw.
/// - Units: points. Range: −100 through 100.
/// - Interval: adjusted Wald with Kish’s effective count (Σw)² / Σw² in place of n.
/// - Complexity: a few sums for each point of the scale; merges by addition.
/// - Beware: a response of weight 0 does not count, but its row stays in the design; weights above
///   5 are to be cut, and that said.
/// - Source: L. Kish, “Survey Sampling”, 1965; the linearised standard error is that of R’s
///   `survey::svymean`.
public struct WeightedNetPromoterScore: Hashable, Sendable {
  /// Rows with a valid score, also those of weight 0.
  public let rows: Int
  /// Of those rows.
  public let sumOfWeights: Double

  /// Nil, like all below, when the weights add up to nothing.
  public let effectiveCount: Double?

  /// How many times the rows with weight exceed the effective count.
  public let designEffect: Double?

  /// Points.
  public let value: Double?
  /// Of the weight.
  public let percentPromoters: Double?
  /// Of the weight.
  public let percentDetractors: Double?

  /// Points; by Taylor’s linearisation. Nil for a single row.
  public let linearizedError: Double?
  /// The interval to report, in points.
  public let adjusted: Interval?

  /// Point 0 of the tally is the lowest score of the scale.
  public init(
    _ scores: borrowing WeightedTally<11>,
    scale: RecommendScale,
    confidence: Confidence = .standard
  ) {
    let lowest = scale.scores.lowest
    let everyone = 0..<(11 - lowest)
    let (detractors, passives) = (0..<(7 - lowest), (7 - lowest)..<(9 - lowest))
    let promoters = (9 - lowest)..<(11 - lowest)
    rows = scores.rows(everyone)
    sumOfWeights = scores.weight(everyone)
    let squares = scores.squaredWeight(everyone)
    guard sumOfWeights > 0, sumOfWeights.isFinite, squares > 0, squares.isFinite else {
      (effectiveCount, designEffect, value, percentPromoters) = (nil, nil, nil, nil)
      (percentDetractors, linearizedError, adjusted) = (nil, nil, nil)
      return
    }
    let n = sumOfWeights / squares * sumOfWeights
    let promoting = scores.weight(promoters) / sumOfWeights
    let detracting = scores.weight(detractors) / sumOfWeights
    let net = promoting - detracting
    effectiveCount = n
    designEffect = Double(scores.weightedRows) / n
    value = 100 * net
    percentPromoters = 100 * promoting
    percentDetractors = 100 * detracting
    adjusted = NetPromoterSpread(promoters: promoting * n, detractors: detracting * n, n: n)
      .adjusted.interval(at: confidence)
    guard rows > 1 else {
      linearizedError = nil
      return
    }
    let deviations =
      scores.squaredWeight(promoters) * (1 - net) * (1 - net)
      + scores.squaredWeight(passives) * net * net
      + scores.squaredWeight(detractors) * (1 + net) * (1 + net)
    let correction = Double(rows) / Double(rows - 1)
    linearizedError = 100 * (correction * deviations).squareRoot() / sumOfWeights
  }

  /// The figure that pages show, with the rows it rests on as its count.
  public var estimate: Estimate? {
    guard let value, let adjusted else { return nil }
    return Estimate(value: value, interval: adjusted, count: rows, method: .adjustedWald)
  }
}

extension WeightedNetPromoterScore: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "10, 9, 8, 6, 3 with weights 1, 2, 1, 0.5, 1.5 on 0–10",
      gives: [
        "score": 16.666666666666664, "effective count": 4.235294117647059,
        "design effect": 1.1805555555555556, "se": 48.95710203337381,
        "low": -50.57713660267808, "high": 70.0893317246293,
      ]
    ) { () throws(MetricRefusal) in
      try figures([(10, 1), (9, 2), (8, 1), (6, 0.5), (3, 1.5)])
    },
    MetricExample(
      "10 and 3 with weight 0",
      gives: [
        "score": nil, "effective count": nil, "design effect": nil, "se": nil, "low": nil,
        "high": nil,
      ]
    ) { () throws(MetricRefusal) in try figures([(10, 0), (3, 0)]) },
    MetricExample("10 with weight −1", refuses: .negativeWeight) { () throws(MetricRefusal) in
      try figures([(10, -1)])
    },
  ]

  private static func figures(
    _ scores: [(point: Int, weight: Double)]
  ) throws(MetricRefusal) -> [Double?] {
    var tally = WeightedTally<11>()
    for (point, weight) in scores { try tally.add(point, weight: weight) }
    let found = Self(tally, scale: .zeroToTen)
    return [
      found.value, found.effectiveCount, found.designEffect, found.linearizedError,
      found.adjusted?.low, found.adjusted?.high,
    ]
  }
}
