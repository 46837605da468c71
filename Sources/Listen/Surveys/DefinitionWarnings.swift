import Kernel

extension SurveyDefinition {
  /// What the author should know although the survey works: texts missing in an offered language
  /// (the default language stands in), and texts in a language that is not offered.
  package var warnings: [DefinitionProblem] {
    var warnings: [DefinitionProblem] = []
    for (path, text) in texts {
      for language in languages where text[language] == nil {
        warnings.append(
          DefinitionProblem(
            .missingText,
            at: "\(path).\(language.rawValue)",
            "missing; people see the text in \(defaultLanguage.rawValue)"
          )
        )
      }
      for language in text.languages where !languages.contains(language) {
        warnings.append(
          DefinitionProblem(
            .unusedText,
            at: "\(path).\(language.rawValue)",
            "never shown; add \(language.rawValue) to languages or take it out"
          )
        )
      }
    }
    return warnings
  }

  /// Every text with its place, in the order of the file.
  package var texts: [(path: String, text: LocalText)] {
    var texts = [("title", title)]
    if let thanks { texts.append(("thanks", thanks)) }
    for (index, question) in questions.enumerated() {
      texts += question.texts.map { ("questions[\(index)].\($0.path)", $0.text) }
    }
    return texts
  }
}

extension Question {
  /// Every text with its place within the question.
  var texts: [(path: String, text: LocalText)] {
    var texts = [("text", text)]
    for (path, text) in [("hint", hint), ("low", low), ("high", high)] {
      if let text { texts.append((path, text)) }
    }
    texts += choices.enumerated().map { ("choices[\($0)].text", $1.text) }
    texts += variants.enumerated().map { ("variants[\($0)].text", $1.text) }
    return texts
  }
}
