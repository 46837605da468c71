import CXMetrics
import Kernel
import Testing

@testable import Listen

struct ConditionTests {
  /// Questions of several kinds, and one more that is shown under `condition`.
  private func problems(_ condition: String) -> [String] {
    let text = SurveySamples.text(
      of: """
        {"key": "recommend", "kind": "recommend_1_10", "text": {"en": "?"}},
        {"key": "speed", "kind": "rating", "min": 1, "max": 5, "text": {"en": "?"}},
        {"key": "why", "kind": "long_text", "text": {"en": "?"}},
        {"key": "again", "kind": "yes_no", "text": {"en": "?"}},
        {"key": "topics", "kind": "choices", "text": {"en": "?"}, "other": true,
         "choices": [{"key": "price", "text": {"en": "Price"}}]},
        {"key": "broken", "kind": "unheard_of", "text": {"en": "?"}},
        {"key": "last", "kind": "long_text", "text": {"en": "?"}, "show_if": \(condition)},
        {"key": "later", "kind": "yes_no", "text": {"en": "?"}}
        """
    )
    do {
      _ = try SurveyDefinition.parse(bytes: Array(text.utf8))
      return []
    } catch {
      return error.problems.filter { $0.code != .unknownKind }.map(\.description)
    }
  }

  @Test(arguments: [
    #"{"question": "recommend", "is": ["promoter", "passive"]}"#,
    #"{"question": "speed", "at_least": 2, "at_most": 4}"#,
    #"{"question": "topics", "in": ["price", "other"]}"#,
    #"{"question": "again", "in": ["no"]}"#, #"{"question": "why", "answered": false}"#,
    #"{"question": "broken", "is": ["promoter"]}"#, "null",
  ])
  func `takes what fits the earlier question`(condition: String) {
    #expect(problems(condition).isEmpty)
  }

  @Test(arguments: [
    ("[]", "show_if: must be an object in braces, not a list"),
    ("{}", "show_if.question: missing; give a short name that never changes"),
    (
      #"{"question": "later", "answered": true}"#,
      "show_if.question: later is not asked before this question"
    ),
    (
      #"{"question": "last", "answered": true}"#,
      "show_if.question: last is not asked before this question"
    ),
    (
      #"{"question": "recomend", "at_most": 6}"#,
      "show_if.question: no question has the key recomend; did you mean recommend?"
    ),
    (
      #"{"question": "why"}"#,
      "show_if: says nothing about why: add is, at_least, at_most, in or answered"
    ),
    (
      #"{"question": "speed", "at_least": 2, "answered": true}"#,
      "show_if: asks two things at once: keep one of at_least, answered"
    ),
    (
      #"{"question": "speed", "is": ["promoter"]}"#,
      "show_if.is: speed is rating: only recommend questions make promoters"
    ),
    (
      #"{"question": "recommend", "is": ["fan"]}"#,
      "show_if.is[0]: “fan” is none of promoter, passive, detractor"
    ),
    (#"{"question": "recommend", "is": []}"#, "show_if.is: empty; list the values"),
    (
      #"{"question": "recommend", "at_most": 0}"#,
      "show_if.at_most: must be a whole number from 1 to 10"
    ),
    (
      #"{"question": "speed", "at_least": 4, "at_most": 2}"#,
      "show_if: no score is at least 4 and at most 2"
    ),
    (
      #"{"question": "why", "at_least": 4}"#,
      "show_if: why is long_text: it has no scale to be at least or at most"
    ),
    (
      #"{"question": "why", "in": ["price"]}"#, "show_if.in: why is long_text: it has no choices"
    ),
    (
      #"{"question": "topics", "in": ["prize"]}"#, "show_if.in[0]: “prize” is none of price, other"
    ),
    (#"{"question": "why", "answered": 1}"#, "show_if.answered: must be true or false"),
    (
      #"{"question": "why", "answred": true}"#,
      "show_if.answred: unknown member; did you mean answered?"
    ),
  ])
  func `refuses what does not`(condition: String, message: String) {
    #expect(problems(condition).contains("questions[6].\(message)"), "\(problems(condition))")
  }

  @Test func `holds for the answers it names`() {
    let detractors = Condition(question: "q", test: .group([.detractor]))
    #expect((0...10).filter { detractors.holds(for: .score($0)) } == Array(0...6))
    let middle = Condition(question: "q", test: .score(least: 2, most: 4))
    #expect((0...6).filter { middle.holds(for: .score($0)) } == [2, 3, 4])
    let low = Condition(question: "q", test: .score(least: nil, most: 4))
    #expect((0...6).filter { low.holds(for: .score($0)) } == [0, 1, 2, 3, 4])
    let picked = Condition(question: "q", test: .picked(["price", "other"]))
    #expect(picked.holds(for: .choice(.key("price"))))
    #expect(picked.holds(for: .choices([.key("staff"), .other("…")])))
    #expect(!picked.holds(for: .choices([.key("staff")])))
    #expect(Condition(question: "q", test: .picked(["no"])).holds(for: .yesNo(false)))
    #expect(!Condition(question: "q", test: .picked(["no"])).holds(for: .yesNo(true)))
  }

  @Test func `without an answer holds only when it asks for none`() {
    for test in [
      Condition.Test.group(RecommendGroup.allCases), .score(least: nil, most: 10), .picked(["a"]),
      .answered(true),
    ] {
      #expect(!Condition(question: "q", test: test).holds(for: nil))
    }
    #expect(Condition(question: "q", test: .answered(false)).holds(for: nil))
  }
}
