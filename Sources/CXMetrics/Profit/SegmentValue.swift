/// What promoters, passives and detractors spend, and the score in which each unit of money has a
/// vote.
///
/// - Formula: revenue and revenue per customer by group; share of all revenue, the unknown
///   included; revenue-weighted score = 100 (R of promoters − R of detractors) / R of all groups.
/// - Units: amounts of one currency; percent; points, −100 through 100 while no group’s revenue is
///   negative. Nil where the divisor is not positive.
/// - Interval: none; the books are complete.
/// - Complexity: four counts and sums; merges by addition.
/// - Beware: that promoters spend more does not show that making promoters raises spending.
/// - Source: F. F. Reichheld, “The Ultimate Question”, 2006.
public struct SegmentValue: Hashable, Sendable {
  private var segments: [Segment] = Array(repeating: Segment(), count: 4)

  /// The customers of one group, or those without a valid answer.
  public struct Segment: Hashable, Sendable {
    /// How many there are.
    public fileprivate(set) var customers = 0
    fileprivate var sum = CompensatedSum()

    /// What they spent, less what they returned.
    public var revenue: Double { sum.value }

    /// What each of them spent on average; nil without customers.
    public var revenuePerCustomer: Double? {
      customers > 0 ? revenue / Double(customers) : nil
    }
  }

  /// Nobody yet.
  public init() {}

  /// Takes in one customer; nil is the group of those without a valid answer.
  ///
  /// - Throws: `invalidInput` for a revenue that is not finite.
  public mutating func add(_ revenue: Double, group: RecommendGroup?) throws(MetricRefusal) {
    guard revenue.isFinite else { throw .invalidInput }
    let place = Self.place(of: group)
    segments[place].customers += 1
    segments[place].sum.add(revenue)
  }

  /// Takes in the customers of another part.
  public mutating func merge(_ other: Self) {
    for place in segments.indices {
      segments[place].customers &+= other.segments[place].customers
      segments[place].sum.merge(other.segments[place].sum)
    }
  }

  /// The customers of a group; nil is the group of those without a valid answer.
  public subscript(group: RecommendGroup?) -> Segment { segments[Self.place(of: group)] }

  /// Percent of all revenue, the unknown included; nil unless all revenue is positive.
  public func revenueShare(of group: RecommendGroup?) -> Double? {
    let whole = segments.reduce(0) { $0 + $1.revenue }
    guard whole > 0, whole.isFinite else { return nil }
    return 100 * (self[group].revenue / whole)
  }

  /// Points; nil unless the revenue of the three groups together is positive.
  public var revenueWeightedScore: Double? {
    let (promoters, detractors) = (self[.promoter].revenue, self[.detractor].revenue)
    let known = promoters + self[.passive].revenue + detractors
    guard known > 0, known.isFinite else { return nil }
    return 100 * ((promoters - detractors) / known)
  }

  private static func place(of group: RecommendGroup?) -> Int {
    switch group {
    case .promoter: 0
    case .passive: 1
    case .detractor: 2
    case nil: 3
    }
  }
}

extension SegmentValue: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "promoters 500 and 300, passives 200 and 100, detractor 250, no answer 80",
      gives: [
        "per promoter": 400, "per passive": 150, "per detractor": 250,
        "share of promoters": 55.94405594405595, "share of detractors": 17.482517482517483,
        "weighted score": 40.74074074074074,
      ]
    ) { () throws(MetricRefusal) in
      try figures([
        (500, .promoter), (300, .promoter), (200, .passive), (100, .passive), (250, .detractor),
        (80, nil),
      ])
    },
    MetricExample(
      "no answer 80",
      gives: [
        "per promoter": nil, "per passive": nil, "per detractor": nil, "share of promoters": 0,
        "share of detractors": 0, "weighted score": nil,
      ]
    ) { () throws(MetricRefusal) in try figures([(80, nil)]) },
  ]

  private static func figures(
    _ customers: [(Double, RecommendGroup?)]
  ) throws(MetricRefusal) -> [Double?] {
    var value = Self()
    for (revenue, group) in customers { try value.add(revenue, group: group) }
    return RecommendGroup.allCases.map { value[$0].revenuePerCustomer } + [
      value.revenueShare(of: .promoter), value.revenueShare(of: .detractor),
      value.revenueWeightedScore,
    ]
  }
}
