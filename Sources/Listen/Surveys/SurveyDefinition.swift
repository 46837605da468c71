package import Kernel

/// What a survey asks, as its author wrote it: the file of the command line, the body of the API.
package struct SurveyDefinition: Hashable, Sendable {
  /// What the people who run the survey call it; respondents see `title`.
  package var name: String

  /// The languages offered, in the order of the switch.
  package var languages: [Language]

  /// The language every text has, and the one shown when a person's own is not offered.
  package var defaultLanguage: Language
  package var title: LocalText

  /// What is said after the last answer; nil leaves it to the page.
  package var thanks: LocalText?

  /// From this moment on no answer is taken.
  package var closesAt: Instant?
  package var attributes: [Attribute]
  package var questions: [Question]

  package struct Attribute: Hashable, Sendable {
    package let name: String
    package let role: AttributeRole
  }
}

extension SurveyDefinition {
  package func isClosed(at instant: Instant) -> Bool {
    closesAt.map { instant >= $0 } ?? false
  }

  package func question(_ key: String) -> Question? { questions.first { $0.key == key } }

  /// The language to speak to someone who asked for `language`, if anything.
  package func language(for asked: Language?) -> Language {
    if let asked, languages.contains(asked) { asked } else { defaultLanguage }
  }
}
