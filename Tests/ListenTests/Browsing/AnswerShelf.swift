import Access
import Foundation
import HTTPTypes
import Kernel
import StorageTesting
import Testing
import Web

@testable import Listen

/// A room with answers in it, and the ways people look for them.
struct AnswerShelf: Sendable {
  let room: SurveyRoom
  let lan = AuditEntry.Actor.commandLine(user: "lan")

  static func open(
    on database: StoreUnderTest,
    _ body: @escaping @Sendable (AnswerShelf) async throws -> Void
  ) async throws {
    try await SurveyRoom.open(on: database) { try await body(AnswerShelf(room: $0)) }
  }

  /// Sends an answer and gives its public id; each comes a minute after the one before.
  @discardableResult
  func add(_ body: String, to survey: String? = nil) async throws -> String {
    room.clock.advance(by: .seconds(60))
    let reply = try await room.send(
      "/api/v1/surveys/\(survey ?? room.token)/responses",
      .post,
      [:],
      body
    )
    #expect(reply.status == .created, "\(reply.text)")
    return try #require(try JSON.parse(reply.text)["id"]?.string)
  }

  var list: AnswerListStore { AnswerListStore(storage: room.storage) }

  func scope() async throws -> AnswerScope {
    let clock = BusinessClock(zone: .gmt) { [clock = room.clock] in clock.now }
    return try await AnswerScopeDirectory(storage: room.storage, clock: clock, calendar: { .iso })
      .current()
  }

  /// A page of the list as its address asks for it.
  func page(_ query: String, rows: Int = 50) async throws -> AnswerListStore.Page {
    let request = try request(query)
    return try await list.page(
      of: request.filter,
      in: try await scope(),
      from: request.start,
      rows: rows
    )
  }

  func found(_ query: String) async throws -> [String] {
    let page = try await page(query)
    #expect(page.count == page.answers.count)
    return page.answers.map(\.publicID)
  }

  func request(_ query: String) throws -> AnswerListRequest {
    AnswerListRequest(try #require(FormFields(urlEncoded: Array(query.utf8))))
  }

  var erasures: AnswerErasureStore {
    AnswerErasureStore(storage: room.storage, now: { room.clock.now })
  }

  func problems() async throws -> [String] {
    try await AnswerAuditStore(storage: room.storage).audit().problems
  }
}
