import Kernel
import Testing

@testable import Listen

struct SpamRulesTests {
  let rules = SpamRules()

  private func submission(_ rest: String) throws -> Submission {
    try SubmissionSamples.read(#"{"answers": {"recommend": 9}\#(rest)}"#).get()
  }

  @Test func `flags the field that people cannot see`() throws {
    #expect(rules.flags(for: try submission(#", "website": "x""#), repeats: 0) == .honeypot)
    #expect(rules.flags(for: try submission(#", "website": 3"#), repeats: 0) == .honeypot)
    #expect(rules.flags(for: try submission(#", "website": """#), repeats: 0).isEmpty)
    #expect(rules.flags(for: try submission(#", "website": null"#), repeats: 0).isEmpty)
  }

  @Test(arguments: [
    (1, 299, true), (1, 300, false), (2, 1499, true), (2, 1500, false), (5, 1500, false),
    (10, 2999, true), (10, 3000, false),
  ])
  func `flags what is faster than anyone reads`(answered: Int, elapsed: Int, tooFast: Bool) throws {
    let questions = (0..<answered).map {
      #"{"key": "q\#($0)", "kind": "yes_no", "text": {"en": "?"}}"#
    }
    let answers = (0..<answered).map { "\"q\($0)\": true" }.joined(separator: ",")
    let submission = try SubmissionSamples.read(
      "{\"answers\": {\(answers)}, \"elapsed_ms\": \(elapsed)}",
      for: SurveySamples.version(of: questions.joined(separator: ","))
    ).get()
    #expect(rules.flags(for: submission, repeats: 0).contains(.tooFast) == tooFast)
  }

  @Test func `flags nothing when the sender's time is not known`() throws {
    #expect(rules.flags(for: try submission(""), repeats: 0).isEmpty)
  }

  @Test func `flags the same words again, but not the same tap`() throws {
    let tap = try submission("")
    #expect(tap.fingerprint(by: rules) == nil)
    #expect(rules.flags(for: tap, repeats: 50).isEmpty)
    let body = #"{"answers": {"recommend": 9, "why": "Buy cheap watches at my shop"}}"#
    let words = try SubmissionSamples.read(body).get()
    #expect(rules.flags(for: words, repeats: 0).isEmpty)
    #expect(rules.flags(for: words, repeats: 1) == .repeated)
    let polite = try SubmissionSamples.read(
      #"{"answers": {"recommend": 9, "why": "Very good, thanks"}}"#
    ).get()
    #expect(polite.fingerprint(by: rules) == nil)
  }

  @Test func `gives equal answers one fingerprint and different ones another`() throws {
    func print(_ answers: String) throws -> Int64? {
      try SubmissionSamples.read(#"{"answers": \#(answers)}"#).get().fingerprint(by: rules)
    }
    let text = "the same long enough words"
    let first = try print(#"{"recommend": 9, "why": "\#(text)"}"#)
    #expect(first != nil)
    #expect(try print(#"{"why": " \#(text) ", "recommend": 9.0}"#) == first)
    #expect(try print(#"{"recommend": 8, "why": "\#(text)"}"#) != first)
    #expect(try print(#"{"recommend": 9, "why": "\#(text)."}"#) != first)
    #expect(try print(#"{"recommend": 9, "why": "\#(text)", "back": true}"#) != first)
    // Stored fingerprints outlive a process, so the number itself is a promise.
    #expect(first == -2_025_709_273_138_963_842)
  }

  @Test func `leaves spam out, says why, and counts it again when a person keeps it`() {
    let spam: AnswerFlag = [.tooFast, .clockAhead]
    #expect(!AnswerState.new.counts(with: spam))
    #expect(AnswerState.new.counts(with: spam.union(.kept)))
    #expect(AnswerState.new.counts(with: .clockAhead))
    #expect(spam.names == ["too_fast", "clock_ahead"])
    #expect(AnswerFlag.names.map { AnswerFlag(name: $0.name) } == AnswerFlag.names.map(\.flag))
    #expect(AnswerFlag(name: "nice") == nil)
  }

  @Test func `counts every state but invalid, and lets nobody make an answer partial`() {
    #expect(AnswerState.allCases.filter(\.isCounted) == [.new, .inProgress, .done, .partial])
    for state in AnswerState.allCases {
      #expect(!state.canBecome(.partial))
      #expect(!state.canBecome(state))
    }
    #expect(AnswerState.invalid.canBecome(.new))
    #expect(AnswerState.partial.canBecome(.done))
  }
}
