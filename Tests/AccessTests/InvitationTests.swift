import HTTPTypes
import Kernel
import StorageTesting
import Testing

@testable import Access

struct InvitationTests {
  private static let nonce = Secret.random(byteCount: 16).text

  /// Sends the form that invites; gives the page with the link.
  private func invite(
    _ email: String,
    as role: String,
    from owner: Visitor,
    nonce: String = nonce
  ) async throws -> Answer {
    try await owner.post(
      "/settings/people/invitations",
      ["email": email, "role": role, "nonce": nonce, "csrf": try await owner.csrf()]
    )
  }

  private func link(in page: Answer) throws -> String {
    let found = try #require(page.text.firstMatch(of: /\/join\/[A-Za-z0-9_-]{22}/))
    return String(found.output)
  }

  private static let nam: KeyValuePairs = ["name": "Nam", "password": Doorstep.password]

  @Test(arguments: StoreUnderTest.all)
  func `a link lets one person in, once`(on database: StoreUnderTest) async throws {
    try await Doorstep.open(on: database) { door in
      try await door.add("lan@toranj.example", as: .owner)
      let owner = try await door.signedIn("lan@toranj.example")
      let page = try await invite("nam@toranj.example", as: "agent", from: owner)
      let link = try link(in: page)
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<4 {
          group.addTask { try await Visitor(door.client).post(link, Self.nam).status.code }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.sorted() == [303, 410, 410, 410])
      let nam = try await door.signedIn("nam@toranj.example")
      #expect(try await nam.get("/rooms/readAnswers").status == .ok)
      #expect(try await nam.get("/settings/people").status == .forbidden)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `the form sent twice shows the same link, a new one replaces it`(
    on database: StoreUnderTest
  ) async throws {
    try await Doorstep.open(on: database) { door in
      try await door.add("lan@toranj.example", as: .owner)
      let owner = try await door.signedIn("lan@toranj.example")
      let first = try link(in: try await invite("nam@toranj.example", as: "agent", from: owner))
      #expect(
        try link(in: try await invite("nam@toranj.example", as: "agent", from: owner)) == first
      )
      let other = Secret.random(byteCount: 16).text
      let page = try await invite("nam@toranj.example", as: "viewer", from: owner, nonce: other)
      #expect(try link(in: page) != first)
      #expect(try await Visitor(door.client).get(first).status == .gone)
    }
  }

  @Test func `a link grows old and can be withdrawn`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add("lan@toranj.example", as: .owner)
      let owner = try await door.signedIn("lan@toranj.example")
      let first = try link(in: try await invite("nam@toranj.example", as: "agent", from: owner))
      let action = try await owner.get("/settings/people").text
        .firstMatch(of: #//settings/people/invitations/\d+/withdrawal/#)
      let withdrawal = String(try #require(action).output)
      let csrf = try await owner.csrf()
      let gone = try await owner.post(withdrawal, ["csrf": csrf])
      #expect(gone.location == "/settings/people?notice=withdrawn")
      #expect(
        try await owner.post(withdrawal, ["csrf": csrf]).location
          == "/settings/people?notice=gone"
      )
      #expect(try await Visitor(door.client).get(first).status == .gone)
      let other = Secret.random(byteCount: 16).text
      let second = try link(
        in: try await invite("thu@toranj.example", as: "agent", from: owner, nonce: other)
      )
      door.clock.advance(by: Limits.invitationAge)
      #expect(try await Visitor(door.client).post(second, Self.nam).status == .gone)
    }
  }

  @Test func `who has an account is not invited, and managers invite nobody`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add("lan@toranj.example", as: .owner)
      try await door.add("nam@toranj.example", as: .manager)
      let owner = try await door.signedIn("lan@toranj.example")
      let refused = try await invite("Nam@toranj.example", as: "agent", from: owner)
      #expect(refused.status == .unprocessableContent)
      #expect(refused.text.contains("There is an account with this email already."))
      let manager = try await door.signedIn("nam@toranj.example")
      #expect(
        try await invite("x@toranj.example", as: "owner", from: manager).status == .forbidden
      )
    }
  }
}

struct RoleTests {
  @Test(arguments: StoreUnderTest.all)
  func `the last owner stays one`(on database: StoreUnderTest) async throws {
    try await Doorstep.open(on: database) { door in
      try await door.add("lan@toranj.example", as: .owner)
      try await door.add("nam@toranj.example", as: .owner)
      let accounts = AccountStore(storage: door.storage)
      let people = try await accounts.all()
      let lan = try await door.signedIn("lan@toranj.example")
      let csrf = try await lan.csrf()
      let nam = "/settings/people/\(people[1].id.rawValue)"
      let own = "/settings/people/\(people[0].id.rawValue)"
      let demoted = try await lan.post("\(nam)/role", ["role": "viewer", "csrf": csrf])
      #expect(demoted.location == "/settings/people?notice=saved")
      for path in ["\(own)/removal", "\(own)/role"] {
        let refused = try await lan.post(path, ["role": "viewer", "csrf": csrf])
        #expect(refused.location == "/settings/people?notice=last_owner")
      }
      #expect(try await accounts.all().map(\.role) == [.owner, .viewer])
      #expect(
        try await lan.post("\(nam)/removal", ["csrf": csrf]).location
          == "/settings/people?notice=removed"
      )
      #expect(
        try await lan.post("\(nam)/removal", ["csrf": csrf]).location
          == "/settings/people?notice=gone"
      )
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a token's form sent twice makes one token`(on database: StoreUnderTest) async throws {
    try await Doorstep.open(on: database) { door in
      try await door.add("lan@toranj.example", as: .owner)
      let lan = try await door.signedIn("lan@toranj.example")
      let form: KeyValuePairs = [
        "name": "till", "scope": "surveys:read", "nonce": Secret.random(byteCount: 16).text,
        "csrf": try await lan.csrf(),
      ]
      let first = try await lan.post("/settings/tokens", form).text
      let again = try await lan.post("/settings/tokens", form).text
      let secret = /ts_[A-Za-z0-9_-]{43}/
      #expect(first.firstMatch(of: secret)?.output == again.firstMatch(of: secret)?.output)
      #expect(first.firstMatch(of: secret) != nil)
      #expect(try await TokenStore(storage: door.storage).all().count == 1)
    }
  }
}
