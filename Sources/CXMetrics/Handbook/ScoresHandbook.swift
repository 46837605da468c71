extension Handbook {
  static let scores = Handbook(
    title: "Scores",
    figures: [
      NetPromoterScore.self, NetPromoterCounts.self, WeightedNetPromoterScore.self,
      NetPromoterDifference.self, PairedNetPromoterDifference.self, NetPromoterTrend.self,
      NetPromoterControlChart.self, NetPromoterSampleSize.self, CustomerSatisfaction.self,
      CustomerEffort.self, MeanScore.self, MeanDifference.self, Proportion.self,
    ]
  )
}
