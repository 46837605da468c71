package import Kernel

/// One text in the languages it was written in.
package struct LocalText: Hashable, Sendable {
  private var texts: [Language: String]

  package init(_ texts: [Language: String] = [:]) { self.texts = texts }

  package var languages: [Language] { Language.allCases.filter { texts[$0] != nil } }

  package var isEmpty: Bool { texts.isEmpty }

  /// What was written in exactly this language.
  package subscript(language: Language) -> String? {
    get { texts[language] }
    set { texts[language] = newValue }
  }

  /// The text to show: in the language asked for, else in the survey's own, else in any.
  ///
  /// The language comes along, because a page must mark a text that is not in its own.
  package func shown(
    in language: Language,
    fallback: Language
  ) -> (text: String, language: Language)? {
    for candidate in [language, fallback] + Language.allCases {
      if let text = texts[candidate] { return (text, candidate) }
    }
    return nil
  }

  /// The text alone; empty when nothing was written.
  package func text(in language: Language, fallback: Language) -> String {
    shown(in: language, fallback: fallback)?.text ?? ""
  }

  package var json: JSON {
    var object = JSONObject()
    for language in Language.allCases {
      if let text = texts[language] { object[language.rawValue] = .string(text) }
    }
    return .object(object)
  }
}
