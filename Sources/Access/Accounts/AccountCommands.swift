package import ArgumentParser
import Foundation
import Kernel
import Storage

/// `touchstone user`: who may sign in.
package struct UserCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "user",
    abstract: "Add, list and remove people, and set their passwords.",
    subcommands: [
      UserAddCommand.self, UserListCommand.self, UserPasswordCommand.self, UserRemoveCommand.self,
    ]
  )

  package init() {}
}

struct UserAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a person; the password is asked for, or read from standard input.",
    discussion: "touchstone user add --email lan@example.com --name Lan --role manager"
  )

  @OptionGroup var store: StoreOptions

  @Option(help: "What they sign in with.")
  var email: EmailAddress

  @Option(help: "What they are called.")
  var name: String

  @Option(help: "What they may do.")
  var role: Role

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if PersonName(name) == nil {
      throw ValidationError("--name: one line of 1 to \(Limits.nameCharactersMax) characters")
    }
  }

  func run() async throws {
    let password = try PasswordPrompt.choose(for: email)
    let newcomer = NewAccount(
      email: email,
      name: PersonName(name)?.text ?? name,
      role: role,
      password: try await PasswordDesk().hash(password, cost: .standard)
    )
    let account = try await store.withStorage { storage in
      try await AccountStore(storage: storage).add(newcomer, by: .shell, at: .now())
    }
    print(Listing(of: [account]).text(asJSON: json))
  }
}

struct UserListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List everybody who may sign in.",
    discussion: "touchstone user list --json"
  )

  @OptionGroup var store: StoreOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let accounts = try await store.withStorage { try await AccountStore(storage: $0).all() }
    print(Listing(of: accounts).text(asJSON: json))
  }
}

struct UserPasswordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "password",
    abstract: "Give a person a new password and sign them out everywhere.",
    discussion: "touchstone user password lan@example.com"
  )

  @OptionGroup var store: StoreOptions

  @Argument(help: "What they sign in with.")
  var email: EmailAddress

  func run() async throws {
    let password = try PasswordPrompt.choose(for: email)
    let hash = try await PasswordDesk().hash(password, cost: .standard)
    try await store.withStorage { storage in
      try await AccountStore(storage: storage)
        .setPassword(of: email, to: hash, by: .shell, at: .now())
    }
    print("The password of \(email) is changed.")
  }
}

struct UserRemoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a person and sign them out everywhere.",
    discussion: "touchstone user remove lan@example.com"
  )

  @OptionGroup var store: StoreOptions

  @Argument(help: "What they sign in with.")
  var email: EmailAddress

  func run() async throws {
    try await store.withStorage { storage in
      try await AccountStore(storage: storage).remove(email, by: .shell, at: .now())
    }
    print("\(email) is removed.")
  }
}

extension Listing {
  init(of accounts: [Account]) {
    self.init(
      ["email", "name", "role", "created_at"],
      accounts.map {
        [
          .string($0.email.text), .string($0.name), .string($0.role.rawValue),
          .string($0.createdAt.description),
        ]
      }
    )
  }
}

extension EmailAddress: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Role: ExpressibleByArgument {}

extension AuditEntry.Actor {
  /// Whoever runs this command.
  static var shell: AuditEntry.Actor { .commandLine(user: NSUserName()) }
}
