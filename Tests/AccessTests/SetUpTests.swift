import HTTPTypes
import Kernel
import StorageTesting
import Testing

@testable import Access

struct SetUpTests {
  static let owner: KeyValuePairs<String, String> = [
    "name": "Lan", "email": "lan@toranj.example", "password": Doorstep.password,
  ]

  @Test(arguments: StoreUnderTest.all)
  func `the link works once`(on database: StoreUnderTest) async throws {
    try await Doorstep.open(on: database) { door in
      let link = try #require(try await door.access.setUpLink())
      #expect(try await Visitor(door.client).post(link, Self.owner).status == .seeOther)
      let second: KeyValuePairs = [
        "name": "Nam", "email": "nam@toranj.example", "password": Doorstep.password,
      ]
      let again = try await Visitor(door.client).post(link, second)
      #expect(again.status == .gone)
      #expect(again.text.contains("This link no longer works"))
      #expect(try await Visitor(door.client).get(link).status == .gone)
      #expect(try await AccountStore(storage: door.storage).all().map(\.name) == ["Lan"])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `two who use it at the same moment make one owner`(on database: StoreUnderTest)
    async throws
  {
    try await Doorstep.open(on: database) { door in
      let link = try #require(try await door.access.setUpLink())
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<8 {
          group.addTask {
            let form: KeyValuePairs = [
              "name": "N", "email": "\(number)@toranj.example", "password": Doorstep.password,
            ]
            return try await Visitor(door.client).post(link, form).status.code
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.sorted() == [303] + Array(repeating: 410, count: 7))
      #expect(try await AccountStore(storage: door.storage).all().count == 1)
    }
  }

  @Test func `a new start replaces the old link`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let old = try #require(try await door.access.setUpLink())
      let new = try #require(try await door.access.setUpLink())
      #expect(try await Visitor(door.client).get(old).status == .gone)
      #expect(try await Visitor(door.client).get(new).status == .ok)
    }
  }

  @Test func `the link grows old`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let link = try #require(try await door.access.setUpLink())
      door.clock.advance(by: Limits.setUpLinkAge)
      #expect(try await Visitor(door.client).post(link, Self.owner).status == .gone)
    }
  }

  @Test func `there is no link once there is an owner, however the owner came`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let link = try #require(try await door.access.setUpLink())
      try await door.add("nam@toranj.example", as: .manager)
      #expect(try await Visitor(door.client).get(link).status == .ok)
      try await door.add("lan@toranj.example", as: .owner)
      #expect(try await Visitor(door.client).post(link, Self.owner).status == .gone)
      #expect(try await door.access.setUpLink() == nil)
    }
  }

  @Test func `the sign-in page sends to the link as long as nobody could sign in`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let note = "There is no owner yet."
      let before = try await Visitor(door.client).get("/sign-in").text
      #expect(before.contains(note))
      try await door.add("lan@toranj.example", as: .owner)
      let after = try await Visitor(door.client).get("/sign-in").text
      #expect(!after.contains(note))
    }
  }

  @Test func `a guessed link is refused`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      _ = try await door.access.setUpLink()
      let guess = "/setup/\(Secret.random(byteCount: 16).text)"
      #expect(try await Visitor(door.client).post(guess, Self.owner).status == .gone)
      #expect(try await Visitor(door.client).get("/setup/%00").status == .gone)
    }
  }

  @Test(arguments: [
    ("name", " ", "Type your name."),
    ("name", String(repeating: "n", count: 201), "A name is one line of at most 200 characters."),
    ("email", "", "Type your email."), ("email", "lan", "This is not an email address."),
    ("email", "lan@a@b", "This is not an email address."),
    ("password", "short one", "Too short: use at least 10 characters."),
    ("password", String(repeating: "x", count: 1_025), "Too long: at most 1,024 bytes."),
    ("password", "LAN@toranj.example", "This is your email."),
  ])
  func `what does not fit is told beside its field`(field: String, value: String, advice: String)
    async throws
  {
    try await Doorstep.open(on: .sqlite) { door in
      let link = try #require(try await door.access.setUpLink())
      var fields = [
        "name": "Lan", "email": "lan@toranj.example", "password": Doorstep.password,
      ]
      fields[field] = value
      let form: KeyValuePairs = [
        "name": fields["name"] ?? "", "email": fields["email"] ?? "",
        "password": fields["password"] ?? "",
      ]
      let answer = try await Visitor(door.client).post(link, form)
      #expect(answer.status == .unprocessableContent)
      let error = try #require(answer.text.firstMatch(of: /id="(\w+)-error">([^<]+)/))
      #expect(error.output.1 == field)
      #expect(error.output.2.hasPrefix(advice))
      #expect(try await Visitor(door.client).post(link, Self.owner).status == .seeOther)
    }
  }
}
