import Kernel
import Testing

@testable import Listen

struct SurveyDefinitionTests {
  @Test func `reads every kind of question`() {
    let definition = SurveySamples.definition(SurveySamples.everyKind)
    #expect(
      definition.questions.map(\.kind.name).sorted() == [
        "choice", "choices", "effort_1_7", "long_text", "rating", "recommend_0_10",
        "recommend_1_10", "satisfaction_1_5", "short_text", "yes_no",
      ]
    )
    #expect(definition.question("speed")?.kind == .rating(-5...5))
    #expect(definition.attributes.map(\.name) == ["order_size", "order_id", "product"])
  }

  @Test func `writes what it read`() throws {
    let texts = [SurveySamples.everyKind] + SurveyTemplate.allCases.map(\.text)
    for definition in texts.map(SurveySamples.definition) {
      let again = try SurveyDefinition(stored: definition.json.serialized())
      #expect(again == definition)
      #expect(again.json == definition.json)
    }
  }

  @Test func `takes the first language as default and trims texts at their ends`() throws {
    let definition = SurveySamples.definition(
      """
      {"name": " Name ", "languages": ["vi", "en"], "title": {"vi": "  Chào \\n bạn ", "en": "Hi"},
       "closes_at": "2027-01-01T00:00:00+07:00",
       "questions": [{"key": "q", "kind": "yes_no", "text": {"vi": "?", "en": null}}]}
      """
    )
    #expect(definition.name == "Name")
    #expect(definition.defaultLanguage == .vietnamese)
    #expect(definition.title[.vietnamese] == "Chào \n bạn")
    #expect(definition.closesAt?.description == "2026-12-31T17:00:00Z")
    #expect(definition.isClosed(at: Instant(milliseconds: 4_000_000_000_000)))
    #expect(!definition.isClosed(at: Instant(milliseconds: 0)))
  }

  @Test func `speaks the language asked for only when the survey offers it`() {
    let definition = SurveySamples.definition(SurveySamples.text(of: Self.yesNo))
    #expect(definition.language(for: .persian) == .english)
    #expect(definition.language(for: nil) == .english)
    #expect(SurveySamples.version.definition.language(for: .persian) == .persian)
  }

  @Test func `warns of texts missing in a language and of texts never shown`() {
    let text = """
      {"name": "Two", "languages": ["en", "fa"], "title": {"en": "Two", "fa": "دو"},
       "questions": [{"key": "q", "kind": "yes_no", "text": {"en": "?", "vi": "?"}}]}
      """
    let warnings = SurveySamples.definition(text).warnings
    #expect(
      warnings.map(\.description) == [
        "questions[0].text.fa: missing; people see the text in en",
        "questions[0].text.vi: never shown; add vi to languages or take it out",
      ]
    )
  }

  @Test func `tells all problems at once, in the order of the file`() throws {
    let text = """
      {"languages": ["en", "xx"], "title": {"vi": "?"}, "tittle": 1,
       "questions": [{"key": "Q", "kind": "recomend_0_10", "text": "?"},
                     {"key": "ok", "kind": "choice", "text": {"en": "?"},
                      "choices": [{"key": "a", "text": {"en": " "}}]}]}
      """
    let refusal = #expect(throws: DefinitionRefusal.self) {
      try SurveyDefinition.parse(bytes: Array(text.utf8))
    }
    #expect(
      refusal?.problems.map(\.path) == [
        "tittle", "name", "languages[1]", "title.en", "questions[0].key", "questions[0].kind",
        "questions[0].text", "questions[1].choices[0].text.en",
      ]
    )
    #expect(refusal?.description.contains("did you mean title?") == true)
    #expect(refusal?.description.contains("did you mean recommend_0_10?") == true)
  }

  @Test func `tells no more problems than its limit`() {
    let many = (0..<300).map { "\"x\($0)\": 1" }.joined(separator: ",")
    let refusal = #expect(throws: DefinitionRefusal.self) {
      try SurveyDefinition.parse(bytes: Array("{\(many)}".utf8))
    }
    #expect(refusal?.problems.count == Limits.faultsMax)
  }

  @Test func `refuses what is no JSON or too much of it`() {
    for (bytes, code) in [
      (Array("{\"a\":1,\"a\":1}".utf8), DefinitionProblem.Code.notJSON),
      (Array("{".utf8), .notJSON),
      ([UInt8](repeating: 32, count: Limits.surveyBytesMax + 1), .tooLong),
      (Array("[]".utf8), .wrongType),
    ] {
      let refusal = #expect(throws: DefinitionRefusal.self) {
        try SurveyDefinition.parse(bytes: bytes)
      }
      #expect(refusal?.problems.map(\.code) == [code])
    }
  }

  static let yesNo = #"{"key": "q", "kind": "yes_no", "text": {"en": "?"}}"#
}
