extension Handbook {
  static let people = Handbook(
    title: "People",
    figures: [
      EmployeeNetPromoterScore.self, GroupSuppression.self, DifferencingLeak.self,
      ReleaseConflict.self,
    ]
  )
}
