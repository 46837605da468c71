extension Handbook {
  static let responses = Handbook(
    title: "Responses and weights",
    figures: [
      SurveyResponseRate.self, StandardResponseRates.self, NonResponseBias.self,
      SampleComposition.self, WeightSpread.self, PostStratification.self, Raking.self,
      SurveyEligibility.self,
    ]
  )
}
