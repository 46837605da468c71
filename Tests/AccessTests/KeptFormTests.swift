import HTTPTypes
import StorageTesting
import Testing

@testable import Access

struct KeptFormTests {
  private static let sameOrigin: HTTPFields = {
    guard let site = HTTPField.Name("Sec-Fetch-Site") else { return [:] }
    return [site: "same-origin"]
  }()

  @Test func `a visitor's form from another site is not carried along`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let visitor = Visitor(door.client)
      let answer = try await visitor.post("/form", ["said": "secret words"])
      #expect(answer.status == .seeOther)
      #expect(!answer.text.contains("secret words"))
      let own = try await visitor.post("/form", ["said": "<b>words"], Self.sameOrigin)
      #expect(own.status == .unauthorized)
      #expect(own.text.contains("name=\"kept:said\" value=\"&lt;b&gt;words\""))
    }
  }

  @Test func `signing in gives the form back with this session's token`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add("lan@toranj.example", as: .owner)
      let visitor = Visitor(door.client)
      let answer = try await visitor.post(
        "/sign-in",
        [
          "email": "lan@toranj.example", "password": Doorstep.password, "kept_path": "/form",
          "kept_type": "plain", "kept:said": "words",
        ]
      )
      #expect(answer.status == .ok)
      #expect(answer.text.contains("action=\"/form\""))
      let csrf = try await visitor.csrf()
      #expect(answer.text.contains("value=\"\(csrf)\""))
      #expect(try await visitor.post("/form", ["said": "words", "csrf": csrf]).text == "words")
    }
  }

  @Test func `a form is never given back to another site's address`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add("lan@toranj.example", as: .owner)
      let answer = try await Visitor(door.client).post(
        "/sign-in",
        [
          "email": "lan@toranj.example", "password": Doorstep.password,
          "kept_path": "//elsewhere.example/take", "kept:said": "words",
        ]
      )
      #expect(answer.text.contains("action=\"/\""))
    }
  }

  @Test func `a form of an earlier session is given back to its own page only`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add("lan@toranj.example", as: .owner)
      let lan = try await door.signedIn("lan@toranj.example")
      let old: KeyValuePairs = ["said": "words", "csrf": "of another session"]
      #expect(try await lan.post("/form", old).status == .forbidden)
      let kept = try await lan.post("/form", old, Self.sameOrigin)
      #expect(kept.status == .conflict)
      #expect(kept.text.contains("value=\"words\""))
    }
  }
}
