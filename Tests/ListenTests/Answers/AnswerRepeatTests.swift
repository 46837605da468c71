import HTTPTypes
import Kernel
import StorageTesting
import Testing

@testable import Listen

/// The same submission sent again, at once, late, or changed.
struct AnswerRepeatTests {
  private static let first = #"{"answers": {"recommend": 9}}"#
  private static let other = #"{"answers": {"recommend": 3}}"#

  private static func send(_ room: SurveyRoom, _ body: String, key: String?) async throws
    -> Reply
  {
    var headers: HTTPFields = [:]
    if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
    return try await room.send("/api/v1/surveys/\(room.token)/responses", .post, headers, body)
  }

  @Test(arguments: StoreUnderTest.all)
  func `the same key and body give the first answer's receipt and count once`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database) { room in
      let first = try await Self.send(room, Self.first, key: "till-7")
      let again = try await Self.send(room, Self.first, key: "till-7")
      #expect(first.status == .created)
      #expect(again.status == .created)
      #expect(again.text == first.text)
      #expect(try await room.countedScores() == 1)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `the same key with another body is refused and changes nothing`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database) { room in
      _ = try await Self.send(room, Self.first, key: "till-7")
      let reply = try await Self.send(room, Self.other, key: "till-7")
      #expect(reply.status == .unprocessableContent)
      #expect(try JSON.parse(reply.text)["code"] == "idempotency-key-reused")
      #expect(try await room.countedScores() == 1)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `many at once under one key end as one answer`(on database: StoreUnderTest) async throws {
    try await SurveyRoom.open(on: database) { room in
      let statuses = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { tasks in
        for _ in 0..<20 {
          tasks.addTask { try await Self.send(room, Self.first, key: "double tap").status }
        }
        return try await tasks.reduce(into: Set()) { $0.insert($1) }
      }
      #expect(statuses.contains(.created))
      #expect(statuses.subtracting([.created, .conflict]).isEmpty)
      #expect(try await room.countedScores() == 1)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a sender's own number is taken once`(on database: StoreUnderTest) async throws {
    try await SurveyRoom.open(on: database) { room in
      let body = #"{"answers": {"recommend": 9}, "external_id": "receipt 4711"}"#
      #expect(try await Self.send(room, body, key: nil).status == .created)
      let again = try await Self.send(room, body, key: nil)
      #expect(again.status == .conflict)
      #expect(try JSON.parse(again.text)["code"] == "external_id_known")
      #expect(try await room.countedScores() == 1)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a key is remembered for ninety days and no longer`(
    on database: StoreUnderTest
  ) async throws {
    try await SurveyRoom.open(on: database) { room in
      _ = try await Self.send(room, Self.first, key: "old")
      let submissions = SubmissionStore(storage: room.storage)
      room.clock.advance(by: Limits.idempotencyKeyAge)
      #expect(try await submissions.forgetOld(at: room.clock.now) == 0)
      room.clock.advance(by: .seconds(1))
      #expect(try await submissions.forgetOld(at: room.clock.now) == 1)
      #expect(try await Self.send(room, Self.other, key: "old").status == .created)
    }
  }
}
