extension Handbook {
  static let loyalty = Handbook(
    title: "Loyalty",
    figures: [
      PurchaseHistory.self, PurchaseCycle.self, PurchaseIntervalSurvival.self,
      RecencyFrequencyMonetary.self, QuintileScores.self, RepeatPurchases.self,
      BetaGeometricModel.self, ParetoModel.self, SpendModel.self, CustomerLifetimeValue.self,
      RetentionLifetimeValue.self,
    ]
  )
}
