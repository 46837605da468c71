import Kernel

/// What came along with a survey's link and goes on with every answer.
enum RespondContext {
  /// The dimensions and declared attributes among some fields, in the survey's order.
  ///
  /// What the answering API would refuse is left out: whoever follows a link cannot repair it.
  static func fields(of given: [FormField], for version: SurveyVersion) -> [FormField] {
    let dimensions = AnswerContext.Dimension.allCases.map(\.rawValue)
    let attributes = version.definition.attributes.map(\.name)
    let names = dimensions + attributes.filter { !dimensions.contains($0) }
    return names.compactMap { name in
      guard let raw = given.first(where: { $0.name == name })?.value,
        let value = try? SubmissionReader.line(raw, at: name), !value.isEmpty
      else { return nil }
      return FormField(name: name, value: value)
    }
  }
}
