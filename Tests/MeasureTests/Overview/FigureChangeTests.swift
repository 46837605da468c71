import CXMetrics
import Testing

@testable import Measure

struct FigureChangeTests {
  /// Metrics' own example: 180/150/120 then 220/140/90 gives +15.556 with p 0.0033.
  private let before = Self.tally(promoters: 180, passives: 150, detractors: 120)
  private let after = Self.tally(promoters: 220, passives: 140, detractors: 90)

  private static func tally(promoters: Int, passives: Int, detractors: Int) -> Tally<11> {
    var tally = Tally<11>()
    tally.add(9, times: promoters)
    tally.add(7, times: passives)
    tally.add(3, times: detractors)
    return tally
  }

  @Test func `a change of the score is the plain difference with the adjusted test`() throws {
    let measure = FigureMeasure.netPromoterScore(.zeroToTen)
    let change = try #require(measure.change(from: before, to: after, .standard))
    #expect(abs(change.value - 15.555555555555557) < 1e-9)
    #expect(abs(try #require(change.pValue) - 0.0033056) < 1e-6)
    #expect(change.verdict == .real)
    let same = try #require(measure.change(from: before, to: before, .standard))
    #expect(same.verdict == .chance && !same.isReal)
  }

  @Test func `fewer than thirty answers are never compared`() {
    let few = Self.tally(promoters: 29, passives: 0, detractors: 0)
    let measure = FigureMeasure.netPromoterScore(.zeroToTen)
    #expect(measure.change(from: few, to: after, .standard) == nil)
    #expect(measure.change(from: before, to: few, .standard) == nil)
  }

  /// Holm's example of metrics.md: .001 .02 .03 .04 .5 become .005 .08 .09 .09 .5.
  @Test func `groups looked at together must pass a stricter test`() throws {
    let measure = FigureMeasure.netPromoterScore(.zeroToTen)
    let change = try #require(measure.change(from: before, to: after, .standard))
    let family = [0.001, 0.02, 0.03, 0.04, 0.5].map { p in
      var one = change
      one.pValue = p
      return one
    }
    #expect(family.map(\.verdict) == [.real, .real, .real, .real, .chance])
    #expect(family.corrected.map(\.verdict) == [.real, .early, .early, .early, .chance])
  }

  @Test func `satisfaction is compared by the share of its two highest scores`() throws {
    var low = Tally<11>()
    low.add(4, times: 48)
    low.add(0, times: 32)
    var high = Tally<11>()
    high.add(3, times: 56)
    high.add(1, times: 14)
    let change = try #require(
      FigureMeasure.satisfaction(.satisfaction).change(from: low, to: high, .standard)
    )
    // 56/70 against 48/80: z 2.650172 (metrics.md), so p 0.008045.
    #expect(abs(change.value - 20) < 1e-9)
    #expect(abs(try #require(change.pValue) - 0.008045) < 1e-5)
  }
}
