import CXMetrics
import Testing

struct ConfidenceTests {
  @Test func `is the same whether 95 % was asked for or left out`() throws {
    let asked = try Confidence(0.95)
    let counts = NetPromoterCounts(promoters: 2309, passives: 972, detractors: 1719)
    let byDefault = NetPromoterScore.summary(of: counts)
    #expect(NetPromoterScore.summary(of: counts, confidence: asked) == byDefault)
  }
}
