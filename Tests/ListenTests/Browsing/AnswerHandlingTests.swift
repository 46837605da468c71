import Access
import Foundation
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Listen

struct AnswerHandlingTests {
  @Test(arguments: StoreUnderTest.all)
  func `several are moved at once, once, with a line each and figures that follow`(
    on database: StoreUnderTest
  ) async throws {
    try await AnswerShelf.open(on: database) { shelf in
      let one = try await shelf.add(#"{"answers": {"recommend": 3}}"#)
      let two = try await shelf.add(#"{"answers": {"recommend": 9}}"#)
      let answers = shelf.room.listen.answers
      let picked = [one, two, "nobody"]
      #expect(try await answers.handle(picked, state: .invalid, kept: nil, by: shelf.lan) == 2)
      #expect(try await answers.handle(picked, state: .invalid, kept: nil, by: shelf.lan) == 0)
      #expect(try await shelf.room.countedScores() == 0)
      #expect(try await answers.handle([one], state: .done, kept: nil, by: shelf.lan) == 1)
      #expect(try await shelf.room.countedScores() == 1)
      // Only its sender leaves an answer half-way.
      #expect(try await answers.handle([one], state: .partial, kept: nil, by: shelf.lan) == 0)
      let trail = try await AuditStore(storage: shelf.room.storage).newest(10)
      #expect(trail.map(\.action) == Array(repeating: "answer.state_changed", count: 3))
      #expect(trail.first?.details == ["from": "invalid", "to": "done"])
      #expect(trail.first?.subject.name == one)
      #expect(trail.first?.actor == shelf.lan)
      #expect(try await shelf.problems().isEmpty)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `one answer is told with its wording, its road and what became of it`(
    on database: StoreUnderTest
  ) async throws {
    try await AnswerShelf.open(on: database) { shelf in
      let id = try await shelf.add(
        #"""
        {"answers": {"recommend": 3, "why": "Late", "topics": ["staff", {"other": "smell"}],
          "back": false}, "touchpoint": "Harbour", "attributes": {"order_id": "77"}}
        """#
      )
      _ = try await shelf.room.listen.answers.handle([id], state: .done, kept: nil, by: shelf.lan)
      let store = AnswerDetailStore(storage: shelf.room.storage)
      let detail = try #require(try await store.detail(id))
      #expect(detail.version.number == 1)
      #expect(detail.surveyName == "Every kind")
      #expect(detail.answers.map(\.question) == ["recommend", "why", "topics", "back"])
      #expect(detail.answers["topics"] == .choices([.key("staff"), .other("smell")]))
      #expect(detail.answers["back"] == .yesNo(false))
      #expect(detail.context[attribute: "order_id"] == "77")
      #expect(detail.deeds.map(\.next) == [.done])
      let words = AnswerWords(.english, zone: .gmt, calendar: .iso)
      let page = AnswerDetailPage(
        .init(
          detail: detail,
          request: AnswerListRequest(),
          newer: nil,
          older: nil,
          mayHandle: true,
          mayErase: true,
          csrf: "c",
          notice: nil
        ),
        words
      )
      #expect(page.given.contains { $0.question == "What is worst?" && $0.value == "Late" })
      #expect(page.given.contains { $0.value == "Staff · Other: smell" })
      #expect(page.given.contains { $0.question == "Content?" && $0.isMissing })
      #expect(page.history.map(\.text) == ["lan: Done", "Came in"])
      #expect(try await store.detail("nobody") == nil)
    }
  }
}
