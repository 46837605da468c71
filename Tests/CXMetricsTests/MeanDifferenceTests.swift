import CXMetrics
import Testing

/// Reference values by SciPy 1.16, `ttest_ind(a, b, equal_var=False)`.
struct MeanDifferenceTests {
  private func tally(_ scores: [Int]) -> Tally<11> {
    scores.reduce(into: Tally<11>()) { $0.add($1 - 1) }
  }

  @Test func `agrees with an independent implementation of Welch's test`() throws {
    let difference = try MeanDifference(
      tally([5, 4, 4, 3, 5, 1, 2, 4]),
      tally([5, 5, 4, 5, 3, 4, 5, 4, 4, 5, 2]),
      scale: .satisfaction
    )
    #expect(abs(difference.value - -0.6818181818181817) < 1e-12)
    #expect(abs(try #require(difference.t) - -1.1734517391389074) < 1e-12)
    #expect(abs(try #require(difference.degreesOfFreedom) - 11.754943195455033) < 1e-9)
    #expect(abs(try #require(difference.pValue) - 0.26384341596173605) < 1e-9)
    let interval = try #require(difference.interval)
    #expect(abs(interval.low - -1.9507210609427093) < 1e-8)
    #expect(abs(interval.high - 0.5870846973063459) < 1e-8)
  }

  @Test func `one sample without spread leaves the other's`() throws {
    let difference = try MeanDifference(
      tally([1, 1, 1, 7, 7]),
      tally(Array(repeating: 7, count: 40)),
      scale: EffortScale.agreement.scores
    )
    #expect(difference.degreesOfFreedom == 4)
    #expect(abs(try #require(difference.pValue) - 0.07048399691021992) < 1e-9)
  }

  @Test func `says the difference but no probability where nothing spreads`() throws {
    let difference = try MeanDifference(tally([5, 5]), tally([3, 3, 3]), scale: .satisfaction)
    #expect(difference.value == 2)
    #expect(difference.pValue == nil && difference.interval == nil)
    #expect(throws: MetricRefusal.noData) {
      try MeanDifference(tally([]), tally([3]), scale: .satisfaction)
    }
  }
}
