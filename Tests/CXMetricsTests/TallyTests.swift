import CXMetrics
import Testing

struct TallyTests {
  @Test func `taking a response back leaves no trace`() {
    var tally: Tally<11> = [9, 10, 3]
    tally.add(7)
    tally.add(7, times: -1)
    #expect(tally == [3, 10, 9])
  }

  @Test func `a correction may come before what it corrects`() {
    var tally = Tally<5>()
    tally.add(2, times: -1)
    #expect(tally[2] == -1)
    #expect(tally.total == -1)
    tally.add(2)
    #expect(tally == [])
  }

  @Test func `ranges count what lies in them`() {
    let tally: Tally<11> = [0, 6, 6, 7, 8, 9, 10, 10]
    #expect(tally[...6] == 3)
    #expect(tally[7...8] == 2)
    #expect(tally[9...] == 3)
    #expect(tally[3..<3] == 0)
    #expect(tally.total == 8)
  }

  @Test func `a point off the scale stops the process`() async {
    await #expect(processExitsWith: .failure) {
      var tally = Tally<11>()
      tally.add(11)
    }
  }

  @Test func `responses are sorted into counted, missing and invalid`() throws {
    var responses = ScoredResponses<11>(on: try ScoreScale(1, 5))
    for score in [1, 5, nil, 0, 6, 2.5, 3.0, -.infinity, .nan, 1e300] { responses.add(score) }
    responses.addIllegible()
    #expect(responses.tally == [0, 4, 2])
    #expect(responses.missing == 1)
    #expect(responses.invalid == 7)
    var twice = responses
    twice.merge(responses)
    #expect(twice.tally.total == 6)
    #expect(twice.missing == 2)
    #expect(twice.invalid == 14)
  }

  @Test(arguments: [(3, 3), (4, 1), (Int.min, 5), (Int.min, Int.max), (-5, Int.max)])
  func `a scale needs a lowest and a higher highest score`(lowest: Int, highest: Int) {
    #expect(throws: MetricRefusal.invalidInput) { try ScoreScale(lowest, highest) }
  }

  @Test func `weights add up by point and merge`() throws {
    var whole = WeightedTally<11>()
    var left = WeightedTally<11>()
    var right = WeightedTally<11>()
    for (index, weight) in [1.5, 0, 2, 0.25, 3, 1].enumerated() {
      try whole.add(index * 2, weight: weight)
      if index < 3 {
        try left.add(index * 2, weight: weight)
      } else {
        try right.add(index * 2, weight: weight)
      }
    }
    left.merge(right)
    #expect(left.rows(0..<11) == 6)
    #expect(left.weightedRows == 5)
    let merged = WeightedNetPromoterScore(left, scale: .zeroToTen)
    #expect(merged == WeightedNetPromoterScore(whole, scale: .zeroToTen))
    #expect(merged.estimate?.count == 6)
  }

  @Test(arguments: [
    (-1, MetricRefusal.negativeWeight), (-.infinity, .negativeWeight), (.nan, .invalidInput),
    (.infinity, .invalidInput),
  ])
  func `an impossible weight is refused`(weight: Double, refusal: MetricRefusal) {
    var tally = WeightedTally<11>()
    #expect(throws: refusal) { try tally.add(3, weight: weight) }
    #expect(tally.rows(0..<11) == 0)
  }
}
