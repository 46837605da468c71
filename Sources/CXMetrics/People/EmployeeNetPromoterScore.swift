/// How likely employees are to recommend their workplace, shown for groups large enough only.
///
/// - Formula: the net promoter score of “how likely are you to recommend us as a place to work?” on
///   0–10; below the minimum of valid answers nothing is said, not even how many there are.
/// - Units: points. Range: −100 through 100.
/// - Interval: adjusted Wald, as for `NetPromoterScore`.
/// - Complexity: constant, from the counts.
/// - Beware: a group that all answered alike reveals every answer although it is large enough
///   (`isUnanimous`): join it with another.
/// - Source: B. Rocks, The American Statistician 70(4), 2016; minimum group: L. Sweeney, 2002.
public struct EmployeeNetPromoterScore: Hashable, Sendable, BitwiseCopyable {
  /// The smallest group that is shown when nobody says otherwise.
  public static let groupMinUsual = 5

  /// Points, with interval and count; nil below the minimum.
  public let estimate: Estimate?

  /// All gave answers of one kind, so that each of them is known; nil below the minimum.
  public let isUnanimous: Bool?

  /// Too few answered to show anything.
  public var isSuppressed: Bool { estimate == nil }

  /// - Parameters:
  ///   - counts: of the answers to the question.
  ///   - confidence: of the interval.
  ///   - groupMin: the smallest number of valid answers that is shown, at least 1.
  /// - Throws: `invalidInput` for a minimum below 1.
  public init(
    _ counts: NetPromoterCounts,
    groupMin: Int = Self.groupMinUsual,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    guard groupMin >= 1 else { throw .invalidInput }
    guard counts.isMeasurable, counts.total >= groupMin else {
      (estimate, isUnanimous) = (nil, nil)
      return
    }
    estimate = NetPromoterScore.estimate(from: counts, confidence: confidence)
    isUnanimous = counts.isUnanimous
  }
}

extension EmployeeNetPromoterScore: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "4 promoters, 2 passives, 1 detractor",
      gives: [
        "score": 42.857142857142854, "low": -16.381213218163126, "high": 76.38121321816313,
        "unanimous": 0,
      ],
      within: 1e-7
    ) { () throws(MetricRefusal) in
      try figures(NetPromoterCounts(promoters: 4, passives: 2, detractors: 1))
    },
    MetricExample(
      "4 valid answers",
      gives: ["score": nil, "low": nil, "high": nil, "unanimous": nil]
    ) { () throws(MetricRefusal) in
      try figures(NetPromoterCounts(promoters: 2, passives: 1, detractors: 1))
    },
  ]

  private static func figures(_ counts: NetPromoterCounts) throws(MetricRefusal) -> [Double?] {
    let score = try Self(counts)
    return [
      score.estimate?.value, score.estimate?.low, score.estimate?.high,
      score.isUnanimous.map { $0 ? 1 : 0 },
    ]
  }
}
