import CXMetrics
import Kernel

extension ComputeOperation {
  static let market = [
    Self("market_share", "Our share of a market’s sales") { input throws(MetricRefusal) in
      let share = try MarketShare(
        own: input.number("own_sales"),
        market: input.number("market_sales"),
        largestCompetitor: input.optionalNumber("largest_competitor_sales")
      )
      return ["share_pct": .figure(share.percent), "relative_share": .figure(share.relative)]
    },
    Self("complaint_rate", "Complaints for every thousand transactions") {
      input throws(MetricRefusal) in
      let rate = try ComplaintRate(
        complaints: input.count("complaints"),
        transactions: input.count("transactions"),
        confidence: input.confidence()
      )
      return [
        "per_1000": .figure(rate.perThousand),
        "low": .figure(rate.interval?.low),
        "high": .figure(rate.interval?.high),
      ]
    },
    Self("retention_rate", "The share of customers who stayed, and churn") {
      input throws(MetricRefusal) in
      let rate = try RetentionRate(
        activeAtStart: input.count("active_at_start"),
        activeAtStartAndEnd: input.count("active_at_start_and_end"),
        days: input.number("period_days"),
        confidence: input.confidence()
      )
      return [
        "retention": .figure(rate.retention.share),
        "low": .figure(rate.retention.interval?.low),
        "high": .figure(rate.retention.interval?.high),
        "churn": .figure(rate.churn),
        "annualised_churn": .figure(rate.annualisedChurn),
      ]
    },
  ]
}
