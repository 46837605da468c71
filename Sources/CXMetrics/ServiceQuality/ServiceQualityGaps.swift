/// SERVQUAL: how far what customers got falls short of what they expect of an excellent provider.
///
/// - Formula: the gap of an item is perception − expectation. A respondent’s gap of a dimension is
///   the mean over its items with both answers, at least half of them; of the whole, the mean of
///   the five dimensions, plain or by weights. Figures are means over respondents.
/// - Units: points of agreement. Range: −6 through 6; below 0 expectations are not met.
/// - Weights: the hundred points that the respondent divided between the dimensions, when all five
///   are there, none is negative and they come to 100 ± 0.5; otherwise 11, 32, 22, 19 and 16.
/// - Interval: Student’s t over respondents; none for fewer than two.
/// - Complexity: O(1) for a respondent and O(1) memory; parts merge.
/// - Beware: expectations sit near 7, so the gap mostly mirrors perceptions. The five dimensions
///   often do not show in the data: report `CronbachAlpha` beside them. Ask expectations once a
///   year, perceptions in every wave.
/// - Source: A. Parasuraman, V. A. Zeithaml and L. L. Berry, Journal of Marketing 49, 1985; Journal
///   of Retailing 64(1), 1988, and 67(4), 1991.
public struct ServiceQualityGaps: Sendable {
  /// An item’s answers, of respondents who gave both.
  public struct Item: Hashable, Sendable, BitwiseCopyable {
    /// Respondents with a legal expectation and a legal perception.
    public private(set) var count = 0
    private var expectations = 0
    private var perceptions = 0

    /// Nil, like all below, without respondents.
    public var meanExpectation: Double? { mean(expectations) }

    /// The mean of what they got.
    public var meanPerception: Double? { mean(perceptions) }

    /// The mean of perception less expectation.
    public var gap: Double? { mean(perceptions - expectations) }

    private func mean(_ sum: Int) -> Double? { count > 0 ? Double(sum) / Double(count) : nil }

    mutating func add(expectation: Int, perception: Int) {
      count += 1
      expectations += expectation
      perceptions += perception
    }

    mutating func merge(_ other: Self) {
      count += other.count
      expectations += other.expectations
      perceptions += other.perceptions
    }
  }

  /// Weights of respondents without usable points of their own.
  public let usualWeights: DimensionWeights

  /// The items that are turned before anything is counted.
  public let negativeItems: NegativeItems

  /// The respondents’ figures by dimension and together.
  public private(set) var totals = ServiceQualityTotals()

  private var items = InlineArray<22, Item>(repeating: Item())

  /// Answers off the scale, among expectations and perceptions.
  public private(set) var invalid = 0

  /// Answers that are not there, among expectations and perceptions.
  public private(set) var missing = 0

  /// - Parameters:
  ///   - weights: of respondents without usable points of their own.
  ///   - negativeItems: those that are worded negatively.
  public init(weights: DimensionWeights = .usual, negativeItems: NegativeItems = .none) {
    usualWeights = weights
    self.negativeItems = negativeItems
  }

  /// Takes in one respondent and gives back their own figures.
  ///
  /// - Parameters:
  ///   - expectations: what the respondent expects, item by item.
  ///   - perceptions: what they found, item by item.
  ///   - points: the hundred points that the respondent divided, if any.
  @discardableResult public mutating func add(
    expectations: ServiceQualityAnswers,
    perceptions: ServiceQualityAnswers,
    points: ByDimension<Double?>? = nil
  ) -> ServiceQualityRespondent {
    missing += expectations.missing + perceptions.missing
    invalid += expectations.invalid + perceptions.invalid
    let (expected, perceived) = (
      expectations.turned(negativeItems), perceptions.turned(negativeItems)
    )
    let respondent = ServiceQualityRespondent(points: points, usual: usualWeights) { number in
      guard let expectation = expected[number], let perception = perceived[number] else {
        return nil
      }
      return perception - expectation
    }
    for place in items.indices {
      guard let expectation = expected[place + 1], let perception = perceived[place + 1] else {
        continue
      }
      items[place].add(expectation: expectation, perception: perception)
    }
    totals.add(respondent)
    return respondent
  }

  /// Takes in the respondents of another part, whose weights and wording must be the same.
  public mutating func merge(_ other: Self) {
    for place in items.indices { items[place].merge(other.items[place]) }
    totals.merge(other.totals)
    missing += other.missing
    invalid += other.invalid
  }

  /// The figures of an item, counted from 1; of no respondents for an item that does not exist.
  public subscript(item: Int) -> Item {
    items.indices.contains(item - 1) ? items[item - 1] : Item()
  }
}

extension ServiceQualityGaps: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "one respondent who gave 12, 31, 20, 17 and 20 points",
      gives: [
        "tangibles": -0.25, "reliability": -0.8, "responsiveness": -0.25, "assurance": -0.75,
        "empathy": -1.4, "unweighted": -0.69, "weighted": -0.7355, "low": nil,
      ]
    ) { () throws(MetricRefusal) in
      var gaps = Self()
      let points: [Double] = [12, 31, 20, 17, 20]
      gaps.add(
        expectations: try ServiceQualityAnswers([
          6, 7, 7, 7, 7, 5, 6, 5, 6, 7, 6, 7, 5, 6, 6, 7, 7, 7, 6, 7, 7, 6,
        ]),
        perceptions: try ServiceQualityAnswers([
          6, 6, 7, 7, 6, 5, 4, 6, 4, 7, 6, 7, 4, 5, 5, 7, 6, 4, 5, 7, 5, 5,
        ]),
        points: ByDimension { points[$0.place] }
      )
      let means = ServiceQualityDimension.allCases.map { gaps.totals[$0].mean }
      return means + [
        gaps.totals.unweighted.mean, gaps.totals.weighted.mean,
        gaps.totals.unweighted.interval()?.low,
      ]
    },
    MetricExample(
      "two of four tangibles and two of five reliability items perceived at 5 of 7 expected",
      gives: ["tangibles": -2, "reliability": nil, "weighted": nil]
    ) { () throws(MetricRefusal) in
      var gaps = Self()
      let expected = [Double?](repeating: 7, count: 22)
      let perceived: [Double?] = [5, 5, nil, nil, 5, 5] + Array(repeating: nil, count: 16)
      gaps.add(
        expectations: try ServiceQualityAnswers(expected),
        perceptions: try ServiceQualityAnswers(perceived)
      )
      return [
        gaps.totals[.tangibles].mean, gaps.totals[.reliability].mean, gaps.totals.weighted.mean,
      ]
    },
    MetricExample("21 answers", refuses: .expected22Items) { () throws(MetricRefusal) in
      [try ServiceQualityAnswers([Double?](repeating: 4, count: 21))[1].map(Double.init)]
    },
  ]
}
