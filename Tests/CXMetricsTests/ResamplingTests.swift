import Testing

@testable import CXMetrics

struct ResamplingTests {
  @Test func `numbers below a bound are all equally likely`() {
    var random = SeededGenerator(seed: 11, stream: 5)
    var tally = Tally<7>()
    for _ in 0..<70_000 { tally.add(random.next(below: 7)) }
    // Six standard deviations of a seventh of seventy thousand.
    #expect((0..<7).allSatisfy { abs(tally[$0] - 10_000) < 560 })
    #expect(random.next(below: 1) == 0 && random.next(below: 0) == 0)
    #expect(random.next(below: -4) == 0)
  }

  @Test func `streams of a seed differ, the same stream repeats`() {
    func first(_ seed: UInt64, _ stream: UInt64) -> [UInt64] {
      var random = SeededGenerator(seed: seed, stream: stream)
      return (0..<4).map { _ in random.next() }
    }
    #expect(first(1, 0) == first(1, 0))
    #expect(Set([first(1, 0), first(1, 1), first(2, 0)]).count == 3)
    _ = SeededGenerator(seed: .max, stream: .max)
  }

  @Test func `parts come back in their order, however they were done`() {
    #expect(ParallelParts.map(1000) { $0 * $0 } == (0..<1000).map { $0 * $0 })
    #expect(ParallelParts.map(0) { $0 }.isEmpty)
    let tasks = ParallelParts.flatMap(1001, inPartsOf: 32) { $0.map { $0 + 1 } }
    #expect(tasks == Array(1...1001))
  }

  @Test func `the interval of a mean holds the truth about as often as it says`() throws {
    var random = SeededGenerator(seed: 20)
    var held = 0
    for draw in 0..<400 {
      // Sums of dice are nearly normal around 10.5.
      let sample = (0..<40).map { _ in
        Double((0..<3).reduce(0) { sum, _ in sum + 1 + random.next(below: 6) })
      }
      let found = try Bootstrap(of: sample, .mean, resamples: 400, seed: UInt64(draw))
      if let interval = found.corrected, interval.low <= 10.5, 10.5 <= interval.high { held += 1 }
    }
    // Four hundred intervals at 95 % hold 380, give or take four times 4.4.
    #expect((360...398).contains(held))
  }

  @Test func `what cannot be resampled is refused`() {
    #expect(throws: MetricRefusal.invalidInput) { try Bootstrap(of: [1, .nan], .mean) }
    #expect(throws: MetricRefusal.invalidInput) { try Bootstrap(of: [1], .mean, resamples: 0) }
    #expect(throws: MetricRefusal.invalidInput) {
      try Bootstrap(of: [1, 2], .mean, drawnAt: [[0, 2]])
    }
    #expect(throws: MetricRefusal.invalidInput) { try PermutationTest([1], [2], deals: 0) }
  }
}
