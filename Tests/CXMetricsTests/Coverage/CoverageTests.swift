import CXMetrics
import Testing

/// The table of these results ends `docs/metrics.md`.
struct CoverageTests {
  @Test(arguments: CoverageStudy.all.indices)
  func `an interval holds the truth as often as its method claims`(study: Int) throws {
    let coverage = try CoverageStudy.results[study].get()
    let (found, claim) = (coverage.average, CoverageStudy.all[study].claim)
    #expect(claim.range.contains(found), "\(CoverageStudy.all[study]) holds it \(found)")
    if claim == .atLeast { #expect((coverage.least ?? found) >= 0.95) }
  }

  @Test func `random draws are those of their distribution`() {
    var draws = RandomDraws(stream: 0)
    var (uniform, normal, squares) = (RunningMean(), RunningMean(), RunningMean())
    for _ in 0..<20_000 {
      uniform.add(draws.uniform())
      let drawn = draws.normal()
      normal.add(drawn)
      squares.add(drawn * drawn)
    }
    #expect(abs((uniform.mean ?? 0) - 0.5) < 0.01)
    #expect(abs((uniform.variance ?? 0) - 1.0 / 12) < 0.002)
    #expect(abs(normal.mean ?? 1) < 0.03)
    #expect(abs((squares.mean ?? 0) - 1) < 0.05)
  }
}
