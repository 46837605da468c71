extension Handbook {
  static let profit = Handbook(
    title: "Profit",
    figures: [
      ProfitQuality.self, SegmentValue.self, EarnedGrowth.self, ReferralValue.self,
      RetentionEconomics.self, SatisfiedDefectors.self, MarketShare.self, ComplaintRate.self,
      RetentionRate.self,
    ]
  )
}
