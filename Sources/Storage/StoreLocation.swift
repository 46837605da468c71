import Foundation

/// Where the store is: a file beside the server, memory for a test, or a PostgreSQL database.
package enum StoreLocation: Sendable, Hashable {
  case sqlite(path: String)
  case inMemory
  case postgres(url: String)

  package var dialect: Dialect {
    switch self {
    case .sqlite, .inMemory: .sqlite
    case .postgres: .postgres
    }
  }
}

/// Never shows a password: the description goes to logs.
extension StoreLocation: CustomStringConvertible {
  package var description: String {
    switch self {
    case .sqlite(let path): return "SQLite file \(path)"
    case .inMemory: return "SQLite in memory"
    case .postgres(let url):
      guard let start = url.range(of: "://")?.upperBound else { return "PostgreSQL" }
      let rest = url[start...]
      let host = rest.lastIndex(of: "@").map { rest[rest.index(after: $0)...] } ?? rest
      return "PostgreSQL at \(host.prefix { $0 != "?" })"
    }
  }
}

extension StoreLocation {
  /// The store that the environment names, otherwise a file in the data folder.
  ///
  /// `TOUCHSTONE_DATABASE_URL` holds a PostgreSQL URL, `TOUCHSTONE_DATABASE_URL_FILE` the name of a
  /// file with one: arguments would show its password to everybody who lists processes.
  ///
  /// - Throws: `Unclear` when the file cannot be read or the URL is not PostgreSQL's.
  package init(environment: [String: String], dataFolder: String) throws {
    if let url = environment["TOUCHSTONE_DATABASE_URL"] {
      try self.init(databaseURL: url)
    } else if let file = environment["TOUCHSTONE_DATABASE_URL_FILE"] {
      guard let url = try? String(contentsOfFile: file, encoding: .utf8) else {
        throw Unclear(description: "TOUCHSTONE_DATABASE_URL_FILE: cannot read \(file)")
      }
      try self.init(databaseURL: url.trimmingCharacters(in: .whitespacesAndNewlines))
    } else {
      self = .sqlite(path: URL(filePath: dataFolder).appending(path: "touchstone.db").path)
    }
  }

  package init(databaseURL url: String) throws {
    guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") else {
      throw Unclear(description: "a database URL begins with postgres://; this one does not")
    }
    self = .postgres(url: url)
  }

  package struct Unclear: Error, CustomStringConvertible {
    package let description: String
  }
}
