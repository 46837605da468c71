import Access
import HTTPTypes
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Listen

struct PersonErasureTests {
  private static let lan = AuditEntry.Actor.commandLine(user: "lan")

  private static let definition = """
    {"name": "Visit", "languages": ["en"], "default_language": "en", "title": {"en": "Visit"},
     "attributes": {"customer": "dimension", "email": "detail", "order": "detail",
       "market": "dimension"},
     "questions": [{"key": "recommend", "kind": "recommend_0_10", "text": {"en": "Recommend?"}}]}
    """

  private static func send(
    _ room: SurveyRoom,
    _ attributes: String,
    to survey: String? = nil
  ) async throws -> String {
    let reply = try await room.send(
      "/api/v1/surveys/\(survey ?? room.token)/responses",
      .post,
      [:],
      #"{"answers": {"recommend": 3}, "attributes": {\#(attributes)}}"#
    )
    return try #require(try JSON.parse(reply.text)["id"]?.string, "\(reply.text)")
  }

  private static func left(_ room: SurveyRoom) async throws -> Set<String> {
    try await room.storage.read { db in
      Set(
        try db.rows("SELECT public_id FROM response").map { try $0["public_id", as: String.self] }
      )
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `all a person told us goes, in every survey, and nobody else's`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database, Self.definition) { room in
      let other = try await room.listen.surveys.create(
        SurveySamples.definition(Self.definition),
        publishing: true,
        at: room.clock.now
      )
      let first = try await Self.send(room, #""email": "Quang_1@x.org", "market": "VN""#)
      _ = try await Self.send(room, #""email": "quang_1@x.org""#, to: other.token)
      let stays: Set = [
        try await Self.send(room, #""email": "quangX1@x.org", "market": "VN""#),
        try await Self.send(room, #""order": "quang_1@x.org""#),
        try await Self.send(room, #""email": "a, \"email\":[\"detail\",\"quang_1@x.org\"]""#),
      ]
      let people = PersonErasureStore(storage: room.storage, now: { room.clock.now })
      let mark = PersonMark(name: "email", value: "quang_1@x.org")
      let count = try #require(try await people.counts(of: [mark])[mark])
      #expect((count.answers, count.surveys.count) == (2, 2))
      #expect(try await people.erase(mark, last: first, by: Self.lan) == count)
      #expect(try await people.erase(mark, last: first, by: Self.lan).answers == 0)
      #expect(try await Self.left(room) == stays)
      #expect(try await AnswerAuditStore(storage: room.storage).audit().problems == [])
      let trail = try await AuditStore(storage: room.storage).newest(9)
      #expect(Set(trail.map(\.action)) == ["person.erased"])
      #expect(trail.allSatisfy { !"\($0)".contains("quang") })
    }
  }

  @Test func `what names a person is asked for first, what groups people never`() {
    var context = AnswerContext(language: .english)
    context.attributes = [
      .init(name: "order", value: "99", role: .detail),
      .init(name: "market", value: "VN", role: .dimension),
      .init(name: "customer", value: "7", role: .dimension),
    ]
    #expect(
      PersonMark.all(of: context, sendersID: "row-1").map(\.name)
        == ["customer", "order", "external_id"]
    )
  }

  @Test(arguments: StoreUnderTest.all)
  func `more answers than one change takes all go`(on database: StoreUnderTest) async throws {
    try await SurveyRoom.open(on: database, Self.definition) { room in
      let first = try await Self.send(room, #""customer": "7""#)
      let count = PersonErasureStore.batchRows + 3
      try await room.storage.write { db in
        try db.execute(
          """
          WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number
            WHERE n < \(count))
          INSERT INTO response (id, survey, version, public_id, amend_hash, state, flags, day, at,
            received_at, language, attributes)
          SELECT 1000 + n, survey, version, 'p' || n, amend_hash, state, 16, day, at, received_at,
            language, attributes FROM response, number
          """
        )
      }
      let people = PersonErasureStore(storage: room.storage, now: { room.clock.now })
      let mark = PersonMark(name: "customer", value: "7")
      #expect(try await people.erase(mark, last: first, by: Self.lan).answers == count + 1)
      #expect(try await Self.left(room).isEmpty)
    }
  }
}
