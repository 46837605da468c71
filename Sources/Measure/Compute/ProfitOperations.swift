import CXMetrics
import Kernel

extension ComputeOperation {
  static let profit =
    [
      Self("profit_quality", "Good, neutral and bad profit") { input throws(MetricRefusal) in
        let scale = try input.recommendScale()
        var quality = ProfitQuality()
        for transaction in try input.objects("transactions") {
          try quality.add(
            transaction.number("profit"),
            source: transaction.optionalText("source").flatMap(BadProfitSource.init(rawValue:)),
            group: transaction.group("score", on: scale)
          )
        }
        return .object(quality.json)
      },
      Self("segment_value", "What promoters, passives and detractors spend") {
        input throws(MetricRefusal) in
        let scale = try input.recommendScale()
        var value = SegmentValue()
        for customer in try input.objects("customers") {
          try value.add(customer.number("revenue"), group: customer.group("score", on: scale))
        }
        return .object(value.json)
      },
      Self("earned_growth", "Growth by customers who stay and recommend") {
        input throws(MetricRefusal) in
        var growth = EarnedGrowth()
        for customer in try input.objects("customers") {
          try growth.add(
            prior: customer.number("prior"),
            current: customer.number("current"),
            reason: EarnedGrowth.Reason(named: customer.optionalText("reason")),
            boughtBefore: customer.flag("history_before") ?? false
          )
        }
        return .object(growth.json)
      },
      Self("satisfied_defectors", "Customers who were satisfied and left") {
        input throws(MetricRefusal) in
        let confidence = try input.confidence()
        var customers = SatisfiedDefectors()
        for row in try input.objects("rows") {
          customers.add(satisfaction: row.score("satisfaction"), defected: try row.flag("defected"))
        }
        return .object(try customers.json(at: confidence))
      },
      Self("referral_value", "What customers are worth with those they bring and warn off") {
        input throws(MetricRefusal) in
        let value = try ReferralValue(
          customers: input.whole("customers"),
          ownValue: input.number("own_clv"),
          won: input.number("referred_customers_won"),
          attribution: input.number("attribution_share"),
          newValue: input.number("clv_of_referred"),
          savedCost: input.number("saved_acquisition_cost"),
          warnedOff: input.number("prospects_warned_off"),
          conversion: input.number("conversion_probability")
        )
        return [
          "referral_value_per_customer": .figure(value.byReferral),
          "negative_word_of_mouth_per_customer": .figure(value.byWarning),
          "total_value_per_customer": .figure(value.total),
        ]
      },
      Self("retention_economics", "What it costs to win, to keep and to save a customer") {
        input throws(MetricRefusal) in
        let economics = try RetentionEconomics(
          acquisitionSpend: input.number("acquisition_spend"),
          newCustomers: input.count("new_customers"),
          retentionSpend: input.number("retention_spend"),
          customersRetained: input.count("customers_retained"),
          treated: input.retained("retained_treated", of: "n_treated"),
          control: input.retained("retained_control", of: "n_control")
        )
        return [
          "cac": .figure(economics.acquisitionCost),
          "cost_per_retained": .figure(economics.costPerRetained),
          "cac_to_retention_ratio": .figure(economics.costRatio),
          "incremental_retention": .figure(economics.incrementalRetention),
          "cost_per_incremental_save": .figure(economics.costPerSave),
        ]
      },
    ] + market
}

extension ComputeInput {
  /// How many of a group stayed; nil when the group is not given.
  fileprivate func retained(
    _ retained: String,
    of customers: String
  ) throws(MetricRefusal) -> RetentionEconomics.Retained? {
    guard let customers = try optionalCount(customers), let retained = try optionalCount(retained)
    else { return nil }
    return (retained, customers)
  }
}
