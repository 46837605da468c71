import HTTPTypes
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Access

struct SessionTests {
  static let lan = "lan@toranj.example"

  @Test(arguments: [
    (nil, "session", false), ("http://feedback.toranj.example", "session", false),
    ("https://feedback.toranj.example", "__Host-session", true),
  ])
  func `the cookie is out of reach of scripts, other sites and plain http`(
    publicURL: String?,
    name: String,
    isSecure: Bool
  ) async throws {
    try await Doorstep.open(on: .sqlite, publicURL: publicURL) { door in
      try await door.add(Self.lan, as: .viewer)
      let brief = try await Visitor(door.client).signIn(Self.lan, Doorstep.password)
      let cookie = try #require(brief.headers[.setCookie])
      let flags = cookie.split(separator: "; ").map(String.init)
      #expect(flags[0].hasPrefix(name + "="))
      #expect(flags[0].utf8.count == name.utf8.count + 1 + 43)
      #expect(flags.contains("HttpOnly"))
      #expect(flags.contains("SameSite=Lax"))
      #expect(flags.contains("Path=/"))
      #expect(flags.contains("Secure") == isSecure)
      #expect(!cookie.contains("Domain") && !cookie.contains("Max-Age"))
      let long = try await Visitor(door.client).signIn(Self.lan, Doorstep.password, stay: true)
      #expect(long.headers[.setCookie]?.contains("Max-Age=7776000") == true)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `ends when nobody uses it and in any case after its time`(on database: StoreUnderTest)
    async throws
  {
    try await Doorstep.open(on: database) { door in
      try await door.add(Self.lan, as: .viewer)
      let idle = try await door.signedIn(Self.lan)
      door.clock.advance(by: SessionLife.brief.idle)
      #expect(try await idle.get("/").status == .seeOther)

      let busy = try await door.signedIn(Self.lan)
      let step = SessionLife.brief.idle - .seconds(1)
      for _ in 0..<6 {
        door.clock.advance(by: step)
        #expect(try await busy.get("/").status == .ok)
      }
      door.clock.advance(by: step)
      #expect(try await busy.get("/").status == .seeOther)
    }
  }

  @Test func `its last use is written down at most once a minute`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: .viewer)
      let browser = try await door.signedIn(Self.lan)
      let opened = door.clock.now
      door.clock.advance(by: .seconds(59))
      _ = try await browser.get("/")
      #expect(try await Self.lastSeen(door) == opened)
      door.clock.advance(by: .seconds(1))
      _ = try await browser.get("/")
      #expect(try await Self.lastSeen(door) == door.clock.now)
    }
  }

  @Test func `the secret is stored as a hash only`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: .viewer)
      let secret = try #require(try await door.signedIn(Self.lan).cookies["session"])
      let stored: [UInt8]? = try await door.storage.read { db in
        try db.value("SELECT token_hash FROM sign_in_session")
      }
      #expect(stored == Secret(text: secret).hash)
      #expect(stored != Array(secret.utf8))
    }
  }

  @Test func `signing in again takes the place of the browser's old session`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: .viewer)
      let browser = try await door.signedIn(Self.lan)
      let old = try #require(browser.cookies["session"])
      _ = try await browser.signIn(Self.lan, Doorstep.password)
      #expect(browser.cookies["session"] != old)
      let thief = Visitor(door.client)
      thief.setCookie("session", old)
      #expect(try await thief.get("/").status == .seeOther)
      #expect(try await browser.get("/").status == .ok)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `one can be ended from another browser`(on database: StoreUnderTest) async throws {
    try await Doorstep.open(on: database) { door in
      try await door.add(Self.lan, as: .viewer)
      let left = try await door.signedIn(Self.lan)
      let here = try await door.signedIn(Self.lan)
      let page = try await here.get("/account").text
      let ending = try #require(page.firstMatch(of: /action="(\/account\/sessions\/\d+\/ending)"/))
      let answer = try await here.post(
        String(ending.output.1),
        ["csrf": try await here.csrf()]
      )
      #expect(answer.location == "/account")
      #expect(try await left.get("/").status == .seeOther)
      #expect(try await here.get("/").status == .ok)
    }
  }

  @Test func `all others can be ended at once`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: .viewer)
      let others = [try await door.signedIn(Self.lan), try await door.signedIn(Self.lan)]
      let here = try await door.signedIn(Self.lan)
      _ = try await here.post(
        "/account/other-sessions/ending",
        ["csrf": try await here.csrf()]
      )
      for other in others { #expect(try await other.get("/").status == .seeOther) }
      #expect(try await here.get("/").status == .ok)
    }
  }

  @Test func `another person's session cannot be ended`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: .owner)
      try await door.add("nam@toranj.example", as: .viewer, named: "Nam")
      let lan = try await door.signedIn(Self.lan)
      let nam = try await door.signedIn("nam@toranj.example")
      let csrf = try await nam.csrf()
      for number in 1...3 {
        if number == 2 { continue }
        _ = try await nam.post("/account/sessions/\(number)/ending", ["csrf": csrf])
      }
      #expect(try await lan.get("/").text == "Hello Lan")
    }
  }

  @Test func `the page tells this browser from the others`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: .agent)
      let phone = Visitor(door.client)
      let agent = "Mozilla/5.0 (Linux; Android 15) Firefox/140.0"
      _ = try await phone.post(
        "/sign-in",
        ["email": Self.lan, "password": Doorstep.password],
        [.userAgent: agent]
      )
      door.clock.advance(by: .seconds(3 * 3600))
      let page = try await door.signedIn(Self.lan).get("/account").text
      #expect(page.contains("Firefox on Android"))
      #expect(page.contains("used 3 hours ago"))
      #expect(page.contains("Agent"))
      #expect(page.matches(of: /This browser/).count == 1)
    }
  }

  private static func lastSeen(_ door: Doorstep) async throws -> Instant? {
    try await door.storage.read { try $0.value("SELECT last_seen_at FROM sign_in_session") }
  }
}
