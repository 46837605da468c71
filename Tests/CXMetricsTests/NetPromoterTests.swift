import CXMetrics
import Testing

struct NetPromoterTests {
  static let whole: Tally<11> = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

  @Test(arguments: 0...11)
  func `the score does not care how responses were split before merging`(cut: Int) {
    var left = Tally<11>()
    var right = Tally<11>()
    for point in 0..<cut { left.add(point) }
    for point in cut..<11 { right.add(point) }
    left.merge(right)
    #expect(
      NetPromoterScore.estimate(from: left, scale: .zeroToTen)
        == NetPromoterScore.estimate(from: Self.whole, scale: .zeroToTen)
    )
  }

  @Test func `the scales differ by where the tally starts`() {
    let zero = NetPromoterCounts([6, 7, 9, 9, 10], scale: .zeroToTen)
    let one = NetPromoterCounts([5, 6, 8, 8, 9], scale: .oneToTen)
    #expect(zero == one)
    #expect(zero == NetPromoterCounts(promoters: 3, passives: 1, detractors: 1))
  }

  @Test(arguments: RecommendScale.allCases)
  func `every score of a scale has the group its tally gives it`(scale: RecommendScale) throws {
    for score in -1...11 {
      guard let point = scale.scores.point(of: score) else {
        #expect(scale.group(of: score) == nil)
        continue
      }
      var tally = Tally<11>()
      tally.add(point)
      let counts = NetPromoterCounts(tally, scale: scale)
      let group = try #require(scale.group(of: score))
      #expect(counts.promoters - counts.detractors == group.contribution)
      #expect(counts.passives == (group == .passive ? 1 : 0))
    }
  }

  @Test func `more taken back than came in is nothing to measure`() {
    let counts = NetPromoterCounts(promoters: 5, passives: 0, detractors: -1)
    #expect(NetPromoterScore.estimate(from: counts) == nil)
    #expect(NetPromoterScore.summary(of: counts).adjusted == nil)
    #expect(throws: MetricRefusal.noData) { try NetPromoterDifference(counts, counts) }
  }

  @Test func `a unanimous group is marked, and its interval still has width`() throws {
    let counts = NetPromoterCounts(promoters: 12)
    let summary = NetPromoterScore.summary(of: counts)
    #expect(counts.isUnanimous)
    #expect(summary.wald == Interval(low: 100, high: 100))
    #expect(try #require(summary.adjusted).low < 100)
    #expect(!NetPromoterCounts().isUnanimous)
    #expect(!NetPromoterCounts(promoters: 1, detractors: 1).isUnanimous)
  }

  @Test(arguments: [0.5, 0.8, 0.9, 0.95, 0.99, 0.999])
  func `more confidence widens every interval`(level: Double) throws {
    var tally: Tally<11> = [10, 9, 9, 8, 7, 3, 2, 10, 9, 6]
    for point in 0..<11 { tally.add(point, times: 5) }
    let wider = try Confidence(level + (1 - level) / 2)
    let narrow = try Confidence(level)
    let counts = NetPromoterCounts(tally, scale: .zeroToTen)
    let (a, b) = (
      NetPromoterScore.summary(of: counts, confidence: narrow),
      NetPromoterScore.summary(of: counts, confidence: wider)
    )
    for (inner, outer) in [(a.wald, b.wald), (a.adjusted, b.adjusted), (a.student, b.student)] {
      let (inner, outer) = (try #require(inner), try #require(outer))
      #expect(outer.low < inner.low && outer.high > inner.high)
    }
  }

  @Test(arguments: [0, 1, -0.2, 1.5, .nan, .infinity])
  func `a confidence lies strictly between 0 and 1`(level: Double) {
    #expect(throws: MetricRefusal.invalidConfidence) { try Confidence(level) }
  }

  @Test func `swapping the samples turns the difference around`() throws {
    let a = NetPromoterCounts(promoters: 30, passives: 20, detractors: 10)
    let b = NetPromoterCounts(promoters: 12, passives: 7, detractors: 12)
    let (there, back) = (try NetPromoterDifference(a, b), try NetPromoterDifference(b, a))
    #expect(there.value == -back.value)
    #expect(there.adjustedP == back.adjustedP)
    #expect(there.adjusted.low == -back.adjusted.high)
  }

  @Test func `a margin too fine to count for is refused`() {
    #expect(throws: MetricRefusal.invalidMargin) {
      try NetPromoterSampleSize(margin: 1e-200)
    }
    #expect(throws: MetricRefusal.invalidResponseRate) {
      try NetPromoterSampleSize(margin: 5, responseRate: 1e-300)
    }
  }

  @Test func `nothing varies, nothing is needed`() throws {
    let size = try NetPromoterSampleSize(margin: 5, variance: 0, population: 1)
    #expect(size.wald == 0)
    #expect(size.adjusted == 1)
    #expect(size.finitePopulation == 0)
  }
}
