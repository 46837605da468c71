import Access
import HTTPTypes
import Kernel
import StorageTesting
import Testing

@testable import Listen

struct CommentStoreTests {
  private static func send(_ room: SurveyRoom, _ body: String) async throws -> String {
    let reply = try await room.send(
      "/api/v1/surveys/\(room.token)/responses",
      .post,
      [:],
      body
    )
    #expect(reply.status == .created)
    return try #require(try JSON.parse(reply.text)["id"]?.string)
  }

  @Test(arguments: StoreUnderTest.all)
  func `the newest words come first, with the score beside them`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database) { room in
      let first = try await Self.send(
        room,
        #"{"answers": {"recommend": 3, "why": "Late"}, "touchpoint": "Harbour"}"#
      )
      _ = try await Self.send(room, #"{"answers": {"recommend": 9}}"#)
      let second = try await Self.send(room, #"{"answers": {"recommend": 10, "why": "خوب"}}"#)
      let store = CommentStore(storage: room.storage)
      let found = try await store.newest(5)
      #expect(found.map(\.answer) == [second, first])
      #expect(found.map(\.text) == ["خوب", "Late"])
      #expect(found.map(\.score) == [10, 3])
      #expect(found.last?.touchpoint == "Harbour")
      #expect(try await store.newest(1).map(\.answer) == [second])
      let harbour = try await store.newest(5, where: ["touchpoint": ["Harbour"], "mood": ["x"]])
      #expect(harbour.map(\.answer) == [first])
      #expect(try await store.newest(5, where: ["touchpoint": [""]]).map(\.answer) == [second])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `words that do not count are not shown`(on database: StoreUnderTest) async throws {
    try await SurveyRoom.open(on: database) { room in
      _ = try await Self.send(
        room,
        #"{"answers": {"recommend": 3, "why": "buy now"}, "website": "spam.example"}"#
      )
      let gone = try await Self.send(room, #"{"answers": {"recommend": 3, "why": "test"}}"#)
      try await room.listen.answers.set(
        gone,
        of: room.token,
        state: .invalid,
        kept: nil,
        by: .commandLine(user: "t")
      )
      #expect(try await CommentStore(storage: room.storage).newest(5).isEmpty)
    }
  }
}
