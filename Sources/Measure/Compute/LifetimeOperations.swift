import CXMetrics
import Kernel

extension ComputeOperation {
  static let pareto = [
    Self("paretonbd_log_likelihood", "Pareto/NBD: the log-likelihood of one customer") {
      input throws(MetricRefusal) in
      let value = try input.paretoModel().logLikelihood(of: input.repeatPurchases())
      return ["log_likelihood": try .finite(value)]
    },
    Self("paretonbd_p_alive", "Pareto/NBD: the chance that a customer is still active") {
      input throws(MetricRefusal) in
      let value = try input.paretoModel().probabilityAlive(input.repeatPurchases())
      return ["p_alive": try .finite(value)]
    },
    Self("paretonbd_expected_purchases", "Pareto/NBD: purchases to expect of a customer") {
      input throws(MetricRefusal) in
      let value = try input.paretoModel().expectedPurchases(
        of: input.repeatPurchases(),
        within: input.number("t")
      )
      return ["expected": try .finite(value)]
    },
    Self("paretonbd_expected_new_customer", "Pareto/NBD: purchases to expect of a new customer") {
      input throws(MetricRefusal) in
      let value = try input.paretoModel().expectedPurchasesOfNewCustomer(
        within: input.number("t")
      )
      return ["expected": try .finite(value)]
    },
    Self("paretonbd_dert", "Pareto/NBD: all purchases still to come, discounted") {
      input throws(MetricRefusal) in
      let value = try input.paretoModel().discountedPurchases(
        of: input.repeatPurchases(),
        discount: input.number("delta")
      )
      return ["dert": try .finite(value)]
    },
    Self("paretonbd_fit", "Pareto/NBD: the parameters that explain a base best") {
      input throws(MetricRefusal) in
      let fit = try ParetoFit(input.purchaseGroups())
      return [
        "customers": .count(fit.customers),
        "r": .figure(fit.model.r),
        "alpha": .figure(fit.model.alpha),
        "s": .figure(fit.model.s),
        "beta": .figure(fit.model.beta),
        "log_likelihood": .figure(fit.logLikelihood),
      ]
    },
  ]

  static let lifetimeValues = [
    Self("gamma_gamma_expected_spend", "Gamma–gamma: the spend to expect of a customer") {
      input throws(MetricRefusal) in
      let count = try input.count("x")
      let spend = try input.spendModel().expectedSpend(
        count: count,
        meanSpend: count == 0 ? 0 : input.number("mean_spend")
      )
      return ["expected_spend": .figure(spend)]
    },
    Self("gamma_gamma_fit", "Gamma–gamma: the parameters that explain spends best") {
      input throws(MetricRefusal) in
      var customers: [RepeatSpend] = []
      for row in try input.rows("customers", of: 2) {
        guard let count = Int(exactly: row[0]) else { throw .invalidInput }
        customers.append(try RepeatSpend(count: count, meanSpend: row[1]))
      }
      let fit = try SpendFit(customers)
      return [
        "p": .figure(fit.model.p),
        "q": .figure(fit.model.q),
        "gamma": .figure(fit.model.gamma),
        "log_likelihood": .figure(fit.logLikelihood),
      ]
    },
    Self("clv_bgnbd_gamma_gamma", "What a customer’s coming months are worth today") {
      input throws(MetricRefusal) in
      let customer = try input.repeatPurchases()
      let value = try CustomerLifetimeValue(
        of: customer,
        meanSpend: customer.count == 0 ? 0 : input.number("mean_spend"),
        purchases: input.object("model").betaGeometricModel(),
        spend: input.object("spend").spendModel(),
        terms: .init(
          months: input.whole("months"),
          monthlyDiscount: input.number("monthly_discount"),
          margin: input.number("margin"),
          unitsPerMonth: input.number("units_per_month")
        )
      )
      return [
        "expected_spend": .figure(value.expectedSpend),
        "expected_purchases": .figure(value.expectedPurchases),
        "clv": .figure(value.value),
      ]
    },
    Self("simple_retention_clv", "What a customer is worth who stays with the same chance") {
      input throws(MetricRefusal) in
      let value = try RetentionLifetimeValue(
        marginPerPeriod: input.number("margin_per_period"),
        retention: input.number("retention"),
        discount: input.number("discount")
      )
      return [
        "clv_first_margin_now": .figure(value.firstMarginNow),
        "clv_first_margin_after_one_period": .figure(value.firstMarginAfterOnePeriod),
      ]
    },
  ]
}

extension ComputeInput {
  /// r, α, s and β of this very input.
  fileprivate func paretoModel() throws(MetricRefusal) -> ParetoModel {
    try ParetoModel(
      r: number("r"),
      alpha: number("alpha"),
      s: number("s"),
      beta: number("beta")
    )
  }

  /// p, q and γ of this very input.
  fileprivate func spendModel() throws(MetricRefusal) -> SpendModel {
    try SpendModel(p: number("p"), q: number("q"), gamma: number("gamma"))
  }
}
