/// The four gaps inside the company that make the fifth, which customers see.
///
/// - Formula: gap 1 is what managers believe customers expect less what customers expect. Gaps 2–4
///   are the mean rating less 7: how far standards exist (managers), can be met, and keep what is
///   promised (contact staff). Weighted: by 11, 32, 22, 19 and 16.
/// - Units: points of agreement. Range: −6 through 6 for gap 1, below 0 where managers
///   underestimate customers; −6, the worst, through 0, no gap, for the others. Nil where nobody
///   answered.
/// - Complexity: O(1) for a row and O(1) memory; parts merge.
/// - Beware: what the ratings’ ends say, and the sign of gaps 2–4, are rules of this library.
/// - Source: V. A. Zeithaml, L. L. Berry and A. Parasuraman, Journal of Marketing 52(2), 1988;
///   “Delivering Quality Service”, 1990.
public struct ProviderGaps: Sendable {
  /// Which of the four.
  public enum Gap: Int, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    /// Gap 1: managers do not know what customers expect.
    case knowledge = 1

    /// Gap 2: what they know has not become standards.
    case standards

    /// Gap 3: the standards are not met.
    case delivery

    /// Gap 4: more is promised than is delivered.
    case communication
  }

  /// The weights of the weighted gaps.
  public let weights: DimensionWeights

  private var customers: ServicePerformance
  private var managers: ServicePerformance
  private var ratings = InlineArray<3, ByDimension<RunningMean>>(
    repeating: ByDimension { _ in RunningMean() }
  )

  /// Ratings that are off the scale.
  public private(set) var invalidRatings = 0

  /// Nobody has answered yet.
  public init(weights: DimensionWeights = .usual) {
    self.weights = weights
    customers = ServicePerformance(weights: weights)
    managers = ServicePerformance(weights: weights)
  }

  /// Takes in a customer’s 22 expectations.
  public mutating func add(customerExpectations answers: ServiceQualityAnswers) {
    customers.add(perceptions: answers)
  }

  /// Takes in the 22 expectations that a manager believes customers have.
  public mutating func add(managerExpectations answers: ServiceQualityAnswers) {
    managers.add(perceptions: answers)
  }

  /// Takes in a manager’s rating, 1 through 7, of how far standards exist: none, or set and told.
  public mutating func add(standards rating: ByDimension<Double?>) { add(rating, at: 0) }

  /// Takes in a contact person’s rating, 1 through 7, of how far standards can be met.
  public mutating func add(ability rating: ByDimension<Double?>) { add(rating, at: 1) }

  /// Takes in a contact person’s rating, 1 through 7, of how far promises can be kept.
  public mutating func add(promises rating: ByDimension<Double?>) { add(rating, at: 2) }

  private mutating func add(_ rating: ByDimension<Double?>, at place: Int) {
    for dimension in ServiceQualityDimension.allCases {
      guard let given = rating[dimension] else { continue }
      if ServiceQualityItem.agreement.point(of: given) == nil {
        invalidRatings += 1
      } else {
        ratings[place][dimension].add(given)
      }
    }
  }

  /// Takes in another part, whose weights must be the same.
  public mutating func merge(_ other: Self) {
    customers.merge(other.customers)
    managers.merge(other.managers)
    invalidRatings += other.invalidRatings
    for place in ratings.indices {
      for dimension in ServiceQualityDimension.allCases {
        ratings[place][dimension].merge(other.ratings[place][dimension])
      }
    }
  }

  /// A gap in each dimension; nil where nobody answered.
  public func byDimension(_ gap: Gap) -> ByDimension<Double?> {
    ByDimension { dimension in
      guard gap == .knowledge else {
        let worst = Double(ServiceQualityItem.agreement.highest)
        return ratings[gap.rawValue - 2][dimension].mean.map { $0 - worst }
      }
      guard let believed = managers.totals[dimension].mean,
        let expected = customers.totals[dimension].mean
      else { return nil }
      return believed - expected
    }
  }

  /// A gap over all dimensions by their weights; nil unless all five are there.
  public func weighted(_ gap: Gap) -> Double? { weights.mean(of: byDimension(gap)) }
}

extension ProviderGaps: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "customers expect 6 everywhere, managers believe 5; two managers rate standards 6, 4, 5, 3, "
        + "2 and 7, 5, 4, 4, none",
      gives: [
        "gap 1 weighted": -1, "gap 2 reliability": -2.5, "gap 2 weighted": -2.87,
        "gap 3 weighted": nil,
      ]
    ) { () throws(MetricRefusal) in
      var gaps = Self()
      gaps.add(customerExpectations: try ServiceQualityAnswers([Double?](repeating: 6, count: 22)))
      gaps.add(managerExpectations: try ServiceQualityAnswers([Double?](repeating: 5, count: 22)))
      let managers: [[Double?]] = [[6, 4, 5, 3, 2], [7, 5, 4, 4, nil]]
      for rating in managers { gaps.add(standards: ByDimension { rating[$0.place] }) }
      return [
        gaps.weighted(.knowledge), gaps.byDimension(.standards)[.reliability],
        gaps.weighted(.standards), gaps.weighted(.delivery),
      ]
    }
  ]
}
