import Access
import HTTPTypes
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Listen

struct StopListTests {
  private static let lan = AuditEntry.Actor.commandLine(user: "lan")

  private static func send(_ room: SurveyRoom, _ body: String) async throws -> String {
    let reply = try await room.send("/api/v1/surveys/\(room.token)/responses", .post, [:], body)
    return try #require(try JSON.parse(reply.text)["id"]?.string, "\(reply.text)")
  }

  private static func count(_ room: SurveyRoom) async throws -> Int {
    try await room.storage.read { try $0.value("SELECT count(*) FROM response") ?? 0 }
  }

  @Test func `a list is read as it was written, and one cut off is refused`() throws {
    let list = StopList([.init(hash: "a_b-", at: Instant(milliseconds: 7))])
    #expect(try StopList(list.text) == list)
    #expect(try StopList(StopList().text) == StopList())
    for text in ["", "name,score\n", String(list.text.dropLast(6)), list.text + "more 1\n"] {
      #expect(throws: StopList.Unreadable.self) { try StopList(text) }
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `what a list names is erased again, and nothing else`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database) { room in
      let gone = try await Self.send(room, #"{"answers": {"recommend": 3}}"#)
      _ = try await Self.send(room, #"{"answers": {"recommend": 2}, "external_id": "7"}"#)
      _ = try await Self.send(room, #"{"answers": {"recommend": 9}}"#)
      let survey: Int64 = try await room.storage.read { try $0.value("SELECT id FROM survey") ?? 0 }
      let names = [ErasedName.answer(gone), ErasedName.external("7", survey: survey), "unknown"]
      let list = StopList(names.map { .init(hash: $0, at: room.clock.now) })
      let stops = StopListStore(storage: room.storage)
      #expect(try await stops.apply(list, at: room.clock.now, by: Self.lan) == 2)
      #expect(try await stops.apply(list, at: room.clock.now, by: Self.lan) == 0)
      #expect(try await Self.count(room) == 1)
      #expect(Set(names).isSubset(of: Set(try #require(try await stops.all()).lines.map(\.hash))))
      #expect(try await AnswerAuditStore(storage: room.storage).audit().problems == [])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `the trail names nobody's erased answer`(on database: StoreUnderTest) async throws {
    try await SurveyRoom.open(on: database) { room in
      let id = try await Self.send(room, #"{"answers": {"recommend": 3}}"#)
      try await room.listen.answers.set(
        id,
        of: room.token,
        state: .done,
        kept: nil,
        by: Self.lan
      )
      let erasures = AnswerErasureStore(storage: room.storage, now: { room.clock.now })
      #expect(try await erasures.erase(id, by: Self.lan) == .erased)
      let trail = try await AuditStore(storage: room.storage).newest(9)
      #expect(trail.map(\.action) == ["answer.erased", "answer.state_changed"])
      #expect(Set(trail.map(\.subject.name)) == [ErasedName.answer(id)])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a row that was erased comes back by no file, into no survey`(
    on database: StoreUnderTest
  ) async throws {
    try await ImportYard.open(on: database) { yard in
      let text = "recommend,why,at\n3,My name is Quang and I waited,2026-10-01T08:00:00Z\n"
      let map = ["recommend=recommend", "why=why", "at=at"]
      try await yard.bring(text, map: map)
      let id = try #require(try await yard.stored().first?["id"]?.string)
      let erasures = AnswerErasureStore(storage: yard.storage, now: { ImportYard.now })
      #expect(try await erasures.erase(id, by: Self.lan) == .erased)
      try await yard.bring(text + "9,,2026-10-02T08:00:00Z\n", map: map)
      #expect(try await yard.stored().compactMap { $0["answers"]?["recommend"]?.integer } == [9])
      let other = try await yard.past.surveys.create(
        SurveySamples.definition(ImportYard.definition),
        publishing: true,
        at: ImportYard.now
      )
      let elsewhere = try await yard.past.prepare(
        ImportRequest(
          path: try yard.file(text),
          fileName: "past.csv",
          survey: .token(other.token),
          wishes: try map.map { try ColumnMap.Wish($0) },
          dateFormat: nil
        )
      )
      #expect(try await yard.past.run(elsewhere).run.counts.taken == 0)
      try await yard.expectSound()
    }
  }
}
