package import ArgumentParser
import Foundation
import Kernel
import Storage

/// `touchstone token`: keys for programs that call the API.
package struct TokenCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Create, list and revoke API tokens.",
    subcommands: [TokenCreateCommand.self, TokenListCommand.self, TokenRevokeCommand.self]
  )

  package init() {}
}

struct TokenCreateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Create a token and print its secret, this once.",
    discussion: """
      touchstone token create --name till --scope answers:write,surveys:read

      Scopes: \(Scope.allCases.map(\.rawValue).joined(separator: ", ")).
      """
  )

  @OptionGroup var store: StoreOptions

  @Option(help: "What the token is for.")
  var name: String

  @Option(help: ArgumentHelp("What it may do, separated by commas.", valueName: "scopes"))
  var scope: [String]

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if PersonName(name) == nil {
      throw ValidationError("--name: one line of 1 to \(Limits.nameCharactersMax) characters")
    }
    if try scopes.isEmpty { throw ValidationError("--scope: name at least one scope") }
  }

  private var scopes: Set<Scope> {
    get throws {
      let words = scope.flatMap { $0.split(whereSeparator: { $0 == "," || $0 == " " }) }
      return try Set(
        words.map { word in
          guard let scope = Scope(rawValue: String(word)) else {
            let known = Scope.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--scope: there is no \(word); the scopes are \(known)")
          }
          return scope
        }
      )
    }
  }

  func run() async throws {
    let scopes = try scopes
    let name = PersonName(name)?.text ?? name
    let made = try await store.withStorage { storage in
      try await TokenStore(storage: storage)
        .create(named: name, scopes: scopes, by: .shell, at: .now())
    }
    guard !json else {
      let object: JSON = [
        "id": .integer(made.token.id.rawValue), "name": .string(name),
        "scopes": .string(made.token.listedScopes), "token": .string(made.secret),
      ]
      return print(object.serialized())
    }
    // Only the secret goes to standard output, so that a script can keep it without cutting.
    let advice = "Token \(made.token.id.rawValue) “\(name)”: it is shown this once, keep it safe.\n"
    FileHandle.standardError.write(Data(advice.utf8))
    print(made.secret)
  }
}

struct TokenListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List all tokens, revoked ones too; secrets are not kept.",
    discussion: "touchstone token list --json"
  )

  @OptionGroup var store: StoreOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let tokens = try await store.withStorage { try await TokenStore(storage: $0).all() }
    let listing = Listing(
      ["id", "name", "scopes", "created_at", "last_used_at", "revoked_at"],
      tokens.map { token in
        [
          .integer(token.id.rawValue), .string(token.name), .string(token.listedScopes),
          .string(token.createdAt.description), Self.shown(token.lastUsedAt),
          Self.shown(token.revokedAt),
        ]
      }
    )
    print(listing.text(asJSON: json))
  }

  private static func shown(_ instant: Instant?) -> JSON {
    instant.map { .string($0.description) } ?? .null
  }
}

struct TokenRevokeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "Make a token useless at once.",
    discussion: "touchstone token revoke 3"
  )

  @OptionGroup var store: StoreOptions

  @Argument(help: "The token's number, from the list.")
  var id: Int64

  func run() async throws {
    let token = try await store.withStorage { storage in
      try await TokenStore(storage: storage)
        .revoke(APIToken.ID(rawValue: id), by: .shell, at: .now())
    }
    print("Token \(id) “\(token.name)” is revoked.")
  }
}
