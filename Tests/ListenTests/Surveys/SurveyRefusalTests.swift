import Kernel
import Testing

@testable import Listen

/// One mistake in a survey that is good otherwise, and what is said about it.
struct SurveyRefusalTests {
  private func problems(_ text: String) -> [String] {
    do {
      _ = try SurveyDefinition.parse(bytes: Array(text.utf8))
      return []
    } catch { return error.problems.map(\.description) }
  }

  static let long = String(repeating: "x", count: Limits.surveyTextCharactersMax + 1)

  @Test(arguments: [
    (#""thanks": "Bye","#, #"thanks: must hold a text per language, {"en": "…"}, not text"#),
    (#""thanks": {"en": 1},"#, "thanks.en: must be text in quotes, not a whole number"),
    (#""thanks": {"en": ""},"#, "thanks.en: missing; the default language needs every text"),
    (#""thanks": {"en": "x", "de": "y"},"#, "thanks.de: unknown language; use en, vi, fa"),
    (#""thanks": {"en": "a\u0007"},"#, "thanks.en: holds a control character; take it out"),
    ("\"thanks\": {\"en\": \"\(long)\"},", "thanks.en: 2001 characters; at most 2000"),
    (#""default_language": "fa","#, "default_language: must be one of the languages listed"),
    (
      #""default_language": "de","#,
      "default_language: “de” is no language known here; use en, vi, fa"
    ),
    (
      #""closes_at": "2027-01-01","#,
      "closes_at: must be a time with its zone, such as 2026-12-31T18:00:00+07:00, or null"
    ),
    (#""attributes": [],"#, "attributes: must be an object in braces, not a list"),
    (
      #""attributes": {"Order": "detail"},"#,
      "attributes.Order: “Order” cannot be a key: start with a letter a–z, go on with "
        + "a–z, 0–9 and _, at most 40 characters"
    ),
    (
      #""attributes": {"order": "text"},"#,
      #"attributes.order: must be "dimension" (figures are split by it) or "detail" (kept)"#
    ),
    (
      #""attributes": {"version": "detail"},"#,
      "attributes.version: means something else already; choose another name"
    ),
    (
      #""attributes": {"unit": "detail"},"#,
      "attributes.unit: is a dimension of every survey; declare it so or not at all"
    ),
  ])
  func `refuses a mistake in the survey's own members`(member: String, message: String) {
    let said = problems(SurveySamples.text(of: SurveyDefinitionTests.yesNo, before: member))
    #expect(said.contains(message), "\(said)")
  }

  @Test func `limits attributes, questions and choices by number`() {
    let attributes = (0...Limits.attributesMax).map { "\"a\($0)\": \"detail\"" }
    let declared = "\"attributes\": {\(attributes.joined(separator: ","))},"
    #expect(
      problems(SurveySamples.text(of: SurveyDefinitionTests.yesNo, before: declared)) == [
        "attributes: 41 attributes; at most 40"
      ]
    )
    let questions = (0...Limits.questionsMax).map {
      #"{"key": "q\#($0)", "kind": "yes_no", "text": {"en": "?"}}"#
    }
    #expect(
      problems(SurveySamples.text(of: questions.joined(separator: ","))) == [
        "questions: 101 questions; at most 100"
      ]
    )
    let choices = (0...Limits.choicesMax).map { #"{"key": "c\#($0)", "text": {"en": "?"}}"# }
    #expect(
      problems(SurveySamples.text(of: Self.choice(choices.joined(separator: ",")))) == [
        "questions[0].choices: 101 choices; at most 100"
      ]
    )
  }

  private static func choice(_ choices: String, _ rest: String = "") -> String {
    #"{"key": "q", "kind": "choice", "text": {"en": "?"}, "choices": [\#(choices)]\#(rest)}"#
  }

  @Test(arguments: [
    ("{}", "questions[0].key: missing; give a short name that never changes"),
    ("3", "questions[0]: must be an object in braces, not a whole number"),
    (#"{"key": 3}"#, "questions[0].key: must be text in quotes, not a whole number"),
    (#"{"kind": null}"#, "questions[0].kind: missing; say what is asked for"),
    (#"{"kind": "stars"}"#, "questions[0].kind: unknown kind; use one of recommend_0_10, "),
    (#"{"kind": "yes_no"}"#, "questions[0].text: missing; give a text for each language"),
    (#"{"required": 1}"#, "questions[0].required: must be true or false, not a whole number"),
    (#"{"requird": true}"#, "questions[0].requird: unknown member; did you mean required?"),
    (#"{"kind": "rating", "min": 1}"#, "questions[0].max: missing; a rating needs min and max"),
    (
      #"{"kind": "rating", "min": 1.5, "max": 3}"#,
      "questions[0].min: must be a whole number from −1000 to 1000"
    ),
    (
      #"{"kind": "rating", "min": 0, "max": 11}"#,
      "questions[0].max: a scale from 0 to 11 does not have 2 to 11 points"
    ),
    (
      #"{"kind": "rating", "min": 3, "max": 3}"#,
      "questions[0].max: a scale from 3 to 3 does not have 2 to 11 points"
    ),
    (
      #"{"kind": "yes_no", "max": 3}"#, "questions[0].max: belongs to a rating, not to yes_no"
    ),
    (
      #"{"kind": "long_text", "low": {"en": "?"}}"#,
      "questions[0].low: belongs to a scale, not to long_text"
    ),
    (
      #"{"kind": "effort_1_7", "other": true}"#,
      "questions[0].other: belongs to choices, not to effort_1_7"
    ),
    (#"{"kind": "choices"}"#, "questions[0].choices: missing; list the choices"),
    (#"{"kind": "choices", "choices": []}"#, "questions[0].choices: empty; list the choices"),
    (
      #"{"kind": "choices", "choices": {}}"#,
      "questions[0].choices: must be a list in square brackets, not an object"
    ),
    (
      #"{"variants": [{"text": {"en": "?"}}]}"#,
      "questions[0].variants[0].when: missing; say whom these words are for"
    ),
  ])
  func `refuses a mistake in a question`(question: String, message: String) {
    let said = problems(SurveySamples.text(of: question))
    #expect(said.contains { $0.hasPrefix(message) }, "\(said)")
  }

  @Test func `refuses keys that meet`() {
    let twice = SurveyDefinitionTests.yesNo
    #expect(
      problems(SurveySamples.text(of: "\(twice), \(twice)")) == [
        "questions[1].key: q is questions[0] already"
      ]
    )
    let a = #"{"key": "a", "text": {"en": "A"}}"#
    #expect(
      problems(SurveySamples.text(of: Self.choice("\(a), \(a)"))) == [
        "questions[0].choices[1].key: a is questions[0].choices[0] already"
      ]
    )
    let other = #"{"key": "other", "text": {"en": "Other"}}"#
    #expect(problems(SurveySamples.text(of: Self.choice(other))).isEmpty)
    #expect(
      problems(SurveySamples.text(of: Self.choice(other, #", "other": true"#))) == [
        #"questions[0].choices[0].key: stands for what "other": true adds by itself; "#
          + "take one of the two out"
      ]
    )
  }

  @Test(arguments: [
    ("q", true), ("a_9", true), (String(repeating: "k", count: 40), true), ("", false),
    (String(repeating: "k", count: 41), false), ("9a", false), ("_a", false), ("a-b", false),
    ("Q", false), ("é", false), ("a b", false),
  ])
  func `knows a key`(key: String, isKey: Bool) {
    #expect(Question.isKey(key) == isKey)
  }
}
