import Access
import Foundation
import HTTPTypes
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Listen

struct RetentionTests {
  private static let lan = AuditEntry.Actor.commandLine(user: "lan")

  private static let definition = """
    {"name": "Visit", "languages": ["en"], "default_language": "en", "title": {"en": "Visit"},
     "attributes": {"customer": "detail", "market": "dimension"},
     "questions": [
       {"key": "recommend", "kind": "recommend_0_10", "text": {"en": "Recommend?"}},
       {"key": "why", "kind": "long_text", "text": {"en": "Why?"}},
       {"key": "what", "kind": "choices", "text": {"en": "What?"}, "other": true,
        "choices": [{"key": "price", "text": {"en": "Price"}},
          {"key": "staff", "text": {"en": "Staff"}}]}]}
    """

  private static func send(_ room: SurveyRoom, _ rest: String = "") async throws
    -> HTTPResponse.Status
  {
    try await room.send(
      "/api/v1/surveys/\(room.token)/responses",
      .post,
      [:],
      """
      {"answers": {"recommend": 3, "why": "I am Quang", "what": ["price", {"other": "Quang"}]},
       "attributes": {"customer": "Quang", "market": "VN"}\(rest)}
      """
    ).status
  }

  /// Everything that the store holds of answers, as one text.
  private static func holdings(_ room: SurveyRoom) async throws -> String {
    try await room.storage.read { db in
      let responses = try db.rows("SELECT attributes, external_id FROM response ORDER BY id")
      let answers = try db.rows("SELECT comment, choices FROM answer ORDER BY response, question")
      return "\(responses) \(answers)"
    }
  }

  private static func counts(_ room: SurveyRoom) async throws -> [Int] {
    try await room.storage.read { db in
      try ["response", "answer", "submission"].map { table in
        let sql: SQL =
          switch table {
          case "response": "SELECT count(*) FROM response"
          case "answer": "SELECT count(*) FROM answer WHERE points IS NOT NULL"
          default: "SELECT coalesce(sum(sign), 0) FROM fact"
          }
        return try db.value(sql) ?? 0
      }
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `words and persons go when their time is over, scores stay`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database, Self.definition) { room in
      #expect(try await Self.send(room, #", "external_id": "Quang-1""#) == .created)
      room.clock.advance(by: .seconds(400 * 86_400))
      #expect(try await Self.send(room) == .created)
      let store = RetentionStore(storage: room.storage)
      let policy = RetentionPolicy(answerMonths: 12, manner: .strip, trailMonths: nil)
      let clock = BusinessClock(zone: .gmt, now: { room.clock.now })
      let today = clock.day(of: room.clock.now)
      #expect(try await store.reach(of: policy, on: today).answers == 1)
      #expect(try await store.carryOut(at: room.clock.now, on: today) == 0, "kept for ever so far")
      room.clock.advance(by: .seconds(86_400))
      try await store.set(policy, by: Self.lan, at: room.clock.now)
      let jobs = RetentionJobs(storage: room.storage, clock: clock, logger: .silent)
      let before = try await Self.counts(room)
      try await jobs.runDue()
      try await jobs.runDue()
      let holdings = try await Self.holdings(room)
      #expect(holdings.components(separatedBy: "Quang").count - 1 == 3, "the young answer's words")
      #expect(try await Self.counts(room) == before)
      #expect(try await AnswerAuditStore(storage: room.storage).audit().problems == [])
      #expect(try await store.reach(of: policy, on: today).answers == 0)
      // It does not come back by its number.
      #expect(try await Self.send(room, #", "external_id": "Quang-1""#) == .gone)
      let trail = try await AuditStore(storage: room.storage).newest(9).map(\.action)
      #expect(trail == ["answers.stripped", "retention.changed"])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `whole answers go where that is wished, and are done with once a day`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database, Self.definition) { room in
      #expect(try await Self.send(room) == .created)
      let store = RetentionStore(storage: room.storage)
      let clock = BusinessClock(zone: .gmt, now: { room.clock.now })
      func carryOut() async throws -> Int? {
        try await store.carryOut(at: room.clock.now, on: clock.day(of: room.clock.now))
      }
      try await store.set(
        RetentionPolicy(answerMonths: 3, manner: .erase, trailMonths: 3),
        by: Self.lan,
        at: room.clock.now
      )
      #expect(try await carryOut() == 0)
      room.clock.advance(by: .seconds(100 * 86_400))
      // The answer and the trail's line about the setting.
      #expect(try await carryOut() == 2)
      #expect(try await carryOut() == nil)
      #expect(try await Self.counts(room) == [0, 0, 0])
      #expect(try await AnswerAuditStore(storage: room.storage).audit().problems == [])
      let done = try await room.storage.read {
        try $0.value("SELECT done_at FROM retention", as: Instant?.self)
      }
      #expect(done == room.clock.now)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `an older store loses again what was taken from its answers`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database, Self.definition) { room in
      #expect(try await Self.send(room, #", "external_id": "Quang-1""#) == .created)
      let id: String = try await room.storage.read { db in
        try db.value("SELECT public_id FROM response") ?? ""
      }
      let list = StopList([.init(hash: ErasedName.stripped(id), at: room.clock.now)])
      let stops = StopListStore(storage: room.storage)
      let before = try await Self.counts(room)
      _ = try await stops.apply(list, at: room.clock.now, by: Self.lan)
      _ = try await stops.apply(list, at: room.clock.now, by: Self.lan)
      #expect(try await !Self.holdings(room).contains("Quang"))
      #expect(try await Self.counts(room) == before)
    }
  }

  @Test func `months are counted as people do`() throws {
    let start = { (months: Int, day: Day?) in
      RetentionPolicy.start(keeping: months, on: try #require(day)).description
    }
    #expect(try start(12, Day("2026-11-23")) == "2025-11-23T00:00:00Z")
    #expect(try start(1, Day("2026-03-31")) == "2026-02-28T00:00:00Z")
    #expect(try start(11, Day("2026-11-01")) == "2025-12-01T00:00:00Z")
  }

  @Test func `a form says for ever, a choice or a number, in any digits`() {
    func policy(_ fields: [String: String]) -> RetentionPolicy? {
      RetentionForm { fields[$0] }?.policy
    }
    #expect(policy([:]) == nil)
    #expect(policy(["answers": "0"]) == RetentionPolicy())
    #expect(policy(["answers": "24", "manner": "erase"])?.manner == .erase)
    #expect(policy(["answers": "24", "months": " ۱۸ "])?.answerMonths == 18)
    for wrong in ["-1", "0", "601", "many", String(repeating: "9", count: 10_000)] {
      #expect(policy(["answers": "24", "months": wrong]) == nil, "\(wrong.prefix(9))")
    }
  }
}
