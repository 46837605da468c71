extension Handbook {
  static let why = Handbook(
    title: "Why",
    figures: [
      KeyDrivers.self, KeyDriverIntervals.self, ImportancePerformance.self, Correlation.self,
      RankCorrelation.self,
      LaggedCorrelation.self, RepeatedMeasuresCorrelation.self, ClassificationReport.self,
      MultilabelReport.self,
    ]
  )
}
