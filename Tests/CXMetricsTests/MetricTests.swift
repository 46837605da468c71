import CXMetrics
import Testing

struct MetricTests {
  @Test(arguments: NetPromoterScore.examples)
  func `net promoter score gives its worked examples`(example: WorkedExample<RecommendScale>) {
    Self.check(NetPromoterScore.self, example, lowest: example.scale.scores.lowest)
  }

  @Test(arguments: CustomerSatisfaction.examples)
  func `satisfaction gives its worked examples`(example: WorkedExample<ScoreScale>) {
    Self.check(CustomerSatisfaction.self, example, lowest: example.scale.lowest)
  }

  @Test(arguments: CustomerEffort.examples)
  func `effort gives its worked examples`(example: WorkedExample<EffortScale>) {
    Self.check(CustomerEffort.self, example, lowest: example.scale.scores.lowest)
  }

  @Test(arguments: MeanScore.examples)
  func `mean gives its worked examples`(example: WorkedExample<ScoreScale>) {
    Self.check(MeanScore.self, example, lowest: example.scale.lowest)
  }

  @Test func `metrics have ids of their own`() {
    let ids = [NetPromoterScore.id, CustomerSatisfaction.id, CustomerEffort.id, MeanScore.id]
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: MetricRefusal.allCases)
  func `a refusal says in words what to do`(refusal: MetricRefusal) {
    #expect(refusal.description.count > 20)
    #expect(refusal.rawValue.allSatisfy { $0.isLowercase || $0 == "_" })
  }

  private static func check<M: Metric>(
    _ metric: M.Type,
    _ example: WorkedExample<M.Scale>,
    lowest: Int
  ) {
    let tally = example.scores.reduce(into: Tally<11>()) { $0.add($1 - lowest) }
    let estimate = metric.estimate(from: tally, scale: example.scale, confidence: .standard)
    #expect((estimate == nil) == (example.value == nil))
    #expect((estimate == nil) == (example.interval == nil))
    guard let estimate, let value = example.value, let interval = example.interval else { return }
    #expect(abs(estimate.value - value) < 1e-9)
    #expect(abs(estimate.low - interval.low) < 1e-9)
    #expect(abs(estimate.high - interval.high) < 1e-9)
    #expect(estimate.count == example.scores.count)
    #expect(estimate.isLowBase == (example.scores.count < 30))
  }
}
