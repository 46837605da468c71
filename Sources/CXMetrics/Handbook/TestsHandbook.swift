extension Handbook {
  static let tests = Handbook(
    title: "Tests and resampling",
    figures: [
      TwoProportions.self, FisherExactTest.self, McNemarTest.self, MultipleComparisons.self,
      SampleQuantile.self, Bootstrap.self, PermutationTest.self, SpecialFunction.self,
    ]
  )
}
