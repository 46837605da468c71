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
