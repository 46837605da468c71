extension Handbook {
  static let loyalty = Handbook(
    title: "Loyalty",
    figures: [
      PurchaseHistory.self, PurchaseCycle.self, PurchaseIntervalSurvival.self,
      RecencyFrequencyMonetary.self, QuintileScores.self, RepeatPurchases.self,
      BetaGeometricModel.self, BetaGeometricFit.self, ParetoModel.self, ParetoFit.self,
      SpendModel.self, SpendFit.self, CustomerLifetimeValue.self, RetentionLifetimeValue.self,
    ]
  )
}
