/// Customers who said they were satisfied and left all the same.
///
/// - Formula: two different shares, never to be taken for each other: of those who left, how many
///   had been satisfied (4 or 5 of 5 in the last survey before); of the satisfied, how many left.
/// - Units: percent; nil where there is nobody to take a share of.
/// - Interval: Wilson.
/// - Complexity: four counts; merges by addition.
/// - Beware: only customers with a valid answer and a known outcome count.
/// - Source: F. F. Reichheld, “The Loyalty Effect”, 1996; T. O. Jones and W. E. Sasser, Harvard
///   Business Review 73(6), 1995.
public struct SatisfiedDefectors: Hashable, Sendable, BitwiseCopyable {
  private var satisfiedLeft = 0
  private var satisfiedStayed = 0
  private var othersLeft = 0
  private var othersStayed = 0

  /// The scale of the answers.
  public static let scale = ScoreScale.satisfaction

  /// The lowest score of somebody satisfied.
  public static let satisfiedFrom = 4

  /// Nobody yet.
  public init() {}

  /// Takes in one customer; without a valid answer or a known outcome they do not count.
  public mutating func add(satisfaction: Double?, defected: Bool?) {
    guard let satisfaction, let defected, Self.scale.point(of: satisfaction) != nil else { return }
    switch (satisfaction >= Double(Self.satisfiedFrom), defected) {
    case (true, true): satisfiedLeft += 1
    case (true, false): satisfiedStayed += 1
    case (false, true): othersLeft += 1
    case (false, false): othersStayed += 1
    }
  }

  /// Takes in the customers of another part.
  public mutating func merge(_ other: Self) {
    satisfiedLeft &+= other.satisfiedLeft
    satisfiedStayed &+= other.satisfiedStayed
    othersLeft &+= other.othersLeft
    othersStayed &+= other.othersStayed
  }

  /// Customers with a valid answer and a known outcome.
  public var count: Int { satisfiedLeft + satisfiedStayed + othersLeft + othersStayed }

  /// Of those who left, the satisfied.
  public func satisfiedAmongDefectors(
    confidence: Confidence = .standard
  ) throws(MetricRefusal) -> Proportion {
    try share(of: satisfiedLeft, beside: othersLeft, confidence)
  }

  /// Of the satisfied, those who left.
  public func defectorsAmongSatisfied(
    confidence: Confidence = .standard
  ) throws(MetricRefusal) -> Proportion {
    try share(of: satisfiedLeft, beside: satisfiedStayed, confidence)
  }

  /// Of the others, those who left.
  public func defectorsAmongOthers(
    confidence: Confidence = .standard
  ) throws(MetricRefusal) -> Proportion {
    try share(of: othersLeft, beside: othersStayed, confidence)
  }

  private func share(
    of part: Int,
    beside others: Int,
    _ confidence: Confidence
  ) throws(MetricRefusal) -> Proportion {
    try Proportion(successes: part, trials: part + others, confidence: confidence)
  }
}

extension SatisfiedDefectors: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "14 satisfied left and 70 stayed, 6 others left and 8 stayed, 3 outcomes unknown",
      gives: [
        "customers": 98, "satisfied among those who left": 70, "low": 48.10271816464765,
        "high": 85.45227551323956, "left among the satisfied": 16.666666666666668,
        "left among the others": 42.857142857142854,
      ],
      within: 1e-7
    ) { () throws(MetricRefusal) in
      var customers = Self()
      for (score, left, times) in [
        (5.0, true, 14), (4, false, 70), (2, true, 6), (3, false, 8), (5, nil, 3),
      ] as [(Double, Bool?, Int)] {
        for _ in 0..<times { customers.add(satisfaction: score, defected: left) }
      }
      let satisfied = try customers.satisfiedAmongDefectors()
      return [
        Double(customers.count), satisfied.percent, satisfied.interval.map { 100 * $0.low },
        satisfied.interval.map { 100 * $0.high },
        try customers.defectorsAmongSatisfied().percent,
        try customers.defectorsAmongOthers().percent,
      ]
    },
    MetricExample(
      "nobody left",
      gives: ["satisfied among those who left": nil, "left among the satisfied": 0]
    ) { () throws(MetricRefusal) in
      var customers = Self()
      customers.add(satisfaction: 5, defected: false)
      return [
        try customers.satisfiedAmongDefectors().percent,
        try customers.defectorsAmongSatisfied().percent,
      ]
    },
  ]
}
