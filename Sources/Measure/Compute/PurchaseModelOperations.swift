import CXMetrics
import Kernel

extension ComputeOperation {
  static let betaGeometric = [
    Self("bgnbd_log_likelihood", "BG/NBD: the log-likelihood of one customer") {
      input throws(MetricRefusal) in
      let value = try input.betaGeometricModel().logLikelihood(of: input.repeatPurchases())
      return ["log_likelihood": try .finite(value)]
    },
    Self("bgnbd_p_alive", "BG/NBD: the chance that a customer is still active") {
      input throws(MetricRefusal) in
      let value = try input.betaGeometricModel().probabilityAlive(input.repeatPurchases())
      return ["p_alive": try .finite(value)]
    },
    Self("bgnbd_expected_purchases", "BG/NBD: purchases to expect of a customer") {
      input throws(MetricRefusal) in
      let value = try input.betaGeometricModel().expectedPurchases(
        of: input.repeatPurchases(),
        within: input.number("t")
      )
      return ["expected": try .finite(value)]
    },
    Self("bgnbd_expected_new_customer", "BG/NBD: purchases to expect of a new customer") {
      input throws(MetricRefusal) in
      let value = try input.betaGeometricModel().expectedPurchasesOfNewCustomer(
        within: input.number("t")
      )
      return ["expected": try .finite(value)]
    },
    Self("bgnbd_fit", "BG/NBD: the parameters that explain a base best") {
      input throws(MetricRefusal) in
      let fit = try BetaGeometricFit(input.purchaseGroups())
      return [
        "customers": .count(fit.customers),
        "r": .figure(fit.model.r),
        "alpha": .figure(fit.model.alpha),
        "a": .figure(fit.model.a),
        "b": .figure(fit.model.b),
        "log_likelihood": .figure(fit.logLikelihood),
      ]
    },
  ]
}

extension ComputeInput {
  /// r, α, a and b of this very input.
  func betaGeometricModel() throws(MetricRefusal) -> BetaGeometricModel {
    try BetaGeometricModel(
      r: number("r"),
      alpha: number("alpha"),
      a: number("a"),
      b: number("b")
    )
  }

  /// Rows of x, t_x, T and the number of customers.
  func purchaseGroups() throws(MetricRefusal) -> [RepeatPurchaseGroup] {
    var groups: [RepeatPurchaseGroup] = []
    for row in try rows("groups", of: 4) {
      guard let count = Int(exactly: row[0]), let customers = Int(exactly: row[3]) else {
        throw .invalidInput
      }
      let purchases = try RepeatPurchases(count: count, lastAge: row[1], age: row[2])
      groups.append(try RepeatPurchaseGroup(purchases, customers: customers))
    }
    return groups
  }
}
