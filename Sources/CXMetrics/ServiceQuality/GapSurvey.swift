/// The gaps of any questionnaire that asks what is expected and what is perceived.
///
/// - Formula: SERVQUAL’s, `ServiceQualityGaps`, with the items, dimensions, weights and scale of
///   the questionnaire; a respondent’s own points count where they come to 100 ± 0.5.
/// - Units: scale points. Range: from minus the width of the scale to its width.
/// - Interval: Student’s t over respondents; none for fewer than two.
/// - Complexity: O(items) for a respondent, O(items) memory; parts merge.
/// - Beware: as SERVQUAL; a gap of another questionnaire is not to be compared with it.
/// - Source: A. Parasuraman, V. A. Zeithaml and L. L. Berry, Journal of Retailing 64(1), 1988.
public struct GapSurvey: Sendable {
  /// What was asked.
  public let questionnaire: GapQuestionnaire

  /// In the order of the questionnaire.
  public private(set) var items: [ServiceQualityGaps.Item]

  /// The respondents’ gaps of each dimension.
  public private(set) var dimensions: [RunningMean]

  /// The respondents’ perceptions and expectations of each dimension, where its gap counts.
  public private(set) var pairs: [PairedGapTest.Pairs]

  /// Cronbach’s alpha of each dimension’s gaps.
  public private(set) var covariances: [ItemCovariances]

  /// Of respondents with all dimensions.
  public private(set) var unweighted = RunningMean()

  /// Of respondents with all dimensions, by weights.
  public private(set) var weighted = RunningMean()

  /// All respondents, also those without a usable answer.
  public private(set) var respondents = 0

  /// Respondents whose own points were used.
  public private(set) var withOwnWeights = 0

  /// Answers that are not there, among expectations and perceptions.
  public private(set) var missing = 0

  /// Answers off the scale, among expectations and perceptions.
  public private(set) var invalid = 0

  /// Nobody has answered yet.
  public init(_ questionnaire: GapQuestionnaire) {
    self.questionnaire = questionnaire
    items = Array(repeating: ServiceQualityGaps.Item(), count: questionnaire.items)
    let count = questionnaire.dimensions.count
    dimensions = Array(repeating: RunningMean(), count: count)
    pairs = Array(repeating: PairedGapTest.Pairs(), count: count)
    covariances = questionnaire.dimensions.map { ItemCovariances(columns: $0.items.count) }
  }

  /// Takes in one respondent.
  ///
  /// - Parameters:
  ///   - expectations: what the respondent expects, item by item.
  ///   - perceptions: what they found, item by item.
  ///   - points: what the respondent gave each dimension, if asked.
  /// - Throws: `lengthMismatch` unless there is an answer, or nil, for each item, and where points
  ///   are given for each dimension.
  public mutating func add(
    expectations: [Double?],
    perceptions: [Double?],
    points: [Double?]? = nil
  ) throws(MetricRefusal) {
    let dimensionCount = questionnaire.dimensions.count
    guard expectations.count == items.count, perceptions.count == items.count,
      points == nil || points?.count == dimensionCount
    else { throw .lengthMismatch }
    respondents += 1
    let expected = legal(expectations)
    let perceived = legal(perceptions)
    for place in items.indices {
      if let expectation = expected[place], let perception = perceived[place] {
        items[place].add(expectation: expectation, perception: perception)
      }
    }
    var gaps: [Double] = []
    for place in 0..<dimensionCount {
      let dimension = questionnaire.dimensions[place]
      let both = dimension.items.map { item -> Double? in
        guard let expectation = expected[item - 1], let perception = perceived[item - 1] else {
          return nil
        }
        return Double(perception - expectation)
      }
      try covariances[place].add(both)
      let usable = both.compactMap(\.self)
      guard usable.count >= dimension.itemsNeeded else { continue }
      let gap = usable.reduce(0, +) / Double(usable.count)
      gaps.append(gap)
      dimensions[place].add(gap)
      let asked = dimension.items.filter { expected[$0 - 1] != nil && perceived[$0 - 1] != nil }
      let sum = asked.reduce(0) { $0 + (expected[$1 - 1] ?? 0) }
      let expectation = Double(sum) / Double(asked.count)
      try pairs[place].add(expectation: expectation, perception: expectation + gap)
    }
    guard gaps.count == dimensionCount else {
      if ownWeights(points) != nil { withOwnWeights += 1 }
      return
    }
    addOverall(gaps, points)
  }

  private mutating func addOverall(_ gaps: [Double], _ points: [Double?]?) {
    let own = ownWeights(points)
    if own != nil { withOwnWeights += 1 }
    let weights = own ?? questionnaire.dimensions.map(\.weight)
    unweighted.add(gaps.reduce(0, +) / Double(gaps.count))
    weighted.add(zip(gaps, weights).reduce(0) { $0 + $1.0 * $1.1 })
  }

  /// Nil unless all points are there, none is negative and they come to 100, give or take.
  private func ownWeights(_ points: [Double?]?) -> [Double]? {
    guard let points else { return nil }
    let given = points.compactMap(\.self)
    let total = given.reduce(0, +)
    guard given.count == points.count, given.allSatisfy({ $0 >= 0 }),
      abs(total - 100) <= DimensionWeights.pointsTolerance + 1e-9
    else { return nil }
    return given.map { $0 / total }
  }

  /// Whole points of the scale, negatively worded items turned; nil where there is none.
  private mutating func legal(_ answers: [Double?]) -> [Int?] {
    let scale = questionnaire.scale
    return answers.enumerated().map { place, answer in
      guard let answer else {
        missing += 1
        return nil
      }
      guard let point = scale.point(of: answer) else {
        invalid += 1
        return nil
      }
      let isNegative = questionnaire.negativeItems.contains(place + 1)
      return isNegative ? scale.highest - point : scale.lowest + point
    }
  }

  /// Takes in the respondents of another part.
  ///
  /// - Throws: `lengthMismatch` when it has another questionnaire.
  public mutating func merge(_ other: Self) throws(MetricRefusal) {
    guard other.questionnaire == questionnaire else { throw .lengthMismatch }
    for place in items.indices { items[place].merge(other.items[place]) }
    for place in dimensions.indices {
      dimensions[place].merge(other.dimensions[place])
      pairs[place].merge(other.pairs[place])
      try covariances[place].merge(other.covariances[place])
    }
    unweighted.merge(other.unweighted)
    weighted.merge(other.weighted)
    respondents += other.respondents
    withOwnWeights += other.withOwnWeights
    missing += other.missing
    invalid += other.invalid
  }
}

extension GapSurvey: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "three items in two dimensions on 1–5, the third worded negatively; expected 5, 5, 1, "
        + "perceived 4, 3, 1 and 5, 4, 3",
      gives: ["first": -1, "low": -7.353102368087353, "second": -1, "unweighted": -1]
    ) { () throws(MetricRefusal) in
      var survey = Self(
        try GapQuestionnaire(
          items: 3,
          dimensions: [("first", [1, 2]), ("second", [3])],
          negativeItems: [3],
          scale: .satisfaction
        )
      )
      try survey.add(expectations: [5, 5, 1], perceptions: [4, 3, 1])
      try survey.add(expectations: [5, 5, 1], perceptions: [5, 4, 3])
      return [
        survey.dimensions[0].mean, survey.dimensions[0].interval()?.low,
        survey.dimensions[1].mean, survey.unweighted.mean,
      ]
    },
    MetricExample("a dimension with an item that does not exist", refuses: .invalidInput) {
      () throws(MetricRefusal) in
      let questionnaire = try GapQuestionnaire(items: 2, dimensions: [("all", [1, 2, 3])])
      return [Double(questionnaire.items)]
    },
  ]
}
