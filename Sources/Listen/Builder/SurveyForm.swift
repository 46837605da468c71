import Kernel

/// The builder's form of what belongs to no question: name, title, thanks, languages.
struct SurveyForm: Sendable {
  /// As it was typed, faults and all.
  let definition: SurveyDefinition
  let faults: [BuilderFault]

  init(_ sent: [FormField], of definition: SurveyDefinition) {
    var fields = BuilderFields(sent)
    var typed = definition
    typed.name = fields.text("name", limit: Limits.surveyNameCharactersMax)
      .replacing("\n", with: " ")
    if typed.name.isEmpty { fields.report(BuilderFault(.missing, at: "name")) }
    typed.title = fields.texts("title", over: definition.title)
    typed.thanks = fields.optionalTexts("thanks", over: definition.thanks)
    let chosen = fields.all("language").compactMap(Language.init(rawValue:))
    let kept = definition.languages.filter(chosen.contains)
    typed.languages = kept + Language.allCases.filter { chosen.contains($0) && !kept.contains($0) }
    if typed.languages.isEmpty {
      fields.report(BuilderFault(.noLanguage, at: "language"))
      typed.languages = definition.languages
    }
    let own = fields["default"].flatMap(Language.init(rawValue:)) ?? definition.defaultLanguage
    typed.defaultLanguage = typed.languages.contains(own) ? own : typed.languages[0]
    self.definition = typed
    faults = fields.faults
  }

  /// What the form says, put into a definition that may have changed elsewhere.
  static func put(_ sent: [FormField], into definition: inout SurveyDefinition) {
    definition = SurveyForm(sent, of: definition).definition
  }
}
