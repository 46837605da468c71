/// Every limit that input can hit, named, so that the message it causes can name it too.
package enum Limits {
  /// The body of one answer, page form or API call, in bytes.
  package static let bodyBytesMax = 1 << 20

  /// Open pages that are told of new answers.
  package static let liveListenersMax = 1_000

  /// One written answer, in characters.
  package static let textCharactersMax = 20_000

  /// One short written answer or “Other” text, in characters.
  package static let shortTextCharactersMax = 500

  /// A touchpoint, channel, unit, employee, product or attribute value, in characters.
  package static let dimensionCharactersMax = 200

  /// Attributes sent along with one answer.
  package static let attributesMax = 40

  /// Questions of one survey.
  package static let questionsMax = 100

  /// Choices of one question.
  package static let choicesMax = 100

  /// One text of a survey in one language, in characters.
  package static let surveyTextCharactersMax = 2_000

  /// One of the business's own texts for respondents, and the word on a button, in characters.
  package static let businessTextCharactersMax = 600
  package static let buttonTextCharactersMax = 30

  /// A survey's name, in characters.
  package static let surveyNameCharactersMax = 200

  /// The key of a question, a choice or an attribute, in characters.
  package static let keyCharactersMax = 40

  /// Different wordings of one question.
  package static let variantsMax = 20

  /// Revisions of one survey's draft that are kept; older ones go.
  package static let draftRevisionsMax = 200

  /// Faults told about one survey or one answer at a time.
  package static let faultsMax = 100

  /// A survey's definition, in bytes.
  package static let surveyBytesMax = 1 << 20

  /// An idempotency key, in characters.
  package static let idempotencyKeyCharactersMax = 255

  /// How long an idempotency key is remembered: kiosks queue for days.
  package static let idempotencyKeyAge: Duration = .seconds(90 * 86_400)

  /// How far ahead of our clock an answer's own time may be before it is flagged.
  package static let clockAheadMax: Duration = .seconds(600)

  /// How deep JSON may nest.
  package static let jsonDepthMax = 32

  /// Different values of one dimension; later ones are counted as “other”.
  package static let dimensionValuesMax = 65_535
}
