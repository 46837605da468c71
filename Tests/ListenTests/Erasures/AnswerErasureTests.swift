import Access
import HTTPTypes
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Listen

struct AnswerErasureTests {
  private static let body = #"{"answers": {"recommend": 3, "why": "My name is Quang"}}"#

  @Test(arguments: StoreUnderTest.all)
  func `nothing of it is left, and its day's figures forget it`(
    on database: StoreUnderTest
  ) async throws {
    try await AnswerShelf.open(on: database) { shelf in
      let id = try await shelf.add(Self.body)
      let stays = try await shelf.add(#"{"answers": {"recommend": 9}}"#)
      shelf.room.clock.advance(by: .seconds(5 * 86_400))
      #expect(try await shelf.erasures.erase(id, by: shelf.lan) == .erased)
      #expect(try await shelf.erasures.erase(id, by: shelf.lan) == .erasedBefore)
      #expect(try await shelf.erasures.erase("nobody", by: shelf.lan) == .unknown)
      #expect(try await shelf.erasures.erasedAt(id) == shelf.room.clock.now)
      #expect(try await shelf.erasures.erasedAt(stays) == nil)
      #expect(try await shelf.found("") == [stays])
      let facts = try await shelf.room.storage.read { db in
        try db.rows("SELECT day, points, sign FROM fact WHERE response IS NULL ORDER BY id").map {
          [try $0["day", as: Int.self], try $0["points"], try $0["sign"]]
        }
      }
      #expect(facts.count == 2)
      #expect(facts[0][..<2] == facts[1][..<2])
      #expect(facts[0][2] == 1 && facts[1][2] == -1)
      #expect(try await shelf.problems().isEmpty)
      let trail = try await AuditStore(storage: shelf.room.storage).newest(10)
      #expect(trail.map(\.action) == ["answer.erased"])
      #expect(trail.allSatisfy { $0.details.isEmpty && !$0.subject.name.contains("Quang") })
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `it does not come back by a repeat nor by its number`(
    on database: StoreUnderTest
  ) async throws {
    try await AnswerShelf.open(on: database) { shelf in
      let path = "/api/v1/surveys/\(shelf.room.token)/responses"
      let body = Self.body.dropLast() + #", "external_id": "row-7"}"#
      let header = try #require(HTTPField.Name("Idempotency-Key"))
      let first = try await shelf.room.send(path, .post, [header: "k1"], String(body))
      let id = try #require(try JSON.parse(first.text)["id"]?.string)
      _ = try await shelf.erasures.erase(id, by: shelf.lan)
      let again = try await shelf.room.send(path, .post, [header: "k1"], String(body))
      #expect(again.status == .gone)
      let renamed = try await shelf.room.send(path, .post, [header: "k2"], String(body))
      #expect(renamed.status == .gone)
      #expect(try await shelf.found("").isEmpty)
      let fresh = try await shelf.room.send(path, .post, [header: "k3"], Self.body)
      #expect(fresh.status == .created)
    }
  }
}
