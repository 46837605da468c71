import Kernel
import Testing

@testable import Listen

struct SubmissionFormTests {
  @Test func `takes the whole plain form`() throws {
    let submission = try SubmissionSamples.form([
      ("form.opened", "123"), ("version", "1"), ("lang", "fa"), ("touchpoint", "store-12"),
      ("order_size", "۳"), ("order_id", "A-1"), ("utm_source", "mail"), ("website", ""),
      ("elapsed_ms", "۸۲۰۰"), ("a.recommend", "۳"), ("a.why", " bad\r\nday "),
      ("a.topics", "staff"), ("a.topics", "price"), ("a.topics", "other"),
      ("a.topics.other", " noise "), ("a.price_of", "tea"), ("a.ultimate", "٧"), ("a.content", ""),
      ("a.speed", "−4"), ("a.heard", "friend"), ("a.back", "no"),
    ]).get()
    #expect(
      submission.answers == [
        Answer(question: "recommend", value: .score(3)),
        Answer(question: "why", value: .text("bad\nday")),
        Answer(
          question: "topics",
          value: .choices([.key("price"), .key("staff"), .other("noise")])
        ),
        Answer(question: "price_of", value: .text("tea")),
        Answer(question: "ultimate", value: .score(7)),
        Answer(question: "speed", value: .score(-4)),
        Answer(question: "heard", value: .choice(.key("friend"))),
        Answer(question: "back", value: .yesNo(false)),
      ]
    )
    #expect(submission.context.language == .persian)
    #expect(submission.context.touchpoint == "store-12")
    #expect(submission.context[attribute: "order_size"] == "۳")
    #expect(submission.elapsed == .milliseconds(8200))
    #expect(submission.ignored.isEmpty)
    #expect(submission.isComplete)
  }

  @Test(arguments: [
    ("0", 0), ("10", 10), ("۱۰", 10), ("١٠", 10), ("٣", 3), ("+7", 7), ("-3", -3), ("−3", -3),
    ("9.0", 9), ("۹٫۰", 9), ("007", 7), ("", nil), ("9.5", nil), ("9.", nil), ("x", nil),
    ("٩a", nil),
    ("--1", nil), (".5", nil), ("1234567890123456", nil), ("1 0", nil),
  ])
  func `reads whole numbers in the digits people type`(text: String, number: Int?) {
    #expect(WholeNumber.parse(text) == number)
  }

  @Test func `loses no answer to what is wrong with the link`() throws {
    let long = String(repeating: "x", count: Limits.dimensionCharactersMax + 1)
    let submission = try SubmissionSamples.form([
      ("touchpoint", long), ("channel", "a\nb"), ("elapsed_ms", "soon"), ("a.recommend", "9"),
    ]).get()
    #expect(submission.context.touchpoint == nil)
    #expect(submission.ignored.map(\.code) == [.tooLong, .controlCharacter, .invalidElapsed])
  }

  @Test(arguments: [
    (("a.recommend", "nine"), "wrong_type a.recommend: “nine” is no whole number from 0 to 10."),
    (
      ("a.recommend", "11"),
      "off_scale a.recommend: 11 is off the scale. Give a whole number from 0 to 10."
    ),
    (("a.back", "maybe"), "wrong_type a.back: Must be yes or no."),
    (
      ("a.heard", "radio"),
      "unknown_choice a.heard: “radio” is no choice here. Send the key of a choice."
    ),
    (
      ("a.heard.other", "radio"),
      "other_not_allowed a.heard.other: This question takes its choices only. "
        + "Send the key of a choice."
    ),
    (
      ("a.recomend", "9"),
      "unknown_question a.recomend: The survey has no question of this key. "
        + "Did you mean recommend?"
    ),
    (
      ("a.heard.else", "9"),
      "unknown_question a.heard.else: The survey has no question of this key; see its definition."
    ),
    (("a.why", "a\u{0}"), "contains_nul a.why: Holds the character NUL (U+0000). Take it out."),
    (("at", "x"), "invalid_time at: Give a time with its zone, such as 2026-11-23T08:00:00+07:00."),
  ])
  func `refuses an answer that does not fit`(field: (String, String), message: String) {
    let result = SubmissionSamples.form([field, ("complete", "false")])
    #expect(SubmissionSamples.faults(result).first == message)
  }

  @Test func `refuses two answers to one question but not an empty one beside`() throws {
    let twice = SubmissionSamples.form([("a.recommend", "9"), ("a.recommend", "8")])
    #expect(
      SubmissionSamples.faults(twice) == [
        "given_twice a.recommend: Answered twice. Give one answer."
      ]
    )
    let empty = SubmissionSamples.form([("a.recommend", ""), ("a.recommend", "8")])
    #expect(try empty.get().answers["recommend"] == .score(8))
  }

  private static let heard = """
    {"key": "heard", "kind": "choice", "text": {"en": "?"}, "other": true,
     "choices": [{"key": "friend", "text": {"en": "Friend"}}]}
    """

  @Test(arguments: [
    ([("a.heard", "other"), ("a.heard.other", "radio")], AnswerValue.choice(.other("radio"))),
    ([("a.heard", "other")], .choice(.other(""))),
    ([("a.heard.other", "radio")], .choice(.other("radio"))),
    ([("a.heard", "friend"), ("a.heard.other", "radio")], .choice(.key("friend"))),
  ])
  func `takes other words when they were meant`(fields: [(String, String)], value: AnswerValue)
    throws
  {
    let version = SurveySamples.version(of: Self.heard)
    #expect(try SubmissionSamples.form(fields, for: version).get().answers["heard"] == value)
  }

  @Test func `counts words for other as its tick among several choices`() throws {
    let submission = try SubmissionSamples.form([
      ("a.recommend", "1"), ("a.topics", "staff"), ("a.topics.other", "noise"),
    ]).get()
    #expect(submission.answers["topics"] == .choices([.key("staff"), .other("noise")]))
  }

  @Test func `notices the field that people cannot see`() throws {
    let filled = SubmissionSamples.form([("a.recommend", "9"), ("website", "http://x")])
    #expect(try filled.get().isHoneypotFilled)
  }
}
