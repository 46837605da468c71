import CXMetrics
import Testing

/// What examples cannot show: parts that merge, sums that keep their digits, searches at their
/// edges.
struct BusinessFiguresTests {
  private static let customers: [(revenue: Double, group: RecommendGroup?)] = [
    (120.5, .promoter), (-20, .passive), (0.1, .detractor), (0.2, nil), (1e15, .promoter),
    (-1e15, .promoter), (33, .detractor),
  ]

  @Test(arguments: 0...7)
  func `money is the same however customers were split before merging`(cut: Int) throws {
    var (whole, left, right) = (SegmentValue(), SegmentValue(), SegmentValue())
    var (quality, first, second) = (ProfitQuality(), ProfitQuality(), ProfitQuality())
    for (index, customer) in Self.customers.enumerated() {
      try whole.add(customer.revenue, group: customer.group)
      try quality.add(customer.revenue, source: nil, group: customer.group)
      if index < cut {
        try left.add(customer.revenue, group: customer.group)
        try first.add(customer.revenue, source: nil, group: customer.group)
      } else {
        try right.add(customer.revenue, group: customer.group)
        try second.add(customer.revenue, source: nil, group: customer.group)
      }
    }
    left.merge(right)
    first.merge(second)
    for group in RecommendGroup.allCases.map(Optional.some) + [nil] {
      #expect(left[group].customers == whole[group].customers)
      #expect(abs(left[group].revenue - whole[group].revenue) < 1e-9)
    }
    #expect(abs(left[.promoter].revenue - 120.5) < 1e-9)
    #expect(abs((first.total) - (quality.total)) < 1e-9)
  }

  @Test func `growth is the same however customers were split before merging`() throws {
    var (whole, left, right) = (EarnedGrowth(), EarnedGrowth(), EarnedGrowth())
    for (index, (before, now)) in [(100.0, 90.0), (0, 40), (50, 75), (0, 0)].enumerated() {
      let reason: EarnedGrowth.Reason = index == 1 ? .earned : .unknown
      try whole.add(prior: before, current: now, reason: reason)
      if index < 2 {
        try left.add(prior: before, current: now, reason: reason)
      } else {
        try right.add(prior: before, current: now, reason: reason)
      }
    }
    left.merge(right)
    #expect(left.earned == whole.earned)
    #expect(left.total == whole.total)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `money that is no number is refused`(amount: Double) {
    var (value, quality, growth) = (SegmentValue(), ProfitQuality(), EarnedGrowth())
    #expect(throws: MetricRefusal.invalidInput) { try value.add(amount, group: nil) }
    #expect(throws: MetricRefusal.invalidInput) {
      try quality.add(amount, source: nil, group: nil)
    }
    #expect(throws: MetricRefusal.invalidInput) { try growth.add(prior: amount, current: 1) }
    #expect(value[nil].customers == 0)
    #expect(quality.total == 0)
  }

  @Test func `money too large to add up leaves no share`() throws {
    var quality = ProfitQuality()
    for _ in 0..<3 { try quality.add(1e308, source: nil, group: .promoter) }
    #expect(quality.goodShare == nil)
    #expect(quality.coverage == nil)
  }

  @Test func `weights above the largest are cut and counted`() {
    var weights = [0.5, 5, 5.1, 80]
    #expect(WeightTrimming.trim(&weights) == 2)
    #expect(weights == [0.5, 5, 5, 5])
    #expect(WeightTrimming.trim(&weights) == 0)
  }

  @Test func `weights that fit once fit again at once`() throws {
    let categories = [0, 0, 0, 1, 1, 0, 1, 1, 1, 1]
    let once = try Raking(categories: categories, targets: [[0.5, 0.5], [0.4, 0.6]])
    #expect(abs(once.weights.reduce(0, +) - 5) < 1e-9)
    #expect(throws: MetricRefusal.respondentOutsideFrame) {
      try Raking(categories: [0, 2], targets: [[0.5, 0.5]])
    }
    #expect(throws: MetricRefusal.lengthMismatch) {
      try Raking(categories: [0, 1, 0], targets: [[0.5, 0.5], [1, 1]])
    }
    #expect(throws: MetricRefusal.invalidInput) { try Raking(categories: [0], targets: []) }
  }

  @Test(arguments: [-0.9999, -0.5, 0, 1e-6, 0.1, 3, 1e6])
  func `the rate of return makes the present value nothing`(rate: Double) throws {
    // 1000 now come back after two periods at this rate.
    let back = 1000 * (1 + rate) * (1 + rate)
    let found = try ProgrammeReturn(
      costs: [1000, 0, 0],
      benefits: [0, 0, back],
      discountRate: 0.1
    )
    #expect(abs(try #require(found.internalRate) - rate) <= 1e-9 * max(1, rate))
  }

  @Test func `a maturity threshold is reached exactly by means of thirds`() throws {
    let third = [3, 3, 3, 3, 3]
    let low = [2, 3, 3, 3, 3]
    let high = [4, 3, 3, 3, 3]
    let ratings: [[Int?]] = [third, low, high].map { rater in
      Array(repeating: rater, count: 4).flatMap { $0 }
    }
    let assessment = try MaturityAssessment(
      ratings: ratings,
      evidence: Array(repeating: true, count: 20)
    )
    #expect(assessment.stagesReached == 4)
    #expect(assessment.next == nil)
    #expect(MaturityStage.allCases.allSatisfy { $0.statements.count == 5 })
  }

  @Test func `half an hour too early is too early`() throws {
    let policy = try ContactPolicy(
      quarantineDays: 0.5,
      restDays: 0,
      windowDays: 1,
      invitationsMax: 9
    )
    let early = try SurveyEligibility(at: 41_400, invitations: [0], responses: [], policy: policy)
    #expect(early.reasons == [.quarantine])
    #expect(early.nextEligible == 43_200)
    let late = try SurveyEligibility(at: 43_200, invitations: [0], responses: [], policy: policy)
    #expect(late.isEligible)
    #expect(throws: MetricRefusal.invalidInput) {
      try SurveyEligibility(at: .nan, invitations: [], responses: [])
    }
  }
}
