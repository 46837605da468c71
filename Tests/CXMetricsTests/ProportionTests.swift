import CXMetrics
import Testing

struct ProportionTests {
  @Test(arguments: [1, 2, 7, 40], [0.5, 0.9, 0.95, 0.999])
  func `failures mirror successes`(trials: Int, level: Double) throws {
    let confidence = try Confidence(level)
    for successes in 0...trials {
      let yes = try Proportion(successes: successes, trials: trials, confidence: confidence)
      let no = try Proportion(
        successes: trials - successes,
        trials: trials,
        confidence: confidence
      )
      let pairs = [
        (yes.interval, no.interval),
        (yes.exactInterval(at: confidence), no.exactInterval(at: confidence)),
      ]
      for case (let a?, let b?) in pairs {
        #expect(abs(a.low - (1 - b.high)) < 1e-12)
        #expect(a.low <= yes.share ?? 0 && yes.share ?? 1 <= a.high)
      }
    }
  }

  @Test(arguments: 0...20)
  func `the exact interval misses no more often than asked`(successes: Int) throws {
    let interval = try #require(
      try Proportion(successes: successes, trials: 20).exactInterval()
    )
    if successes > 0 {
      let below = BinomialDistribution(trials: 20, p: interval.low)
      #expect(abs(1 - below.cdf(Double(successes - 1)) - 0.025) < 1e-9)
    }
    if successes < 20 {
      let above = BinomialDistribution(trials: 20, p: interval.high)
      #expect(abs(above.cdf(Double(successes)) - 0.025) < 1e-9)
    }
  }

  @Test func `swapping samples or yes and no keeps Fisher’s p-value`() throws {
    for (k1, k2) in [(0, 3), (2, 9), (7, 1), (4, 4), (8, 11)] {
      let p = try TwoProportions((k1, 8), (k2, 11)).exactP
      #expect(abs(try TwoProportions((k2, 11), (k1, 8)).exactP - p) < 1e-12)
      #expect(abs(try TwoProportions((8 - k1, 8), (11 - k2, 11)).exactP - p) < 1e-12)
    }
  }

  @Test func `a billion trials are answered at once`() throws {
    let billion = 1_000_000_000
    let p = try TwoProportions((billion / 2, billion), (billion / 2 + 40_000, billion))
    let exact = p.exactP
    #expect(abs(exact - (p.pValue ?? 0)) < 1e-4)
  }

  @Test func `adjusting keeps the order of p-values and never lowers one`() throws {
    let raw = [0.04, 0.001, 0.7, 0.02, 0.02, 1, 0]
    for adjusted in [
      try MultipleComparisons.holm(raw), try MultipleComparisons.benjaminiHochberg(raw),
    ] {
      for (i, j) in zip(raw.indices, raw.indices.dropFirst()) where raw[i] < raw[j] {
        #expect(adjusted[i] <= adjusted[j])
      }
      #expect(zip(raw, adjusted).allSatisfy { $0 <= $1 && $1 <= 1 })
    }
  }
}
