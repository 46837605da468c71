import Testing

@testable import CXText

/// Reference values by SciPy on Platt’s likelihood with his counts.
struct ProbabilityScaleTests {
  private let scores: [Float] = [-2.1, -1.3, -0.4, 0.2, 0.3, 0.9, 1.4, 2.2, -0.8, 0.1]
  private let outcomes = [false, false, true, false, true, true, true, true, false, false]

  @Test func `the scale is the likeliest one`() {
    let scale = ProbabilityScale(scores: scores, outcomes: outcomes)
    #expect(abs(scale.slope - 1.0312219) < 1e-4)
    #expect(abs(scale.offset + 0.05240854) < 1e-4)
    #expect(abs(scale.probability(2.2) - 0.9017) < 1e-3)
  }

  @Test func `scores that say the opposite, or of one outcome, are left as they are`() {
    let opposite = ProbabilityScale(scores: scores, outcomes: outcomes.map { !$0 })
    #expect(opposite == .plain)
    #expect(ProbabilityScale(scores: scores, outcomes: scores.map { _ in true }) == .plain)
    #expect(ProbabilityScale(scores: [], outcomes: []) == .plain)
  }
}
