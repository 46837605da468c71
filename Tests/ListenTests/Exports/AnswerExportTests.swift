import Kernel
import StorageTesting
import Tabular
import Testing

@testable import Listen

struct AnswerExportTests {
  @Test(arguments: StoreUnderTest.all)
  func `a file has a row for every answer on the screen, and loses no words`(
    on database: StoreUnderTest
  ) async throws {
    try await AnswerShelf.open(on: database) { shelf in
      try await shelf.add(
        #"""
        {"answers": {"recommend": 3, "why": "=1+1", "topics": ["staff", {"other": "smell"}],
          "back": true}, "attributes": {"order_id": "77"}}
        """#
      )
      try await shelf.add(#"{"answers": {"recommend": 9, "speed": -5}}"#)
      let filter = try shelf.request("score=bad").filter
      let scope = try await shelf.scope()
      let store = AnswerExportStore(storage: shelf.room.storage)
      let names = try await store.attributes(of: filter, in: scope)
      #expect(names == ["order_size", "order_id", "product"])
      let export = AnswerExport(filter, in: scope, attributes: names)
      let part = try await store.part(of: filter, in: scope, after: nil)
      #expect(part.count == (try await shelf.page("score=bad")).count)
      #expect(try await store.part(of: filter, in: scope, after: part.last?.position).isEmpty)
      let cells = Dictionary(
        zip(export.head, export.cells(of: try #require(part.first))),
        uniquingKeysWith: { first, _ in first }
      )
      #expect(cells["recommend"] == .number(3))
      #expect(cells["why"] == .text("=1+1"))
      #expect(cells["topics"] == .text("staff; smell"))
      #expect(cells["back"] == .text("yes"))
      #expect(cells["order_id"] == .text("77"))
      #expect(cells["attributes.product"] == .empty)
      #expect(Set(export.head).count == export.head.count)
      let all = try await store.part(of: AnswerFilter(), in: scope, after: nil)
      #expect(all.count == 2)
      #expect(export.cells(of: all[0]).contains(.number(-5)))
    }
  }
}
