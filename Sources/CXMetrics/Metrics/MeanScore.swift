/// The mean of the scores of a rating.
///
/// - Formula: Σ score / n; standard deviation √(Σ (score − mean)² / (n − 1)).
/// - Units: scale points. Range: that of the scale.
/// - Interval: Student’s t on n − 1, cut at the ends of the scale; one response says nothing about
///   spread, so its interval is the whole scale.
/// - Complexity: a count for each score, which merge by addition.
/// - Beware: averaging hides polarisation; show the distribution beside it.
/// - Source: Student, Biometrika 6, 1908.
public enum MeanScore: Metric {
  /// “mean”.
  public static let id = "mean"

  /// The mean in scale points; nil without responses.
  public static func estimate(
    from scores: Tally<11>,
    scale: ScoreScale,
    confidence: Confidence = .standard
  ) -> Estimate? {
    guard let moments = ScoreMoments(scores, scale: scale) else { return nil }
    let whole = Interval(low: Double(scale.lowest), high: Double(scale.highest))
    return Estimate(
      value: moments.mean,
      interval: moments.interval(at: confidence)?.clipped(to: scale.bounds) ?? whole,
      count: moments.count,
      method: .student
    )
  }

  public static let examples: [MetricExample] = [
    example(
      [5, 4, 4, 3, 5, 1, 2, 4],
      on: .satisfaction,
      gives: 3.5,
      within: Interval(low: 2.317687874203608, high: 4.6823121257963916)
    ),
    example([2], on: .satisfaction, gives: 2, within: Interval(low: 1, high: 5)),
    example([], on: .satisfaction, gives: nil, within: nil),
  ]
}

/// Count, mean and spread of scores; nil without scores.
///
/// Two passes over the points, so that nothing cancels however many scores there are.
struct ScoreMoments {
  let count: Int
  let mean: Double

  /// Divided by n − 1; nil for one score.
  let standardDeviation: Double?

  init?<let size: Int>(_ scores: borrowing Tally<size>, scale: ScoreScale) {
    var count = 0
    var sum = 0.0
    for point in 0..<min(size, scale.points) {
      let times = scores[point]
      guard times >= 0 else { return nil }
      count += times
      sum += Double(times) * Double(point)
    }
    guard count > 0 else { return nil }
    let centre = sum / Double(count)
    var squares = 0.0
    for point in 0..<min(size, scale.points) {
      let distance = Double(point) - centre
      squares += Double(scores[point]) * distance * distance
    }
    self.count = count
    mean = Double(scale.lowest) + centre
    standardDeviation = count > 1 ? (squares / Double(count - 1)).squareRoot() : nil
  }

  /// Not cut at the ends of the scale; nil for one score.
  func interval(at confidence: Confidence) -> Interval? {
    guard let standardDeviation else { return nil }
    let n = Double(count)
    let error = standardDeviation / n.squareRoot()
    return .around(mean, halfWidth: confidence.t(degreesOfFreedom: n - 1) * error)
  }
}
