extension Handbook {
  static let serviceQuality = Handbook(
    title: "Service quality",
    figures: [
      ServiceQualityGaps.self, GapSurvey.self, ServicePerformance.self,
      ServiceQualityComponent.self,
      ProviderGaps.self, PairedGapTest.self, DifferenceReliability.self, CronbachAlpha.self,
      FrictionlessExperience.self,
    ]
  )
}
