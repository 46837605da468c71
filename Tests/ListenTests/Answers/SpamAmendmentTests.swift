import HTTPTypes
import Kernel
import StorageTesting
import Testing

@testable import Listen

/// Answers that come one by one are judged when they are whole.
struct SpamAmendmentTests {
  private static func begin(_ room: SurveyRoom, elapsed: Int) async throws -> (
    id: String, token: String
  ) {
    let reply = try await room.send(
      "/api/v1/surveys/\(room.token)/responses",
      .post,
      [:],
      #"{"answers": {"recommend": 9}, "complete": false, "elapsed_ms": \#(elapsed)}"#
    )
    #expect(reply.status == .created)
    let body = try JSON.parse(reply.text)
    return (try #require(body["id"]?.string), try #require(body["amend_token"]?.string))
  }

  private static func amend(
    _ room: SurveyRoom,
    _ answer: (id: String, token: String),
    _ body: String
  ) async throws {
    let reply = try await room.send(
      "/api/v1/surveys/\(room.token)/responses/\(answer.id)",
      .patch,
      [.authorization: "Bearer \(answer.token)"],
      body
    )
    #expect(reply.status == .ok, "\(reply.text)")
  }

  @Test(arguments: StoreUnderTest.all)
  func `the first tap is not judged, the whole is, and figures follow`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database) { room in
      let slow = try await Self.begin(room, elapsed: 120)
      let fast = try await Self.begin(room, elapsed: 120)
      #expect(try await room.stored().map { $0["flags"]?.serialized() } == ["[]", "[]"])
      #expect(try await room.countedScores() == 2)
      let rest = #"{"answers": {"content": 5}, "complete": true, "elapsed_ms": "#
      try await Self.amend(room, slow, rest + "9000}")
      try await Self.amend(room, fast, rest + "900}")
      let stored = try await room.stored()
      #expect(stored.map { $0["flags"]?.serialized() } == ["[]", #"["too_fast"]"#])
      #expect(stored.map { $0["counted"]?.bool } == [true, false])
      #expect(try await room.countedScores() == 2)
      // What is changed later is no new visit: its time says nothing.
      try await Self.amend(room, slow, #"{"answers": {"content": 4}, "elapsed_ms": 10}"#)
      #expect(try await room.stored().first?["flags"]?.serialized() == "[]")
      #expect(try await room.countedScores() == 2)
    }
  }

  @Test func `a hidden field filled in later counts as filled in`() async throws {
    try await SurveyRoom.open(on: .sqlite) { room in
      let answer = try await Self.begin(room, elapsed: 5000)
      try await Self.amend(room, answer, #"{"complete": true, "website": "http://x"}"#)
      #expect(try await room.stored().first?["flags"]?.serialized() == #"["honeypot"]"#)
      #expect(try await room.countedScores() == 0)
    }
  }

  @Test func `an answer left half-way is never too fast`() throws {
    let submission = try SubmissionSamples.read(
      #"{"answers": {"recommend": 9, "content": 4}, "complete": false, "elapsed_ms": 1}"#
    ).get()
    #expect(SpamRules().flags(for: submission, repeats: 0).isEmpty)
  }
}
