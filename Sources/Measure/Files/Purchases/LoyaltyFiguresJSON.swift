import CXMetrics
import Kernel
import Tabular

extension LoyaltyFigures {
  /// The figures for machines, by the names of `compute` where it has them.
  var json: JSON {
    let intervals = base.intervals
    return [
      "file": .string(file.name),
      "rows": .count(file.rows),
      "left_out": .count(file.rejections.count),
      "free_days": .count(file.freeDays),
      "from": .string(file.span?.lowerBound.description ?? ""),
      "to": .string(file.span?.upperBound.description ?? ""),
      "as_of": .string(terms.asOf.description),
      "customers": .count(customers),
      "occasions": .count(occasions),
      "cycle": [
        "median_days": .figure(intervals.median),
        "naive_median_of_closed": .figure(intervals.medianOfClosed),
        "closed": .count(intervals.intervals.ended),
        "running": .count(intervals.intervals.running),
      ],
      "rfm": [
        "window_days": .count(terms.windowDays),
        "scored": .count(base.scored),
        "codes": codes,
      ],
      "bgnbd": purchasesJSON,
      "gamma_gamma": spendJSON,
      "forecast": forecastJSON,
    ]
  }

  /// How many customers have each code, best first.
  private var codes: JSON {
    var counts: [String: Int] = [:]
    for customer in 0..<base.customerCount {
      if let score = base[customer].score { counts[score.code, default: 0] += 1 }
    }
    let sorted = counts.sorted { $0.key > $1.key }
    return .object(JSONObject(names: sorted.map(\.key), values: sorted.map { .count($0.value) }))
  }

  private var purchasesJSON: JSON {
    switch purchases {
    case .failure(let refusal): ["error": .string(refusal.rawValue)]
    case .success(let fit):
      [
        "unit": .string(terms.unit.rawValue),
        "customers": .count(fit.customers),
        "r": .figure(fit.model.r),
        "alpha": .figure(fit.model.alpha),
        "a": .figure(fit.model.a),
        "b": .figure(fit.model.b),
        "log_likelihood": .figure(fit.logLikelihood),
        "se_log": .array(fit.standardErrors.map { .figure($0) }),
      ]
    }
  }

  private var spendJSON: JSON {
    switch spend {
    case .failure(let refusal): ["error": .string(refusal.rawValue)]
    case .success(let fit):
      [
        "customers": .count(fit.customers),
        "p": .figure(fit.model.p),
        "q": .figure(fit.model.q),
        "gamma": .figure(fit.model.gamma),
        "log_likelihood": .figure(fit.logLikelihood),
        "correlation_of_spend_and_frequency": .figure(fit.correlation),
      ]
    }
  }

  private var forecastJSON: JSON {
    guard let forecast else { return .null }
    return [
      "months": .count(terms.months),
      "expected_purchases": .figure(forecast.purchases),
      "mean_p_alive_of_returned": .figure(forecast.meanAlive),
      "returned": .count(forecast.returned),
      "clv": .figure(forecast.value),
      "margin": .figure(terms.margin),
      "monthly_discount": .figure(terms.monthlyDiscount),
    ]
  }

  /// A line for each customer who has bought, in the order the file meets them, under a header.
  func writeCustomers(_ write: (String) throws -> Void) rethrows {
    let columns = [
      "customer", "occasions", "days_since_last", "median_cycle_days", "overdue_ratio",
      "recency_days", "frequency", "monetary", "rfm", "p_alive", "expected_purchases",
      "expected_spend", "clv",
    ]
    try write(CSVText.file([columns]))
    for customer in 0..<base.customerCount where base[customer].occasions > 0 {
      let figures = base[customer]
      let window = figures.recencyFrequencyMonetary
      let forecast = forecast?.byCustomer[customer]
      let cells: [String] = [
        file.customers.value(customer),
        "\(figures.occasions)",
        Self.cell(figures.daysSinceLast.map(Double.init)),
        Self.cell(figures.medianInterval),
        Self.cell(figures.overdueRatio),
        Self.cell(window.recencyDays.map(Double.init)),
        "\(window.frequency)",
        Self.cell(window.monetary),
        figures.score?.code ?? "",
        // Who never came back is certainly active under the model, which means nothing.
        figures.occasions > 1 ? Self.cell(forecast?.alive) : "",
        Self.cell(forecast?.purchases),
        Self.cell(forecast?.value?.expectedSpend),
        Self.cell(forecast?.value?.value),
      ]
      try write(CSVText.file([cells]))
    }
  }

  private static func cell(_ value: Double?) -> String {
    guard let value else { return "" }
    return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
