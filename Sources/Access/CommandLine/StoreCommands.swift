package import ArgumentParser
import Foundation
package import Storage

/// Where the store is, the same for every command that opens it.
package struct StoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that holds the data.", valueName: "dir"))
  package var data = "data"

  @Option(
    name: .customLong("database-url"),
    help: ArgumentHelp(
      "A PostgreSQL database instead of a file in that folder.",
      discussion: """
        Arguments show in the list of processes: where the URL holds a password, set \
        TOUCHSTONE_DATABASE_URL, or TOUCHSTONE_DATABASE_URL_FILE to a file that holds it.
        """,
      valueName: "url"
    )
  )
  package var databaseURL: String?

  package init() {}

  /// Where the options and the environment say the store is.
  package var location: StoreLocation {
    get throws { try location(in: ProcessInfo.processInfo.environment) }
  }

  func location(in environment: [String: String]) throws -> StoreLocation {
    if let databaseURL { return try Self.postgres(databaseURL, from: "--database-url") }
    if let url = environment["TOUCHSTONE_DATABASE_URL"], !url.isEmpty {
      return try Self.postgres(url, from: "TOUCHSTONE_DATABASE_URL")
    }
    if let file = environment["TOUCHSTONE_DATABASE_URL_FILE"], !file.isEmpty {
      let url = try String(contentsOf: URL(filePath: file), encoding: .utf8)
      return try Self.postgres(
        url.trimmingCharacters(in: .whitespacesAndNewlines),
        from: "TOUCHSTONE_DATABASE_URL_FILE (\(file))"
      )
    }
    return .sqlite(path: URL(filePath: data).appending(path: "touchstone.db").path)
  }

  /// Opens the store with the executable's whole schema, making the folder where there is none.
  package func open() async throws -> Storage {
    let location = try location
    if case .sqlite = location {
      try FileManager.default.createDirectory(
        at: URL(filePath: data),
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    }
    return try await Storage.open(location, migrations: Composition.current.migrations)
  }

  /// Lends the store to a command and closes it afterwards.
  package func withStorage<Output>(
    _ body: (Storage) async throws -> Output
  ) async throws -> Output {
    let storage = try await open()
    do {
      let output = try await body(storage)
      await storage.close()
      return output
    } catch {
      await storage.close()
      throw error
    }
  }

  private static func postgres(_ url: String, from source: String) throws -> StoreLocation {
    guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") else {
      throw ValidationError("\(source): expected a URL that begins with postgres://")
    }
    return .postgres(url: url)
  }
}

/// What the executable is put together from, for commands that open its store.
///
/// The executable binds it once, around everything:
/// ```swift
/// await Composition.$current.withValue(Composition(migrations: all)) { await Touchstone.main() }
/// ```
package struct Composition: Sendable {
  /// The schema of all capabilities, lower ones first.
  package let migrations: [Migration]

  package init(migrations: [Migration]) { self.migrations = migrations }

  @TaskLocal package static var current = Composition(migrations: [])
}
