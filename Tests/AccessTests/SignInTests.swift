import HTTPTypes
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Access

struct SignInTests {
  @Test(arguments: StoreUnderTest.all)
  func `from the set-up link to the way out`(on database: StoreUnderTest) async throws {
    try await Doorstep.open(on: database) { door in
      let browser = Visitor(door.client)
      let link = try #require(try await door.access.setUpLink())
      #expect(try await browser.get(link).text.contains("Create the owner"))

      let created = try await browser.post(
        link,
        ["name": "Lan", "email": " Lan@Toranj.example ", "password": Doorstep.password]
      )
      #expect(created.status == .seeOther)
      #expect(created.location == "/welcome")
      #expect(try await browser.get("/").text == "Hello Lan")

      let out = try await browser.post("/sign-out", ["csrf": try await browser.csrf()])
      #expect(out.location == "/sign-in")
      #expect(browser.cookies.isEmpty)
      #expect(try await browser.get("/").location == "/sign-in")

      let back = try await browser.signIn("LAN@toranj.EXAMPLE", Doorstep.password)
      #expect(back.location == "/")
      #expect(try await browser.get("/account").text.contains("lan@toranj.example"))
      let actions = try await AuditStore(storage: door.storage).newest(10).map(\.action)
      #expect(
        actions.reversed() == [
          "account.created", "session.opened", "session.ended", "session.opened",
        ]
      )
    }
  }

  @Test func `a wrong password and an unknown address get the same answer to the byte`()
    async throws
  {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add("lan@toranj.example", as: .viewer)
      for _ in 0..<7 {
        let known = try await Visitor(door.client).signIn("lan@toranj.example", "wrong wrong wrong")
        let unknown = try await Visitor(door.client).signIn(
          "nam@toranj.example",
          "wrong again, yes"
        )
        #expect(known.status == unknown.status)
        #expect(known.headers == unknown.headers)
        #expect(known.text.replacing("lan@", with: "nam@") == unknown.text)
      }
    }
  }

  @Test(arguments: [true, false])
  func `what a header says of the caller counts behind a proxy alone`(isBehindProxy: Bool)
    async throws
  {
    try await Doorstep.open(on: .sqlite, isBehindProxy: isBehindProxy) { door in
      try await door.add("lan@toranj.example", as: .viewer)
      let header = try #require(HTTPField.Name("X-Forwarded-For"))
      let signedIn = try await Visitor(door.client).post(
        "/sign-in",
        ["email": "lan@toranj.example", "password": Doorstep.password, "then": "/"],
        [header: "198.51.100.9, 203.0.113.7"]
      )
      #expect(signedIn.status == .seeOther)
      let address = try await door.storage.read { db in
        try db.value("SELECT coalesce(address, 'none') FROM sign_in_session", as: String.self)
      }
      // The proxy appends: whatever stands before its own word came from the caller.
      #expect((address == "203.0.113.7") == isBehindProxy)
      #expect(address != "198.51.100.9")
    }
  }

  @Test func `what was typed is kept, the password never`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let answer = try await Visitor(door.client).post(
        "/sign-in",
        ["email": "lan@toranj.example", "password": "hunter2hunter2", "stay": "yes", "then": "/s"]
      )
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains(#"value="lan@toranj.example""#))
      #expect(answer.text.contains(#"name="stay" value="yes" checked"#))
      #expect(answer.text.contains(#"name="then" value="/s""#))
      #expect(answer.text.contains("The email or the password is not right."))
      #expect(!answer.text.contains("hunter2"))
    }
  }

  @Test func `an empty field is told beside it and costs no attempt`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add("lan@toranj.example", as: .viewer)
      for _ in 0..<10 {
        let answer = try await Visitor(door.client).signIn("  ", "")
        #expect(answer.text.contains("Type your email."))
        #expect(answer.text.contains("Type your password."))
      }
      _ = try await door.signedIn("lan@toranj.example")
    }
  }

  @Test(arguments: ["en", "vi", "fa"])
  func `speaks the language picked and remembers it`(code: String) async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let browser = Visitor(door.client)
      _ = try await browser.get("/sign-in?lang=\(code)")
      #expect(browser.cookies["language"] == code)
      let page = try await browser.get("/sign-in", [.acceptLanguage: "de"])
      let language = try #require(Language(tag: code))
      #expect(page.text.contains(#"<html lang="\#(code)" dir="\#(language.direction)">"#))
      #expect(page.headers[.contentLanguage] == code)
    }
  }

  @Test func `speaks the browser's language when none was picked`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let page = try await Visitor(door.client)
        .get("/sign-in", [.acceptLanguage: "de, vi;q=0.8, en;q=0.5"])
      #expect(page.text.contains("Đăng nhập"))
    }
  }

  @Test(arguments: [
    ("/surveys?state=open&q=a%20b", "/surveys?state=open&q=a%20b"),
    ("https://elsewhere.example/", "/"), ("//elsewhere.example", "/"),
    ("/\\elsewhere.example", "/"), ("/\t/elsewhere.example", "/"), ("", "/"), ("surveys", "/"),
  ])
  func `leads back to where one was going, never off the site`(then: String, leads: String)
    async throws
  {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add("lan@toranj.example", as: .viewer)
      let answer = try await Visitor(door.client).post(
        "/sign-in",
        ["then": then, "email": "lan@toranj.example", "password": Doorstep.password]
      )
      #expect(answer.location == leads)
    }
  }

  @Test func `a page asks visitors to sign in and carries on afterwards`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add("lan@toranj.example", as: .viewer)
      let browser = Visitor(door.client)
      let turned = try await browser.get("/rooms/readFigures?by=store&from=2026-01-01")
      #expect(turned.status == .seeOther)
      let way = "/sign-in?then=/rooms/readFigures%3Fby%3Dstore%26from%3D2026-01-01"
      #expect(turned.location == way)
      let page = try await browser.get(way)
      #expect(page.text.contains(#"value="/rooms/readFigures?by&#x3D;store"#) == false)
      #expect(page.text.contains(#"name="then" value="/rooms/readFigures?by=store&amp;from"#))
    }
  }
}

extension SignInTests {
  @Test func `a book sent as an address is refused like any other`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let book = String(repeating: "ế", count: 10_000) + "@example.com"
      let answer = try await Visitor(door.client).signIn(book, "whatever it was")
      #expect(answer.status == .unprocessableContent)
      #expect(answer.text.contains("The email or the password is not right."))
    }
  }

  @Test(arguments: ["email=a%00b&password=x", "email=%ff%fe&password=x", "email=%zz"])
  func `text that cannot be kept is refused with a page`(body: String) async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let answer = try await Visitor(door.client).post("/sign-in", body: body)
      #expect(answer.status == .badRequest)
      #expect(answer.text.contains("The form could not be read"))
    }
  }

  @Test func `too large a form is refused with a page`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let body = "email=" + String(repeating: "a", count: Limits.bodyBytesMax)
      let answer = try await Visitor(door.client).post("/sign-in", body: body)
      #expect(answer.status == .contentTooLarge)
      #expect(answer.text.contains("Too much at once"))
    }
  }

  @Test func `script text in a name stays text`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let name = #"<script>alert("1")</script>"#
      try await door.add("lan@toranj.example", as: .viewer, named: name)
      let page = try await door.signedIn("lan@toranj.example").get("/account").text
      #expect(!page.contains("<script>"))
      #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"))
      let kept = try await Visitor(door.client).signIn(#""><script>"#, "whatever it was").text
      #expect(!kept.contains("<script>"))
    }
  }

  @Test func `somebody else's page cannot sign a browser in`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add("lan@toranj.example", as: .viewer)
      let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
      let answer = try await Visitor(door.client).post(
        "/sign-in",
        ["email": "lan@toranj.example", "password": Doorstep.password],
        [site: "cross-site"]
      )
      #expect(answer.status == .forbidden)
      #expect(answer.headers[.setCookie] == nil)
    }
  }
}
