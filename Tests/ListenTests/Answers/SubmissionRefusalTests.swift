import Kernel
import Testing

@testable import Listen

/// One thing wrong with a body, and what is said about it.
struct SubmissionRefusalTests {
  @Test(arguments: [
    (
      #"{"recommend": 11}"#,
      "off_scale answers.recommend: 11 is off the scale. Give a whole number from 0 to 10."
    ),
    (
      #"{"recommend": -1}"#,
      "off_scale answers.recommend: -1 is off the scale. Give a whole number from 0 to 10."
    ),
    (
      #"{"ultimate": 0}"#,
      "off_scale answers.ultimate: 0 is off the scale. Give a whole number from 1 to 10."
    ),
    (
      #"{"speed": 6}"#,
      "off_scale answers.speed: 6 is off the scale. Give a whole number from -5 to 5."
    ),
    (
      #"{"easy": 6.5}"#,
      "off_scale answers.easy: 6.5 is off the scale. Give a whole number from 1 to 7."
    ),
    (
      #"{"content": 9223372036854775807}"#,
      "off_scale answers.content: 9223372036854775807 is off the scale. "
        + "Give a whole number from 1 to 5."
    ),
    (
      #"{"content": 1e300}"#,
      "off_scale answers.content: 1e+300 is off the scale. Give a whole number from 1 to 5."
    ),
    (
      #"{"recommend": "9"}"#,
      "wrong_type answers.recommend: Must be a whole number from 0 to 10, not text."
    ),
    (
      #"{"recommend": true}"#,
      "wrong_type answers.recommend: Must be a whole number from 0 to 10, not true or false."
    ),
    (#"{"why": 3}"#, "wrong_type answers.why: Must be text, not a whole number."),
    (#"{"back": "yes"}"#, "wrong_type answers.back: Must be true or false, not text."),
    (
      #"{"heard": 3}"#, "wrong_type answers.heard: Must be the key of a choice, not a whole number."
    ),
    (#"{"topics": "price"}"#, "wrong_type answers.topics: Must be a list of choices, not text."),
    (
      #"{"topics": [{"price": 1}]}"#,
      #"wrong_type answers.topics[0]: Must be the key of a choice, or {"other": "…"}."#
    ),
    (
      #"{"topics": [{"other": 1}]}"#,
      "wrong_type answers.topics[0].other: Must be text, not a whole number."
    ),
    (
      #"{"heard": "strete"}"#,
      "unknown_choice answers.heard: “strete” is no choice here. Did you mean street?"
    ),
    (
      #"{"topics": ["price", "weather"]}"#,
      "unknown_choice answers.topics[1]: “weather” is no choice here. Send the key of a choice."
    ),
    (
      #"{"topics": ["price", "price"]}"#,
      "repeated_choice answers.topics[1]: price is picked twice. Send each choice once."
    ),
    (
      #"{"topics": [{"other": "a"}, {"other": "b"}]}"#,
      "repeated_choice answers.topics[1]: other is picked twice. Send each choice once."
    ),
    (
      #"{"heard": {"other": "radio"}}"#,
      "other_not_allowed answers.heard.other: This question takes its choices only. "
        + "Send the key of a choice."
    ),
    (
      #"{"recomend": 9}"#,
      "unknown_question answers.recomend: The survey has no question of this key. "
        + "Did you mean recommend?"
    ),
    (
      #"{"q17": 9}"#,
      "unknown_question answers.q17: The survey has no question of this key; see its definition."
    ),
    ("[]", "wrong_type answers: Must be an object of answers by question, not a list."),
  ])
  func `refuses an answer`(answers: String, message: String) throws {
    // Whatever else is asked only of some: the recommend question opens the topics.
    let body =
      answers.hasPrefix(#"{"topics"#) ? #"{"recommend": 1, "# + answers.dropFirst() : answers
    #expect(try SubmissionSamples.fault(body) == message)
  }

  @Test(arguments: [
    ("3", "wrong_type Send an object in braces with the member answers, not a whole number."),
    (#"{"answrs": {}}"#, "unknown_member answrs: Unknown member. Did you mean answers?"),
    (#"{"nonsense": {}}"#, "unknown_member nonsense: Unknown member. Take it out."),
    (
      #"{"answers": {"recommend": 9}, "attributes": 3}"#,
      "wrong_type attributes: Must be an object in braces, not a whole number."
    ),
    (
      #"{"answers": {"recommend": 9}, "attributes": {"order_ids": "1"}}"#,
      "undeclared_attribute attributes.order_ids: The survey declares no attribute of this name. "
        + "Did you mean order_id?"
    ),
    (
      #"{"answers": {"recommend": 9}, "attributes": {"weather": "1"}}"#,
      "undeclared_attribute attributes.weather: The survey declares no attribute of this name; "
        + "declare it there or leave it out."
    ),
    (
      #"{"answers": {"recommend": 9}, "attributes": {"order_id": []}}"#,
      "wrong_type attributes.order_id: Must be text, not a list."
    ),
    (
      #"{"answers": {"recommend": 9}, "product": "a", "attributes": {"product": "b"}}"#,
      "given_twice attributes.product: Given twice, and not alike. Give it once."
    ),
    (
      #"{"answers": {"recommend": 9}, "touchpoint": "a\nb"}"#,
      "control_character touchpoint: Holds a line end or control character. Take it out."
    ),
    (
      #"{"answers": {"recommend": 9}, "unit": {}}"#, "wrong_type unit: Must be text, not an object."
    ),
    (
      #"{"answers": {"recommend": 9}, "complete": 1}"#,
      "wrong_type complete: Must be true or false, not a whole number."
    ),
    (
      #"{"answers": {"recommend": 9}, "language": 1}"#,
      "wrong_type language: Must be text, not a whole number."
    ),
    (
      #"{"answers": {"recommend": 9}, "at": "yesterday"}"#,
      "invalid_time at: Give a time with its zone, such as 2026-11-23T08:00:00+07:00."
    ),
    (
      #"{"answers": {"recommend": 9}, "at": 1795392000}"#,
      "invalid_time at: Give a time with its zone, such as 2026-11-23T08:00:00+07:00."
    ),
    (
      #"{"answers": {"recommend": 9}, "elapsed_ms": -1}"#,
      "invalid_elapsed elapsed_ms: Give the milliseconds it took, 0 or more."
    ),
    (
      #"{"answers": {"recommend": 9}, "elapsed_ms": "x"}"#,
      "invalid_elapsed elapsed_ms: Give the milliseconds it took, 0 or more."
    ),
    (
      #"{"answers": {"recommend": 9}, "version": 0}"#,
      "invalid_version version: Give the version's number, 1 or more."
    ),
    (
      #"{"answers": {"why": "x"}}"#,
      "missing_required answers.recommend: This question needs an answer."
    ),
  ])
  func `refuses a body`(body: String, message: String) throws {
    #expect(SubmissionSamples.faults(try SubmissionSamples.read(body)).first == message)
  }

  @Test func `refuses a finished one that answers nothing`() throws {
    let version = SurveySamples.version(of: SurveyDefinitionTests.yesNo)
    for body in ["{}", #"{"answers": {"q": null}}"#] {
      #expect(
        SubmissionSamples.faults(try SubmissionSamples.read(body, for: version)) == [
          "nothing_answered answers: Nothing is answered. Answer a question."
        ]
      )
    }
  }

  @Test func `names the limit that was passed`() throws {
    let long = String(repeating: "é", count: Limits.dimensionCharactersMax + 1)
    for member in ["touchpoint", "channel", "unit", "employee", "product", "external_id"] {
      let body = #"{"answers": {"recommend": 9}, "\#(member)": "\#(long)"}"#
      #expect(
        SubmissionSamples.faults(try SubmissionSamples.read(body)) == [
          "too_long \(member): 201 characters are too long. At most 200."
        ]
      )
    }
    let other = String(repeating: "x", count: Limits.shortTextCharactersMax + 1)
    let answers = #"{"recommend": 1, "topics": [{"other": "\#(other)"}]}"#
    #expect(
      try SubmissionSamples.fault(answers)
        == "too_long answers.topics[0].other: 501 characters are too long. At most 500."
    )
  }

  @Test func `refuses NUL wherever text is taken`() throws {
    let holds = "Holds the character NUL (U+0000). Take it out."
    let version = SurveySamples.version
    for (json, field): (JSON, String) in [
      (["answers": ["recommend": 9, "why": "a\u{0}b"]], "answers.why"),
      (["answers": ["recommend": 1, "topics": [["other": "\u{0}"]]]], "answers.topics[0].other"),
      (["answers": ["recommend": 9], "touchpoint": "\u{0}"], "touchpoint"),
      (["answers": ["recommend": 9], "attributes": ["order_id": "1\u{0}"]], "attributes.order_id"),
    ] {
      let refusal = #expect(throws: AnswerRefusal.self) {
        try Submission.parse(json, for: version, received: SubmissionSamples.received)
      }
      #expect(refusal?.first.code == .containsNUL)
      #expect(refusal?.description == "\(field): \(holds)")
    }
    #expect(throws: JSON.Malformed.self) { try JSON.parse(#"{"answers": {"why": "\u0000"}}"#) }
  }

  @Test func `tells every fault at once, and no more than its limit`() throws {
    let body = #"{"answers": {"recommend": 11, "back": 1, "easy": 9}, "at": 3, "oops": 1}"#
    #expect(SubmissionSamples.faults(try SubmissionSamples.read(body)).count == 5)
    let many = (0..<1000).map { "\"q\($0)\": 1" }.joined(separator: ",")
    let result = try SubmissionSamples.read("{\"answers\": {\(many)}}")
    #expect(SubmissionSamples.faults(result).count == Limits.faultsMax)
  }

  @Test func `leaves gaps for the sentence of the person's language`() throws {
    let result = try SubmissionSamples.read(#"{"answers": {"recommend": 11}}"#)
    guard case .failure(let refusal) = result else { return #expect(Bool(false)) }
    #expect(refusal.first.gaps == ["low": "0", "high": "10"])
    #expect(refusal.first.question == "recommend")
    #expect(refusal.first.catalogueKey == "respond.refusal.off_scale")
  }
}
