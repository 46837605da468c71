import Kernel

/// What a new survey begins with.
enum NewDraft {
  /// - Parameters:
  ///   - template: nil for one question to go on from.
  ///   - own: the business's language, which comes first and stands in for missing texts.
  ///   - language: the author's, in which the survey is named.
  static func definition(
    _ template: SurveyTemplate?,
    for own: Language,
    in language: Language
  ) -> SurveyDefinition {
    var definition = template?.definition ?? blank
    definition.languages = [own] + definition.languages.filter { $0 != own }
    definition.defaultLanguage = own
    definition.name = definition.title.text(in: language, fallback: own)
    return definition
  }

  /// One question, in the words of the first template.
  private static var blank: SurveyDefinition {
    var definition = SurveyTemplate.relationalNPS.definition
    definition.questions = Array(ReadyQuestion.all.prefix(1))
    return definition
  }

  /// A survey like another, under a name of its own.
  static func copy(of definition: SurveyDefinition, named name: String) -> SurveyDefinition {
    var copy = definition
    copy.name = AnswerText.cut(name, to: Limits.surveyNameCharactersMax)
    copy.closesAt = nil
    return copy
  }
}

extension AnswerText {
  /// The beginning of a text, no longer than a limit in Unicode scalars.
  static func cut(_ text: String, to limit: Int) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
  }
}
