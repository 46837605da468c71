/// A net promoter score in which each response counts with its weight.
///
/// - Formula: 100 (Σw of promoters − Σw of detractors) / Σw.
/// - Units: points. Range: −100 through 100.
/// - Interval: adjusted Wald with Kish’s effective count (Σw)² / Σw² in place of n.
/// - Source: L. Kish, “Survey Sampling”, 1965; the linearised standard error is that of R’s
///   `survey::svymean`.
public struct WeightedNetPromoterScore: Hashable, Sendable {
  /// Rows with a valid score, also those of weight 0.
  public let rows: Int
  public let sumOfWeights: Double

  /// Nil, like all below, when the weights add up to nothing.
  public let effectiveCount: Double?

  /// How many times the rows with weight exceed the effective count.
  public let designEffect: Double?

  /// Points.
  public let value: Double?
  public let percentPromoters: Double?
  public let percentDetractors: Double?

  /// Points; by Taylor’s linearisation. Nil for a single row.
  public let linearizedError: Double?
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
