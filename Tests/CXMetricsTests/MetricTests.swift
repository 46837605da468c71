import CXMetrics
import Testing

struct MetricTests {
  @Test func `metrics have ids of their own`() {
    let ids = [NetPromoterScore.id, CustomerSatisfaction.id, CustomerEffort.id, MeanScore.id]
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: MetricRefusal.allCases)
  func `a refusal says in words what to do`(refusal: MetricRefusal) {
    #expect(refusal.description.count > 20)
    #expect(refusal.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" })
  }
}
