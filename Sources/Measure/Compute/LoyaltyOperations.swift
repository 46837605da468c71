import CXMetrics
import Kernel

extension ComputeOperation {
  static let loyalty = purchaseBehaviour + betaGeometric + pareto + lifetimeValues

  private static let purchaseBehaviour = [
    Self("purchase_cycle", "How often one customer buys, and whether the next is overdue") {
      input throws(MetricRefusal) in
      let cycle = try PurchaseCycle(input.history("purchases"), asOf: input.day("as_of"))
      return [
        "occasions": .count(cycle.occasions),
        "intervals": .array(cycle.intervals.map { .count($0) }),
        "mean_days": .figure(cycle.mean),
        "median_days": .figure(cycle.median),
        "sd_days": .figure(cycle.standardDeviation),
        "cv": .figure(cycle.coefficientOfVariation),
        "days_since_last": .count(cycle.daysSinceLast),
        "overdue_ratio": .figure(cycle.overdueRatio),
      ]
    },
    Self("km_median_interval", "The usual interval of many customers, running ones censored") {
      input throws(MetricRefusal) in
      var survival = PurchaseIntervalSurvival()
      for interval in try input.objects("intervals") {
        guard let isRunning = try interval.value("censored").bool else { throw .invalidInput }
        try survival.add(days: interval.number("days"), isRunning: isRunning)
      }
      return [
        "steps": .array(survival.steps.map { [.number($0.days), .number($0.share)] }),
        "median_days": .figure(survival.median),
        "naive_median_of_closed": .figure(survival.medianOfClosed),
      ]
    },
    Self("rfm_scores", "Quintile scores of recency, frequency and money") {
      input throws(MetricRefusal) in
      var names: [String] = []
      var customers: [RecencyFrequencyMonetary] = []
      for customer in try input.objects("customers") {
        names.append(try customer.text("id"))
        customers.append(
          try RecencyFrequencyMonetary(
            recencyDays: customer["recency_days"] == nil
              ? nil : customer.count("recency_days"),
            frequency: customer.count("frequency"),
            monetary: customer.number("monetary")
          )
        )
      }
      return .object(try scored(customers, names))
    },
    Self("rfm_from_transactions", "Recency, frequency, money and scores from purchases") {
      input throws(MetricRefusal) in
      let asOf = try input.day("as_of")
      let window =
        input["window_days"] == nil
        ? RecencyFrequencyMonetary.standardWindowDays : try input.whole("window_days")
      guard window > 0 else { throw .invalidInput }
      let transactions = try input.object("transactions")
      let names = transactions.members.map(\.key)
      var customers: [RecencyFrequencyMonetary] = []
      for name in names {
        customers.append(
          try RecencyFrequencyMonetary(
            transactions.history(name),
            asOf: asOf,
            windowDays: window
          )
        )
      }
      var answer = try scored(customers, names)
      answer["customers"] = byName(
        names,
        customers.map { customer in
          [
            "recency_days": .count(customer.recencyDays),
            "frequency": .count(customer.frequency),
            "monetary": .figure(customer.monetary),
          ]
        }
      )
      return .object(answer)
    },
  ]

  private static func scored(
    _ customers: [RecencyFrequencyMonetary],
    _ names: [String]
  ) throws(MetricRefusal) -> JSONObject {
    try ComputeInput.refuseRepeated(names)
    let scores = LoyaltyScore.scores(of: customers)
    return [
      "scores": byName(
        names,
        scores.map { score in
          guard let score else { return .null }
          return [
            "R": .count(score.recency),
            "F": .count(score.frequency),
            "M": .count(score.monetary),
            "code": .string(score.code),
            "sum": .count(score.sum),
          ]
        }
      ),
      "scored": .count(scores.count { $0 != nil }),
    ]
  }

  private static func byName(_ names: [String], _ values: [JSON]) -> JSON {
    .object(JSONObject(names: names, values: values))
  }
}
