import ArgumentParser
import Foundation
import Kernel
import Storage
import Testing

@testable import Access

struct CommandTests {
  @Test func `a token made at the command line opens the door and is gone when revoked`()
    async throws
  {
    try await inFolder { folder in
      try await run(
        TokenCommand.self,
        ["create", "--data", folder, "--name", "till", "--scope", "answers:write,figures:read"]
      )
      let options = try StoreOptions.parse(["--data", folder])
      let made = try await options.withStorage { try await TokenStore(storage: $0).all() }
      #expect(made.map(\.listedScopes) == ["answers:write,figures:read"])
      try await run(TokenCommand.self, ["revoke", "1", "--data", folder])
      let after = try await options.withStorage { try await TokenStore(storage: $0).all() }
      #expect(after.first?.revokedAt != nil)
      let trail = try await options.withStorage { try await AuditStore(storage: $0).newest(9) }
      #expect(trail.map(\.action) == ["token.revoked", "token.created"])
      #expect(trail.allSatisfy { $0.actor.kind == "command_line" })
    }
  }

  @Test(arguments: [
    (["create", "--name", "till", "--scope", "figures:write"], "there is no figures:write"),
    (["create", "--name", " ", "--scope", "figures:read"], "--name: one line"),
    (["create", "--name", "till", "--scope", ","], "--scope: name at least one scope"),
  ])
  func `wrong usage says what is right`(arguments: [String], advice: String) {
    let error = #expect(throws: (any Error).self) {
      try TokenCommand.parseAsRoot(arguments)
    }
    if let error { #expect(TokenCommand.message(for: error).contains(advice)) }
  }

  @Test func `nobody can be removed who is not there`() async throws {
    try await inFolder { folder in
      await #expect(throws: AccountStore.Refusal.self) {
        try await run(UserCommand.self, ["remove", "lan@toranj.example", "--data", folder])
      }
    }
  }

  @Test(
    arguments: [
      ([:], "SQLite file"),
      (["TOUCHSTONE_DATABASE_URL": "postgres://lan:secret@db/touchstone"], "PostgreSQL at db"),
      (["TOUCHSTONE_DATABASE_URL": ""], "SQLite file"),
    ] as [([String: String], String)]
  )
  func `the store is where options and environment say`(
    environment: [String: String],
    place: String
  ) throws {
    let location = try StoreOptions.parse([]).location(in: environment)
    #expect(location.description.hasPrefix(place))
  }

  @Test func `the database's URL can lie in a file`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "url-\(UUID())")
    try Data("postgres://db/touchstone\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let location = try StoreOptions.parse([])
      .location(in: ["TOUCHSTONE_DATABASE_URL_FILE": file.path])
    #expect(location == .postgres(url: "postgres://db/touchstone"))
  }

  @Test func `a table lines up and JSON keeps its kinds`() {
    let listing = Listing(
      ["id", "last_used_at"],
      [[.integer(12), .null], [.integer(3), .string("2026-11-23T08:00:00Z")]]
    )
    #expect(
      listing.text(asJSON: false) == """
        ID  LAST USED AT
        12  –
        3   2026-11-23T08:00:00Z
        """
    )
    #expect(
      listing.text(asJSON: true)
        == #"[{"id":12,"last_used_at":null},{"id":3,"last_used_at":"2026-11-23T08:00:00Z"}]"#
    )
  }

  private func run(_ root: any AsyncParsableCommand.Type, _ arguments: [String]) async throws {
    var command = try root.parseAsRoot(arguments)
    try await Composition.$current.withValue(Composition(migrations: Access.migrations)) {
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    }
  }

  private func inFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "data-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try await Composition.$current.withValue(Composition(migrations: Access.migrations)) {
      try await body(folder.path)
    }
  }
}
