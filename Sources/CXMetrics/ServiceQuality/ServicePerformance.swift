/// SERVPERF: how customers judge the service they got, without asking what they expect.
///
/// - Formula: as SERVQUAL’s, with the perception in place of the gap.
/// - Units: points of agreement. Range: 1 through 7.
/// - Interval: Student’s t over respondents; none for fewer than two.
/// - Complexity: O(1) for a respondent and O(1) memory; parts merge.
/// - Beware: a short form with half the questions, which predicts overall quality at least as well;
///   it cannot tell a high demand met from a low one.
/// - Source: J. J. Cronin and S. A. Taylor, Journal of Marketing 56(3), 1992.
public struct ServicePerformance: Sendable {
  /// Weights of respondents without usable points of their own.
  public let usualWeights: DimensionWeights

  /// The items that are turned before anything is counted.
  public let negativeItems: NegativeItems

  /// The respondents’ figures by dimension and together.
  public private(set) var totals = ServiceQualityTotals()

  /// Answers off the scale.
  public private(set) var invalid = 0

  /// Answers that are not there.
  public private(set) var missing = 0

  /// - Parameters:
  ///   - weights: of respondents without usable points of their own.
  ///   - negativeItems: those that are worded negatively.
  public init(weights: DimensionWeights = .usual, negativeItems: NegativeItems = .none) {
    usualWeights = weights
    self.negativeItems = negativeItems
  }

  /// Takes in one respondent and gives back their own figures.
  @discardableResult public mutating func add(
    perceptions: ServiceQualityAnswers,
    points: ByDimension<Double?>? = nil
  ) -> ServiceQualityRespondent {
    missing += perceptions.missing
    invalid += perceptions.invalid
    let perceived = perceptions.turned(negativeItems)
    let respondent = ServiceQualityRespondent(points: points, usual: usualWeights) {
      perceived[$0]
    }
    totals.add(respondent)
    return respondent
  }

  /// Takes in the respondents of another part, whose weights and wording must be the same.
  public mutating func merge(_ other: Self) {
    totals.merge(other.totals)
    missing += other.missing
    invalid += other.invalid
  }
}

extension ServicePerformance: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "two respondents: one perceives 6 everywhere, one 4 in tangibles and 6 elsewhere",
      gives: [
        "tangibles": 5, "low": -7.706204736174706, "high": 17.706204736174704, "reliability": 6,
        "unweighted": 5.8, "weighted": 5.89,
      ]
    ) { () throws(MetricRefusal) in
      var performance = Self()
      let high = [Double?](repeating: 6, count: 22)
      performance.add(perceptions: try ServiceQualityAnswers(high))
      performance.add(
        perceptions: try ServiceQualityAnswers([4, 4, 4, 4] + high.dropFirst(4))
      )
      let tangibles = performance.totals[.tangibles]
      let interval = tangibles.interval()
      return [
        tangibles.mean, interval?.low, interval?.high, performance.totals[.reliability].mean,
        performance.totals.unweighted.mean, performance.totals.weighted.mean,
      ]
    }
  ]
}
