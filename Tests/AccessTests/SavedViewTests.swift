import Kernel
import Storage
import StorageTesting
import Testing

@testable import Access

struct SavedViewTests {
  static let email = "lan@toranj.example"

  private static func owner(_ step: Doorstep, _ email: String = email) async throws -> Account.ID {
    try await step.storage.read { db in
      Account.ID(rawValue: try db.value("SELECT id FROM account WHERE email = \(email)") ?? 0)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a name is there once, and one view at most is home`(
    on database: StoreUnderTest
  ) async throws {
    try await Doorstep.open(on: database) { step in
      try await step.add(Self.email, as: .owner)
      let lan = try await Self.owner(step)
      let views = SavedViewStore(storage: step.storage)
      let now = step.clock.now
      try await views.save("state=new", as: " To do ", of: lan, on: .answers, isHome: true, at: now)
      try await views.save("q=late", as: "Late", of: lan, on: .answers, isHome: true, at: now)
      try await views.save("q=slow", as: "Late", of: lan, on: .answers, isHome: true, at: now)
      try await views.save("by=unit", as: "Late", of: lan, on: .overview, isHome: true, at: now)
      let saved = try await views.all(of: lan, on: .answers)
      #expect(saved.map(\.name) == ["Late", "To do"])
      #expect(saved.map(\.query) == ["q=slow", "state=new"])
      #expect(saved.map(\.isHome) == [true, false])
      #expect(try await views.setHome(true, saved[1].id, of: lan) == .answers)
      #expect(try await views.all(of: lan, on: .answers).map(\.isHome) == [false, true])
      #expect(try await views.all(of: lan, on: .overview).map(\.isHome) == [true])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `another's views are neither seen nor touched, and go with their owner`(
    on database: StoreUnderTest
  ) async throws {
    try await Doorstep.open(on: database) { step in
      try await step.add(Self.email, as: .owner)
      try await step.add("bao@toranj.example", as: .viewer)
      let lan = try await Self.owner(step)
      let bao = try await Self.owner(step, "bao@toranj.example")
      let views = SavedViewStore(storage: step.storage)
      let view = try await views.save(
        "q=x",
        as: "X",
        of: bao,
        on: .answers,
        isHome: false,
        at: step.clock.now
      )
      #expect(try await views.all(of: lan, on: .answers).isEmpty)
      #expect(try await views.remove(view.id, of: lan) == nil)
      #expect(try await views.setHome(true, view.id, of: lan) == nil)
      let address = try #require(EmailAddress("bao@toranj.example"))
      try await AccountStore(storage: step.storage).remove(
        address,
        by: .commandLine(user: "t"),
        at: step.clock.now
      )
      #expect(try await views.all(of: bao, on: .answers).isEmpty)
    }
  }

  @Test func `the form saves, says what is wrong, and keeps what was typed`() async throws {
    try await Doorstep.open(on: .sqlite) { step in
      try await step.add(Self.email, as: .viewer)
      let visitor = try await step.signedIn(Self.email)
      let csrf = try await visitor.csrf()
      let saved = try await visitor.post(
        "/views",
        ["csrf": csrf, "page": "answers", "query": "q=trễ&state=new", "name": "Chờ"]
      )
      #expect(saved.location == "/answers?q=tr%E1%BB%85&state=new&view_saved=1")
      let refused = try await visitor.post(
        "/views",
        ["csrf": csrf, "page": "overview", "query": "by=unit", "name": "  "]
      )
      #expect(refused.location == "/?by=unit&view_refused=name_missing&view_name=++")
      let long = try await visitor.post(
        "/views",
        [
          "csrf": csrf, "page": "answers", "query": "",
          "name": String(repeating: "x", count: 10_000),
        ]
      )
      #expect(long.location?.contains("view_refused=name_unfit") == true)
      let removed = try await visitor.post("/views/1/removal", ["csrf": csrf])
      #expect(removed.location == "/answers?all=yes")
      let again = try await visitor.post("/views/1/removal", ["csrf": csrf])
      #expect(again.location == "/answers?all=yes")
    }
  }

  @Test func `there are so many and no more`() async throws {
    try await Doorstep.open(on: .sqlite) { step in
      try await step.add(Self.email, as: .viewer)
      let lan = try await Self.owner(step)
      let views = SavedViewStore(storage: step.storage)
      for number in 0..<Limits.savedViewsMax {
        try await views.save(
          "q=\(number)",
          as: "\(number)",
          of: lan,
          on: .answers,
          isHome: false,
          at: step.clock.now
        )
      }
      await #expect(throws: SavedView.Refusal.tooMany) {
        try await views.save("", as: "x", of: lan, on: .answers, isHome: false, at: step.clock.now)
      }
      try await views.save("q=y", as: "7", of: lan, on: .answers, isHome: true, at: step.clock.now)
    }
  }
}
