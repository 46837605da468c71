import CXMetrics
import Foundation
import Testing

struct PurchaseExpectationTests {
  /// By mpmath with forty digits, from the published expression.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      (1e-200, 0.955323294839123), (1e-9, 0.9553235536859655), (1e-3, 1.2132256522711026),
    ]
  )
  func `who hardly ever stays comes back once or not at all`(b: Double, expected: Double) throws {
    let model = try BetaGeometricModel(r: 0.5, alpha: 10, a: 0.25, b: b)
    #expect(abs(try model.expectedPurchasesOfNewCustomer(within: 5000) - expected) < 1e-12)
  }

  @Test func `who never leaves goes on buying`() throws {
    let model = try BetaGeometricModel(r: 2, alpha: 10, a: 1e-9, b: 3)
    let expected = try model.expectedPurchasesOfNewCustomer(within: 5000)
    #expect(abs(expected / (2.0 / 10 * 5000) - 1) < 1e-4)
  }

  @Test func `a base without a best fit is refused before long`() throws {
    let purchases = try RepeatPurchases(count: 1, lastAge: 0.3, age: 108)
    let groups = [try RepeatPurchaseGroup(purchases, customers: 20)]
    let time = ContinuousClock().measure {
      #expect(throws: MetricRefusal.notConverged) { try ParetoFit(groups) }
      #expect(throws: MetricRefusal.notConverged) { try BetaGeometricFit(groups) }
    }
    #expect(time < .seconds(10))
  }
}
