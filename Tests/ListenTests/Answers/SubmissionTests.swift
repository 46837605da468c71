import Kernel
import Testing

@testable import Listen

struct SubmissionTests {
  @Test func `takes an answer of every kind`() throws {
    let submission = try SubmissionSamples.read(
      """
      {"answers": {"back": true, "recommend": 3, "why": " =1+1 <script>\\r\\n\\tx ",
        "topics": [{"other": "noise"}, "staff", "price"], "price_of": "tea", "ultimate": 10.0,
        "content": 5, "easy": 7, "speed": -5, "heard": "street"}}
      """
    ).get()
    #expect(
      submission.answers == [
        Answer(question: "recommend", value: .score(3)),
        Answer(question: "why", value: .text("=1+1 <script>\n\tx")),
        Answer(
          question: "topics",
          value: .choices([.key("price"), .key("staff"), .other("noise")])
        ),
        Answer(question: "price_of", value: .text("tea")),
        Answer(question: "ultimate", value: .score(10)),
        Answer(question: "content", value: .score(5)), Answer(question: "easy", value: .score(7)),
        Answer(question: "speed", value: .score(-5)),
        Answer(question: "heard", value: .choice(.key("street"))),
        Answer(question: "back", value: .yesNo(true)),
      ]
    )
    #expect(
      submission.scores == [
        AnswerScore(question: "recommend", points: 3),
        AnswerScore(question: "ultimate", points: 9),
        AnswerScore(question: "content", points: 4), AnswerScore(question: "easy", points: 6),
        AnswerScore(question: "speed", points: 0), AnswerScore(question: "back", points: 1),
      ]
    )
    #expect(submission.state == .new)
    #expect(submission.ignored.isEmpty)
  }

  @Test func `gives answers back as the API takes them`() throws {
    let body = """
      {"recommend":3,"why":"x","topics":["price",{"other":"noise"}],"price_of":"tea","speed":-1,\
      "heard":"friend","back":false}
      """
    let submission = try SubmissionSamples.read(#"{"answers": \#(body)}"#).get()
    #expect(submission.answers.json.serialized() == body)
  }

  @Test func `takes where and when it was given`() throws {
    let submission = try SubmissionSamples.read(
      """
      {"answers": {"recommend": 9}, "touchpoint": " store-12 ", "channel": "web", "unit": 7,
       "employee": null, "language": "fa-IR", "at": "2026-11-20T08:00:00+07:00",
       "attributes": {"order_size": 2.5, "order_id": 12345678901, "product": "tea"},
       "complete": true, "elapsed_ms": 8200.7, "website": "", "external_id": "", "version": 1}
      """
    ).get()
    let context = submission.context
    #expect(context.touchpoint == "store-12")
    #expect(context.unit == "7")
    #expect(context.employee == nil)
    #expect(context.product == "tea")
    #expect(context.language == .persian)
    #expect(context.attributes.map(\.name) == ["order_size", "order_id"])
    #expect(context[attribute: "order_size"] == "2.5")
    #expect(context[attribute: "order_id"] == "12345678901")
    #expect(submission.at.description == "2026-11-20T01:00:00Z")
    #expect(submission.elapsed == .milliseconds(8200))
    #expect(submission.externalID == nil)
    #expect(!submission.isHoneypotFilled)
    #expect(submission.flags.isEmpty)
  }

  @Test func `takes a dimension among the attributes of a survey that declares none`() throws {
    let version = SurveySamples.version(of: SurveyDefinitionTests.yesNo)
    let body = #"{"answers": {"q": true}, "attributes": {"product": "tea"}}"#
    #expect(try SubmissionSamples.read(body, for: version).get().context.product == "tea")
  }

  @Test(arguments: ["xx", "vi-VN", "", "vi"])
  func `speaks the survey's own language when another is asked for`(tag: String) throws {
    let version = SurveySamples.version(of: SurveyDefinitionTests.yesNo)
    let body = #"{"answers": {"q": true}, "language": "\#(tag)"}"#
    #expect(try SubmissionSamples.read(body, for: version).get().context.language == .english)
  }

  @Test(arguments: [
    ("2026-11-23T00:00:00Z", "2026-11-23T00:00:00Z", false),
    ("2026-11-23T00:10:00Z", "2026-11-23T00:10:00Z", false),
    ("2026-11-23T00:10:00.001Z", "2026-11-23T00:00:00Z", true),
    ("9999-12-31T23:59:59Z", "2026-11-23T00:00:00Z", true),
    ("1999-01-01T00:00:00Z", "1999-01-01T00:00:00Z", false),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", false),
  ])
  func `believes a clock up to ten minutes ahead`(at: String, kept: String, flagged: Bool) throws {
    #expect(SubmissionSamples.received.description == "2026-11-23T00:00:00Z")
    let body = #"{"answers": {"recommend": 9}, "at": "\#(at)"}"#
    let submission = try SubmissionSamples.read(body).get()
    #expect(submission.at.description == kept)
    #expect(submission.flags.contains(.clockAhead) == flagged)
  }

  @Test func `counts empty text, empty lists and null as not answered`() throws {
    let submission = try SubmissionSamples.read(
      """
      {"answers": {"recommend": 5, "why": "  \\n ", "topics": [], "content": null, "heard": ""}}
      """
    ).get()
    #expect(submission.answers.map(\.question) == ["recommend"])
  }

  @Test func `keeps inner white space and joiners, and drops stray control characters`() throws {
    let submission = try SubmissionSamples.read(
      #"{"answers": {"recommend": 5, "#
        + #""why": "\u00a0می\u200cخواهم\u000b  a\u0008\u0085\rb\u007f\u3000"}}"#
    ).get()
    #expect(submission.answers["why"] == .text("می\u{200C}خواهم  a\nb"))
  }

  @Test func `takes texts up to their limit in characters, not bytes`() throws {
    let limit = Limits.textCharactersMax
    let longest = String(repeating: "ش", count: limit)
    let fits = try SubmissionSamples.read(#"{"answers": {"recommend": 5, "why": "\#(longest)"}}"#)
    #expect(try fits.get().answers["why"] == .text(longest))
    #expect(
      try SubmissionSamples.fault(#"{"why": "\#(longest)x"}"#)
        == "too_long answers.why: 20001 characters are too long. At most 20000."
    )
    let million = String(repeating: "x", count: 1_000_000)
    #expect(try SubmissionSamples.fault(#"{"why": "\#(million)"}"#)?.hasPrefix("too_long") == true)
  }

  @Test func `an unfinished one may lack what is required, even everything`() throws {
    let submission = try SubmissionSamples.read(#"{"complete": false}"#).get()
    #expect(submission.answers.isEmpty)
    #expect(submission.state == .partial)
  }

  @Test func `amends what was answered before`() throws {
    let earlier = [
      Answer(question: "recommend", value: .score(3)), Answer(question: "why", value: .text("bad")),
      Answer(question: "topics", value: .choices([.key("staff")])),
      Answer(question: "back", value: .yesNo(false)),
    ]
    let amended = try SubmissionSamples.read(
      #"{"answers": {"recommend": 9, "back": null, "easy": 6}}"#,
      amending: earlier
    ).get()
    #expect(
      amended.answers == [
        Answer(question: "recommend", value: .score(9)),
        Answer(question: "why", value: .text("bad")),
        Answer(question: "easy", value: .score(6)),
      ]
    )
    // The topics were asked of detractors only, so a 9 takes them away.
    #expect(amended.ignored.map(\.question) == ["topics"])
    let finished = try SubmissionSamples.read(#"{"complete": true}"#, amending: earlier).get()
    #expect(finished.answers == earlier)
  }

  @Test func `tells which version the sender saw`() throws {
    #expect(Submission.version(askedBy: try JSON.parse(#"{"version": 3}"#)) == 3)
    #expect(Submission.version(askedBy: try JSON.parse("[]")) == nil)
    #expect(Submission.version(askedBy: [FormField(name: "version", value: "۳")]) == 3)
  }
}
