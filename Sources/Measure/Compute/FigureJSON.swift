package import CXMetrics
package import Kernel

extension JSON {
  /// A figure; null where there is nothing to measure.
  package static func figure(_ value: Double?) -> JSON {
    guard let value, value.isFinite else { return .null }
    return .number(value)
  }

  /// A count; null where there is none.
  package static func count(_ value: Int?) -> JSON {
    value.map { .integer(Int64($0)) } ?? .null
  }
}

extension JSONObject {
  /// Adds the two ends of an interval under their names, null where there is none.
  mutating func add(_ interval: Interval?, low: String, high: String) {
    self[low] = .figure(interval?.low)
    self[high] = .figure(interval?.high)
  }
}

extension NetPromoterSummary {
  /// The figures by the names that `nps_from_counts` gives them.
  package var json: JSONObject {
    var object: JSONObject = [
      "n": .count(counts.total),
      "promoters": .count(counts.promoters),
      "passives": .count(counts.passives),
      "detractors": .count(counts.detractors),
      "pct_promoters": .figure(percentPromoters),
      "pct_passives": .figure(percentPassives),
      "pct_detractors": .figure(percentDetractors),
      "nps": .figure(value),
      "variance": .figure(variance),
      "se": .figure(standardError),
    ]
    object.add(wald, low: "wald_low", high: "wald_high")
    object.add(adjusted, low: "adjusted_low", high: "adjusted_high")
    object.add(student, low: "t_low", high: "t_high")
    return object
  }

  /// The figures by the names that `nps_from_scores` gives them.
  package func json(missing: Int?, invalid: Int) -> JSONObject {
    var object = json
    object["missing"] = .count(missing)
    object["invalid"] = .count(invalid)
    return object
  }
}

extension WeightedNetPromoterScore {
  /// The figures by the names that `nps_weighted` gives them.
  package var json: JSONObject {
    var object: JSONObject = [
      "n": .count(rows),
      "sum_weights": .figure(sumOfWeights),
      "n_effective": .figure(effectiveCount),
      "design_effect": .figure(designEffect),
      "nps": .figure(value),
      "pct_promoters": .figure(percentPromoters),
      "pct_detractors": .figure(percentDetractors),
      "se_linearized": .figure(linearizedError),
    ]
    object.add(adjusted, low: "adjusted_low", high: "adjusted_high")
    return object
  }
}

extension SatisfactionSummary {
  /// The figures by the names that `csat` gives them.
  package func json(missing: Int?, invalid: Int) -> JSONObject {
    var object: JSONObject = [
      "n": .count(count),
      "missing": .count(missing),
      "invalid": .count(invalid),
      "top_box": Self.box(top),
      "top2_box": Self.box(topTwo),
      "bottom2_box": Self.box(bottomTwo),
      "mean": .figure(mean),
      "sd": .figure(standardDeviation),
      "mean_0_100": .figure(meanOfHundred),
    ]
    object.add(meanInterval, low: "mean_low", high: "mean_high")
    return object
  }

  private static func box(_ box: Proportion) -> JSON {
    [
      "count": .count(box.successes),
      "pct": .figure(box.percent),
      "low": .figure(box.interval.map { 100 * $0.low }),
      "high": .figure(box.interval.map { 100 * $0.high }),
    ]
  }
}

extension EffortSummary {
  /// The figures by the names that `ces2` gives them.
  package func json(missing: Int?, invalid: Int) -> JSONObject {
    var object: JSONObject = [
      "n": .count(count),
      "missing": .count(missing),
      "invalid": .count(invalid),
      "mean": .figure(mean),
      "pct_easy": .figure(easy.percent),
      "pct_easy_low": .figure(easy.interval.map { 100 * $0.low }),
      "pct_easy_high": .figure(easy.interval.map { 100 * $0.high }),
      "pct_difficult": .figure(difficult.percent),
      "net_ease": .figure(netEase),
    ]
    object.add(meanInterval, low: "mean_low", high: "mean_high")
    return object
  }
}
