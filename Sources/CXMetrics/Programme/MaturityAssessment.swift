/// How far a company has come in managing the experience of its customers.
///
/// - Formula: twenty statements, five a stage, rated 0 (no), 1 (ad hoc), 2 (partly), 3 (mostly),
///   4 (everywhere, with proof). An item is the mean over raters, at most 2 without evidence; a
///   stage is 100 × the mean of its items / 4, from three items on. The stages reached are those
///   from the first on without a gap that score at least the threshold; the index is their mean.
/// - Units: points, 0 through 100; stages, 0 through 4. A stage with fewer than three rated items
///   is nil, ends the count and leaves the assessment incomplete.
/// - Interval: none; raters are not a sample.
/// - Complexity: raters × 20.
/// - Beware: the index hides a weak foundation; report the stage reached first.
/// - Source: B. Thompson, “Four Stages of the Customer-centric Journey”, CustomerThink; the
///   scoring is this project’s.
public struct MaturityAssessment: Hashable, Sendable {
  /// The twenty means, capped where evidence is missing; nil where nobody rated.
  public let itemMeans: [Double?]

  /// Points, in the order of the stages.
  public let stageScores: [Double?]

  /// How many stages from the first on reach the threshold.
  public let stagesReached: Int

  /// The mean of the four stages; nil unless all are rated.
  public let index: Double?

  /// The count of stages ended at one with too few ratings.
  public let isIncomplete: Bool

  /// The stage to work on; nil when all are reached.
  public var next: MaturityStage? {
    stagesReached < MaturityStage.allCases.count ? MaturityStage.allCases[stagesReached] : nil
  }

  /// All statements of all stages.
  public static let statementCount =
    MaturityStage.allCases.count * MaturityStage.statementsPerStage

  /// What a statement is worth at most without evidence.
  public static let withoutEvidenceMax = 2.0

  /// The highest rating.
  public static let ratingMax = 4

  private static let ratedItemsMin = 3

  /// - Parameters:
  ///   - ratings: of each rater, twenty each; nil is a statement not rated.
  ///   - evidence: whether there is evidence for each statement.
  ///   - threshold: the points at which a stage is reached; reaching it exactly is enough.
  /// - Throws: `lengthMismatch` unless each list has twenty entries, `invalidRating` for a rating
  ///   outside 0...4, `invalidInput` for a threshold outside 0...100.
  public init(
    ratings: [[Int?]],
    evidence: [Bool],
    threshold: Double = 75
  ) throws(MetricRefusal) {
    guard (0...100).contains(threshold) else { throw .invalidInput }
    guard evidence.count == Self.statementCount,
      ratings.allSatisfy({ $0.count == Self.statementCount })
    else { throw .lengthMismatch }
    guard ratings.allSatisfy({ $0.allSatisfy { $0.map((0...Self.ratingMax).contains) != false } })
    else { throw .invalidRating }
    itemMeans = evidence.indices.map { item in
      let rated = ratings.compactMap { $0[item] }
      guard !rated.isEmpty else { return nil }
      let mean = Double(rated.reduce(0, +)) / Double(rated.count)
      return evidence[item] ? mean : min(mean, Self.withoutEvidenceMax)
    }
    stageScores = MaturityStage.allCases.indices.map { [itemMeans] stage in
      let first = stage * MaturityStage.statementsPerStage
      let rated = itemMeans[first..<(first + MaturityStage.statementsPerStage)].compactMap(\.self)
      guard rated.count >= Self.ratedItemsMin else { return nil }
      return 100 * (rated.reduce(0, +) / Double(rated.count)) / Double(Self.ratingMax)
    }
    // Means of thirds must not fall short of a threshold that they reach.
    let slack = 1e-9
    let passed = stageScores.prefix { $0.map { $0 >= threshold - slack } == true }
    stagesReached = passed.count
    isIncomplete = stageScores.dropFirst(passed.count).first.map { $0 == nil } ?? false
    let known = stageScores.compactMap(\.self)
    index = known.count == stageScores.count ? known.reduce(0, +) / Double(known.count) : nil
  }
}

extension MaturityAssessment: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "four raters with all evidence",
      gives: [
        "target": 91.25, "respond": 76.25, "engage": 55, "inspire": 26.25, "reached": 2,
        "index": 62.1875,
      ]
    ) { () throws(MetricRefusal) in
      try figures(
        [
          [3, 3, 4, 3, 3, 4, 4, nil, 3, 4, 1, 2, 3, 2, 3, 1, 1, 1, 1, 1],
          [4, 3, 4, 3, 4, 3, 3, 2, 3, 2, 3, 1, 2, 2, 2, 2, 1, 1, 1, 1],
          [4, 3, 4, 4, 4, 2, 3, 3, 3, 3, 2, 3, 3, 2, 3, 1, 1, 1, 0, 1],
          [4, 4, 4, 4, 4, 3, 3, 4, 3, 3, 2, 2, 2, 1, 3, 2, 1, 0, 1, 2],
        ],
        unproven: 0
      )
    },
    MetricExample(
      "one rater, 4 everywhere, no evidence for the first stage",
      gives: [
        "target": 50, "respond": 100, "engage": 100, "inspire": 100, "reached": 0, "index": 87.5,
      ]
    ) { () throws(MetricRefusal) in
      try figures([Array(repeating: 4, count: 20)], unproven: 5)
    },
    MetricExample("a rating of 5", refuses: .invalidRating) { () throws(MetricRefusal) in
      try figures([Array(repeating: 5, count: 20)], unproven: 0)
    },
    MetricExample("19 ratings", refuses: .lengthMismatch) { () throws(MetricRefusal) in
      try figures([Array(repeating: 3, count: 19)], unproven: 0)
    },
  ]

  private static func figures(
    _ ratings: [[Int?]],
    unproven: Int
  ) throws(MetricRefusal) -> [Double?] {
    let assessment = try Self(ratings: ratings, evidence: (0..<20).map { $0 >= unproven })
    return assessment.stageScores + [Double(assessment.stagesReached), assessment.index]
  }
}
