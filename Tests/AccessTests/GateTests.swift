import HTTPTypes
import Kernel
import StorageTesting
import Testing

@testable import Access

struct GateTests {
  static let lan = "lan@toranj.example"
  static let site: HTTPField.Name = {
    guard let name = HTTPField.Name("Sec-Fetch-Site") else { preconditionFailure() }
    return name
  }()

  /// Who may do what, spelt out: the code says it in sets.
  static let table: [(permission: Permission, roles: Set<Role>)] = [
    (.readFigures, [.owner, .manager, .agent, .viewer]),
    (.readSurveys, [.owner, .manager, .agent, .viewer]),
    (.readAnswers, [.owner, .manager, .agent]),
    (.writeAnswers, [.owner, .manager, .agent]),
    (.eraseAnswers, [.owner, .manager]),
    (.manageSurveys, [.owner, .manager]),
    (.importData, [.owner, .manager]),
    (.exportData, [.owner, .manager]),
    (.manageBusiness, [.owner, .manager]),
    (.manageAccess, [.owner]),
    (.readAuditTrail, [.owner]),
  ]

  @Test func `the table names every permission`() {
    #expect(Set(Self.table.map(\.permission)) == Set(Permission.allCases))
  }

  @Test(arguments: Role.allCases)
  func `a role opens its own rooms and no others`(role: Role) async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: role)
      let browser = try await door.signedIn(Self.lan)
      for (permission, roles) in Self.table {
        let page = try await browser.get("/rooms/\(permission.rawValue)")
        let call = try await browser.get("/api/rooms/\(permission.rawValue)")
        #expect(page.status == (roles.contains(role) ? .ok : .forbidden), "\(permission)")
        #expect(call.status == page.status, "\(permission)")
      }
    }
  }

  static let scopes: [(scope: Scope, permissions: Set<Permission>)] = [
    (.readFigures, [.readFigures]), (.readAnswers, [.readAnswers]),
    (.writeAnswers, [.writeAnswers]), (.readSurveys, [.readSurveys]),
    (.writeSurveys, [.readSurveys, .manageSurveys]), (.importData, [.importData]),
    (.exportData, [.exportData]), (.eraseAnswers, [.eraseAnswers]),
  ]

  @Test(arguments: Scope.allCases)
  func `a token does what its scope says and nothing else`(scope: Scope) async throws {
    let allowed = try #require(Self.scopes.first { $0.scope == scope }).permissions
    try await Doorstep.open(on: .sqlite) { door in
      let token = try await door.token(scope)
      let program = Visitor(door.client)
      for permission in Permission.allCases {
        let path = "/api/rooms/\(permission.rawValue)"
        let expected: HTTPResponse.Status = allowed.contains(permission) ? .ok : .forbidden
        #expect(try await program.get(path, token).status == expected, "\(permission)")
        #expect(try await program.post(path, [:], token).status == expected, "\(permission)")
      }
    }
  }

  @Test func `refusals are pages for people and problems for programs`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: .viewer)
      let browser = try await door.signedIn(Self.lan)
      let page = try await browser.get("/rooms/manageAccess?lang=vi")
      #expect(page.headers[.contentType] == "text/html; charset=utf-8")
      #expect(page.text.contains("Bạn không được xem trang này"))
      let call = try await browser.get("/api/rooms/manageAccess")
      #expect(call.headers[.contentType] == "application/problem+json")
      #expect(call.text.contains(#""code":"forbidden""#))
      let unknown = try await Visitor(door.client).get("/api/rooms/readFigures")
      #expect(unknown.status == .unauthorized)
      #expect(unknown.headers[.wwwAuthenticate] == "Bearer")
      #expect(unknown.text.contains(#""code":"unauthenticated""#))
    }
  }

  @Test(arguments: ["Bearer nonsense", "Bearer", "Basic bGFuOmxhbg==", ""])
  func `a wrong credential is refused even from a browser that is signed in`(header: String)
    async throws
  {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: .owner)
      let browser = try await door.signedIn(Self.lan)
      let answer = try await browser.get("/api/rooms/readFigures", [.authorization: header])
      #expect(answer.status == .unauthorized)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a revoked token is useless at once`(on database: StoreUnderTest) async throws {
    try await Doorstep.open(on: database) { door in
      let token = try await door.token(.readFigures)
      let program = Visitor(door.client)
      #expect(try await program.get("/api/rooms/readFigures", token).status == .ok)
      let store = TokenStore(storage: door.storage)
      let id = try #require(try await store.all().first).id
      _ = try await store.revoke(id, by: .commandLine(user: "test"), at: door.clock.now)
      #expect(try await program.get("/api/rooms/readFigures", token).status == .unauthorized)
      await #expect(throws: TokenStore.NotThere.self) {
        try await store.revoke(id, by: .commandLine(user: "test"), at: door.clock.now)
      }
    }
  }

  @Test func `a token's last use is written down at most once a minute`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let token = try await door.token(.readFigures)
      let store = TokenStore(storage: door.storage)
      let first = door.clock.now
      for _ in 0..<3 {
        _ = try await Visitor(door.client).get("/api/rooms/readFigures", token)
        door.clock.advance(by: .seconds(20))
      }
      #expect(try await store.all().first?.lastUsedAt == first)
      _ = try await Visitor(door.client).get("/api/rooms/readFigures", token)
      #expect(try await store.all().first?.lastUsedAt == door.clock.now)
    }
  }

  @Test func `no token opens a person's own pages`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let token = try await door.token(.readFigures)
      #expect(try await Visitor(door.client).get("/account", token).status == .forbidden)
    }
  }

  @Test func `what is open to anyone looks nobody up`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: .owner)
      let browser = try await door.signedIn(Self.lan)
      #expect(try await browser.get("/open").text == "true")
      let foreign = try await browser.post("/open", [:], [Self.site: "cross-site"])
      #expect(foreign.text == "taken")
    }
  }

  @Test func `every route of access says who may call it`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let table = door.access.routes.map {
        "\($0.method) \($0.path) \($0.clearance)".replacing("Access.Permission.", with: "")
      }
      #expect(
        table == [
          "GET /welcome may(manageBusiness)", "POST /welcome may(manageBusiness)",
          "GET /settings may(manageBusiness)", "POST /settings may(manageBusiness)",
          "GET /settings/people may(manageAccess)",
          "POST /settings/people/invitations may(manageAccess)",
          "POST /settings/people/invitations/{invitation}/withdrawal may(manageAccess)",
          "POST /settings/people/{person}/role may(manageAccess)",
          "POST /settings/people/{person}/removal may(manageAccess)",
          "GET /join/{token} visitor", "POST /join/{token} visitor",
          "GET /settings/tokens may(manageAccess)", "POST /settings/tokens may(manageAccess)",
          "POST /settings/tokens/{token}/revocation may(manageAccess)",
          "GET /theme.css anyone", "GET /logo anyone", "GET /more signedIn",
          "GET /sign-in visitor", "POST /sign-in visitor", "POST /sign-out signedIn",
          "GET /setup/{token} visitor", "POST /setup/{token} visitor", "GET /account signedIn",
          "POST /account/password signedIn", "POST /account/sessions/{session}/ending signedIn",
          "POST /account/other-sessions/ending signedIn", "POST /views signedIn",
          "POST /views/{view}/home signedIn", "POST /views/{view}/removal signedIn",
        ]
      )
    }
  }
}

/// Forms from our own pages only.
extension GateTests {
  @Test func `a form without its token, or with another session's, changes nothing`()
    async throws
  {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: .owner)
      let browser = try await door.signedIn(Self.lan)
      let other = try await door.signedIn(Self.lan)
      let csrf = try await browser.csrf()
      #expect(try await browser.post("/form", ["said": "hello"]).status == .forbidden)
      let foreign = try await other.csrf()
      #expect(foreign != csrf)
      let mixed = try await browser.post("/form", ["csrf": foreign, "said": "hello"])
      #expect(mixed.status == .forbidden)
      #expect(mixed.text.contains("Nothing was changed"))
      let own = try await browser.post("/form", ["csrf": csrf, "said": "hello & goodbye"])
      #expect(own.text == "hello & goodbye")
    }
  }

  @Test func `a script of ours sends the token as a header`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: .owner)
      let browser = try await door.signedIn(Self.lan)
      let header = try #require(HTTPField.Name("X-CSRF-Token"))
      let path = "/api/rooms/manageSurveys"
      let csrf = try await browser.csrf()
      #expect(try await browser.post(path, [:], [header: csrf]).status == .ok)
      #expect(try await browser.post(path, [:], [header: csrf + "x"]).status == .forbidden)
      #expect(try await browser.post(path, [:]).status == .forbidden)
    }
  }

  @Test(arguments: [
    ("cross-site", false), ("same-site", false), ("same-origin", true), ("none", true),
  ])
  func `the browser says whose page sent a form`(value: String, isOurs: Bool) async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: .owner)
      let browser = try await door.signedIn(Self.lan)
      let fields: KeyValuePairs = ["csrf": try await browser.csrf(), "said": "hello"]
      let answer = try await browser.post("/form", fields, [Self.site: value])
      #expect(answer.status == (isOurs ? .ok : .forbidden))
    }
  }

  @Test(arguments: [
    ("https://feedback.toranj.example", true), ("http://localhost", true),
    ("https://FEEDBACK.toranj.example", true), ("http://feedback.toranj.example", false),
    ("https://feedback.toranj.example.evil.example", false), ("null", false), ("", false),
  ])
  func `an older browser's Origin has to be ours`(origin: String, isOurs: Bool) async throws {
    try await Doorstep.open(on: .sqlite, publicURL: "https://feedback.toranj.example/") { door in
      let link = try #require(try await door.access.setUpLink())
      let answer = try await Visitor(door.client).post(link, SetUpTests.owner, [.origin: origin])
      #expect(answer.status == (isOurs ? .seeOther : .forbidden))
    }
  }
}
