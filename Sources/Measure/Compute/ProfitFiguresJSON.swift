package import CXMetrics
package import Kernel

extension ProfitQuality {
  /// The figures by the names that `profit_quality` gives them.
  package var json: JSONObject {
    var amounts = JSONObject()
    for quality in Quality.allCases { amounts[quality.rawValue] = .figure(self[quality]) }
    return [
      "profit": .object(amounts),
      "total": .figure(total),
      "bad_from_flagged_sources": .figure(fromBadSources),
      "bad_share_of_known_pct": .figure(badShare),
      "good_share_of_known_pct": .figure(goodShare),
      "coverage_pct": .figure(coverage),
    ]
  }
}

extension SegmentValue {
  /// The figures by the names that `segment_value` gives them.
  package var json: JSONObject {
    var segments = JSONObject()
    for group in RecommendGroup.allCases.map(Optional.some) + [nil] {
      let segment = self[group]
      segments[group?.rawValue ?? "unknown"] = [
        "customers": .count(segment.customers),
        "revenue": .figure(segment.revenue),
        "revenue_per_customer": .figure(segment.revenuePerCustomer),
        "revenue_share_pct": .figure(revenueShare(of: group)),
      ]
    }
    return [
      "segments": .object(segments),
      "revenue_weighted_nps": .figure(revenueWeightedScore),
    ]
  }
}

extension EarnedGrowth {
  /// The figures by the names that `earned_growth` gives them.
  package var json: JSONObject {
    var amounts = JSONObject()
    for origin in Origin.allCases { amounts[origin.rawValue] = .figure(revenue(origin)) }
    return [
      "prior_revenue": .figure(priorRevenue),
      "revenue": .object(amounts),
      "nrr_pct": .figure(netRevenueRetention),
      "enc_pct": .figure(earnedNewCustomers),
      "earned_growth_pct": .figure(earned),
      "bought_growth_pct": .figure(bought),
      "unknown_growth_pct": .figure(unknown),
      "reactivated_growth_pct": .figure(reactivated),
      "total_growth_pct": .figure(total),
      "earned_growth_ratio": .figure(earnedRatio),
    ]
  }
}

extension SatisfiedDefectors {
  /// The figures by the names that `satisfied_defectors` gives them.
  package func json(at confidence: Confidence) throws(MetricRefusal) -> JSONObject {
    [
      "n": .count(count),
      "satisfied_among_defectors": Self.share(
        try satisfiedAmongDefectors(confidence: confidence)
      ),
      "defectors_among_satisfied": Self.share(
        try defectorsAmongSatisfied(confidence: confidence)
      ),
      "defectors_among_not_satisfied": Self.share(
        try defectorsAmongOthers(confidence: confidence)
      ),
    ]
  }

  private static func share(_ share: Proportion) -> JSON {
    [
      "count": .count(share.successes),
      "n": .count(share.trials),
      "pct": .figure(share.percent),
      "low": .figure(share.interval.map { 100 * $0.low }),
      "high": .figure(share.interval.map { 100 * $0.high }),
    ]
  }
}
