import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import StorageTesting
import Synchronization
import Testing
import Web

@testable import Access

/// A clock that stands still until it is told otherwise.
final class StandingClock: Sendable {
  private let instant = Mutex(Instant("2026-11-23T08:00:00Z") ?? .now())

  var now: Instant { instant.withLock(\.self) }

  func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
}

/// A house with access on one database, a route for every permission, and people at the door.
struct Doorstep: Sendable {
  let storage: Storage
  let clock: StandingClock
  let access: Access
  let client: any TestClientProtocol

  static let password = "a long walk home"

  /// As cheap as scrypt gets: what it costs is another test's business.
  static let cost = ScryptCost(roundsLog2: 1, blockSize: 1, parallelism: 1)

  static func open(
    on database: StoreUnderTest,
    publicURL: String? = nil,
    isBehindProxy: Bool = false,
    _ body: @escaping @Sendable (Doorstep) async throws -> Void
  ) async throws {
    try await database.with(Access.migrations) { storage in
      let clock = StandingClock()
      let settings = AccessSettings(
        publicURL: publicURL,
        trustsForwardedFor: isBehindProxy,
        cost: cost,
        now: { clock.now }
      )
      let access = Access(
        storage: storage,
        business: BusinessDirectory(storage: storage, now: { clock.now }),
        settings: settings
      )
      let router = Router(context: Context.self)
      router.add(access.routes + Self.rooms, guardedBy: access.gate)
      try await Application(router: router).test(.router) { client in
        try await body(Doorstep(storage: storage, clock: clock, access: access, client: client))
      }
    }
  }

  /// One page and one call for each permission, a form, and a page for whoever is signed in.
  static let rooms: [Route] =
    Permission.allCases.flatMap { permission in
      [
        Route.get("/rooms/\(permission.rawValue)", .may(permission)) { _, context in
          Response(text: "\(permission.rawValue) for \(context.person?.name ?? "a token")")
        },
        Route.get("/api/rooms/\(permission.rawValue)", .may(permission)) { _, _ in
          Response(text: permission.rawValue)
        },
        Route.post("/api/rooms/\(permission.rawValue)", .may(permission)) { _, _ in
          Response(text: "changed")
        },
      ]
    } + [
      .get("/", .signedIn) { _, context in Response(text: "Hello \(context.person?.name ?? "")") },
      .get("/open", .anyone) { _, context in Response(text: "\(context.identity == nil)") },
      .post("/open", .anyone) { _, _ in Response(text: "taken") },
      .post("/form", .signedIn) { request, context in
        Response(text: try await request.form()["said"] ?? "nothing")
      },
    ]

  func add(_ email: String, as role: Role, named name: String = "Lan") async throws {
    let address = try #require(EmailAddress(email))
    let password = try #require(Password(typed: Self.password))
    _ = try await AccountStore(storage: storage).add(
      NewAccount(
        email: address,
        name: name,
        role: role,
        password: try PasswordHash(password, cost: Self.cost)
      ),
      by: .commandLine(user: "test"),
      at: clock.now
    )
  }

  /// A browser in which somebody has just signed in.
  func signedIn(_ email: String) async throws -> Visitor {
    let visitor = Visitor(client)
    let answer = try await visitor.signIn(email, Self.password)
    #expect(answer.status == .seeOther)
    return visitor
  }

  func token(_ scopes: Scope...) async throws -> HTTPFields {
    let made = try await TokenStore(storage: storage).create(
      named: "till",
      scopes: Set(scopes),
      by: .commandLine(user: "test"),
      at: clock.now
    )
    return [.authorization: "Bearer \(made.secret)"]
  }
}
