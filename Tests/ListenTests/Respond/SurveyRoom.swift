import Access
import Facts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Storage
import StorageTesting
import Synchronization
import Testing
import Web

@testable import Listen

/// A clock that stands still until it is told otherwise.
final class StandingClock: Sendable {
  private let instant = Mutex(Instant("2026-11-23T08:00:00Z") ?? .now())

  var now: Instant { instant.withLock(\.self) }

  func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
}

/// A house with one survey on one database, and somebody who answers it without scripts.
struct SurveyRoom: Sendable {
  let storage: Storage
  let clock: StandingClock
  let listen: Listen
  let token: String
  let client: any TestClientProtocol

  static func open(
    on database: StoreUnderTest,
    _ definition: String = SurveySamples.everyKind,
    business: String? = nil,
    _ body: @escaping @Sendable (SurveyRoom) async throws -> Void
  ) async throws {
    try await database.with(
      Access.migrations + Listen.migrations + FactSchema.migrations
    ) { storage in
      let clock = StandingClock()
      let directory = BusinessDirectory(
        storage: storage,
        fallback: Business(name: business ?? "")
      )
      let listen = Listen(
        storage: storage,
        clock: BusinessClock(zone: .gmt, now: { clock.now }),
        business: directory,
        frame: Frame(navigation: [], business: directory)
      )
      let survey = try await listen.surveys.create(
        SurveySamples.definition(definition),
        publishing: true,
        at: clock.now
      )
      let gate = Gate(ownOrigin: OwnOrigin(publicURL: nil)) { _, _ in nil }
      let router = Router(context: Context.self)
      router.add(listen.routes, guardedBy: gate)
      try await Application(router: router).test(.router) { client in
        try await body(
          SurveyRoom(
            storage: storage,
            clock: clock,
            listen: listen,
            token: survey.token,
            client: client
          )
        )
      }
    }
  }

  // MARK: - What a browser does

  /// - Parameter rest: what follows the survey's token.
  func get(_ rest: String = "", language: String? = nil) async throws -> Reply {
    var headers: HTTPFields = [:]
    headers[.acceptLanguage] = language
    return try await send("/s/\(token)\(rest)", .get, headers, "")
  }

  func post(_ fields: [(String, String)], to rest: String = "") async throws -> Reply {
    let body = fields.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
    let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    return try await send("/s/\(token)\(rest)", .post, headers, body)
  }

  func send(
    _ path: String,
    _ method: HTTPRequest.Method,
    _ headers: HTTPFields,
    _ body: String
  ) async throws -> Reply {
    let response = try await client.executeRequest(
      uri: path,
      method: method,
      headers: headers,
      body: ByteBuffer(string: body)
    )
    return Reply(
      status: response.status,
      headers: response.headers,
      text: String(buffer: response.body)
    )
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      byte < 128 && Character(Unicode.Scalar(byte)).isLetter
        ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  // MARK: - What is in the store

  /// All answers as those who may read them see them, in the order they came.
  func stored() async throws -> [JSON] {
    let page = try await listen.answers.page(of: token, after: 0, limit: 100)
    return try #require(page).answers
  }

  /// How many scores count.
  func countedScores() async throws -> Int {
    try await storage.read { db in
      try db.rows("SELECT sign FROM fact").reduce(0) { try $0 + $1["sign", as: Int.self] }
    }
  }

  func publish(_ definition: String) async throws {
    _ = try await listen.surveys.edit(
      token,
      to: SurveySamples.definition(definition),
      publishing: true,
      at: clock.now
    )
  }
}

/// What came back.
struct Reply {
  let status: HTTPResponse.Status
  let headers: HTTPFields
  let text: String

  var location: String? { headers[.location] }

  /// What the page's form sends without anybody answering.
  var hidden: [(String, String)] {
    text.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)"/).map {
      (String($0.output.1), String($0.output.2))
    }
  }

  func value(of name: String) -> String? { hidden.first { $0.0 == name }?.1 }

  var language: String? {
    text.firstMatch(of: /<html lang="([a-z]+)"/).map { String($0.output.1) }
  }

  func header(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { headers[$0] }
  }
}
