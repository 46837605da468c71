extension Handbook {
  static let programme = Handbook(
    title: "Programme",
    figures: [
      MaturityAssessment.self, ProgrammeReturn.self, ProgrammeReturnRange.self,
      IncrementalBenefit.self,
    ]
  )
}
