import HTTPTypes
import Kernel
import StorageTesting
import Testing

@testable import Access

struct EmailAddressTests {
  @Test(arguments: [
    (" Lan@Toranj.Example ", "lan@toranj.example"), ("a@b", "a@b"),
    ("LÊ@tòa.example", "lê@tòa.example"),
  ])
  func `is trimmed and folded`(typed: String, kept: String) {
    #expect(EmailAddress(typed)?.text == kept)
  }

  @Test(arguments: [
    "", "lan", "@", "lan@", "@toranj", "a@b@c", "la n@toranj", "lan@toranj\n.example", "a\u{0}@b",
    String(repeating: "a", count: 253) + "@b", String(repeating: "a", count: 100_000) + "@b",
  ])
  func `is refused when mail could not reach it`(typed: String) {
    #expect(EmailAddress(typed) == nil)
  }
}

struct BrowserTests {
  @Test(
    arguments: [
      (
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 "
          + "Edg/140.0", "Edge", "Windows"
      ),
      ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1", "Safari", "iPhone"),
      ("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome", "Android"),
      ("curl/8.5", nil, nil), ("<script>", nil, nil), ("", nil, nil),
    ] as [(String, String?, String?)]
  )
  func `is recognised by its header`(header: String, name: String?, system: String?) {
    let browser = Browser(userAgent: header)
    #expect(browser.name == name)
    #expect(browser.system == system)
  }
}

struct AccountStoreTests {
  @Test(arguments: StoreUnderTest.all)
  func `one address has one account`(on database: StoreUnderTest) async throws {
    try await Doorstep.open(on: database) { door in
      try await door.add("lan@toranj.example", as: .owner)
      let email = try #require(EmailAddress("LAN@toranj.example"))
      await #expect(throws: AccountStore.Refusal.emailTaken(email)) {
        try await door.add("LAN@toranj.example", as: .viewer)
      }
      #expect(try await AccountStore(storage: door.storage).all().map(\.role) == [.owner])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `the last owner stays`(on database: StoreUnderTest) async throws {
    try await Doorstep.open(on: database) { door in
      let store = AccountStore(storage: door.storage)
      let lan = try #require(EmailAddress("lan@toranj.example"))
      try await door.add(lan.text, as: .owner)
      await #expect(throws: AccountStore.Refusal.lastOwner) {
        try await store.remove(lan, by: .commandLine(user: "test"), at: door.clock.now)
      }
      try await door.add("nam@toranj.example", as: .owner)
      let browser = try await door.signedIn(lan.text)
      try await store.remove(lan, by: .commandLine(user: "test"), at: door.clock.now)
      #expect(try await browser.get("/").status == .seeOther)
      #expect(try await Visitor(door.client).signIn(lan.text, Doorstep.password).status.code == 422)
    }
  }

  @Test func `a new password from the page ends the other sessions`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add("lan@toranj.example", as: .viewer)
      let other = try await door.signedIn("lan@toranj.example")
      let here = try await door.signedIn("lan@toranj.example")
      let csrf = try await here.csrf()
      let path = "/account/password"
      let wrong = try await here.post(
        path,
        ["csrf": csrf, "current": "wrong wrong", "password": "another walk home"]
      )
      #expect(wrong.text.contains("This is not your current password."))
      let weak = try await here.post(
        path,
        ["csrf": csrf, "current": Doorstep.password, "password": "short"]
      )
      #expect(weak.text.contains("Too short"))
      let changed = try await here.post(
        path,
        ["csrf": csrf, "current": Doorstep.password, "password": "another walk home"]
      )
      #expect(changed.text.contains("Your password is changed."))
      #expect(try await other.get("/").status == .seeOther)
      #expect(try await here.get("/").status == .ok)
      let old = try await Visitor(door.client).signIn("lan@toranj.example", Doorstep.password)
      #expect(old.status.code == 422)
      let new = try await Visitor(door.client).signIn("lan@toranj.example", "another walk home")
      #expect(new.status == .seeOther)
    }
  }
}
