import Kernel
import Testing

@testable import Listen

struct VersionChangeTests {
  private func differences(_ old: String, _ new: String) throws -> [String] {
    let before = SurveySamples.version(of: old)
    let after = SurveySamples.definition(SurveySamples.text(of: new))
    return try VersionChange(from: [before], to: after).differences.map(\.description)
  }

  static let recommend = #"{"key": "recommend", "kind": "recommend_0_10", "text": {"en": "?"}}"#

  @Test func `refuses a key that would mean another scale`() {
    let before = SurveySamples.version(of: Self.recommend)
    let between = SurveyVersion(
      number: 2,
      definition: SurveySamples.definition(SurveySamples.text(of: SurveyDefinitionTests.yesNo))
    )
    let after = SurveySamples.definition(
      SurveySamples.text(
        of: #"{"key": "recommend", "kind": "recommend_1_10", "text": {"en": "?"}}"#
      )
    )
    for earlier in [[before], [before, between]] {
      let refusal = #expect(throws: DefinitionRefusal.self) {
        try VersionChange(from: earlier, to: after)
      }
      #expect(
        refusal?.description
          == "questions[0].kind: question recommend was recommend 0–10 in version 1, "
          + "now it is recommend 1–10: give the new question a new key"
      )
    }
    let kept = DefinitionRefusal(keysChanging: ["recommend": "recommend_0_10"], in: after)
    #expect(kept?.problems.map(\.code) == [.changedKind])
  }

  @Test(arguments: [
    (QuestionKind.rating(1...5), QuestionKind.rating(1...5), true),
    (.rating(1...5), .rating(1...7), false), (.rating(1...5), .satisfaction1To5, false),
    (.choice, .choices, false), (.shortText, .longText, true), (.yesNo, .choice, false),
  ])
  func `merges what is counted alike`(old: QuestionKind, new: QuestionKind, merges: Bool) {
    #expect(old.merges(with: new) == merges)
    #expect(new.merges(with: old) == merges)
    #expect(QuestionKind(storedName: old.storedName) == old)
    #expect(QuestionKind(storedName: new.storedName) == new)
  }

  @Test func `says nothing of a first version or an equal one`() throws {
    let definition = SurveySamples.definition(SurveySamples.everyKind)
    #expect(try VersionChange(from: [], to: definition).differences.isEmpty)
    let same = SurveyVersion(number: 1, definition: definition)
    #expect(try VersionChange(from: [same], to: definition).differences.isEmpty)
    #expect(DefinitionRefusal(keysChanging: [:], in: definition) == nil)
  }

  @Test func `tells what is new, gone, moved and reworded`() throws {
    let old = """
      \(Self.recommend), {"key": "why", "kind": "short_text", "text": {"en": "Why?"}},
      {"key": "b", "kind": "yes_no", "text": {"en": "B?"}},
      {"key": "gone", "kind": "yes_no", "text": {"en": "Gone?"}}
      """
    let new = """
      {"key": "b", "kind": "yes_no", "text": {"en": "B?"}, "required": true}, \(Self.recommend),
      {"key": "why", "kind": "long_text", "text": {"en": "Why so?"}},
      {"key": "fresh", "kind": "yes_no", "text": {"en": "Fresh?"}}
      """
    #expect(
      try differences(old, new) == [
        "gone: is no longer asked", "b: is asked at another place", "b: must be answered now",
        "why: was short text, is long text", "why: text in en was “Why?”, is “Why so?”",
        "fresh: is new: “Fresh?”",
      ]
    )
  }

  @Test func `tells how choices change and warns of a renamed key`() throws {
    func question(_ choices: String) -> String {
      #"{"key": "q", "kind": "choice", "text": {"en": "?"}, "choices": [\#(choices)]}"#
    }
    func choice(_ key: String, _ text: String) -> String {
      #"{"key": "\#(key)", "text": {"en": "\#(text)"}}"#
    }
    let old = question("\(choice("price", "Price")),\(choice("a", "A")),\(choice("b", "B"))")
    let new = question("\(choice("cost", "Price")),\(choice("b", "Bee"))")
    #expect(
      try differences(old, new) == [
        "q: choice price is called cost now: results will not merge", "q: choice a is gone",
        "q: choice cost is new", "q: choice b in en was “B”, is “Bee”",
      ]
    )
  }

  @Test func `tells what changes for the survey as a whole`() throws {
    let old = SurveySamples.version(of: Self.recommend)
    let new = SurveySamples.definition(
      """
      {"name": "Big", "languages": ["vi", "en"], "title": {"vi": "Nhỏ", "en": "Small"},
       "closes_at": "2027-01-01T00:00:00Z", "attributes": {"store": "dimension"},
       "questions": [{"key": "recommend", "kind": "recommend_0_10",
                      "text": {"vi": "?", "en": "?"}}]}
      """
    )
    #expect(
      try VersionChange(from: [old], to: new).differences.map(\.description) == [
        "name was “Small”, is “Big”", "languages were en, are vi, en",
        "default language was en, is vi", "title in vi is new: “Nhỏ”",
        "closing was never, is 2027-01-01T00:00:00Z", "attribute store is new",
        "recommend: text in vi is new: “?”",
      ]
    )
  }
}
