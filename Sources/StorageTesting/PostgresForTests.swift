import Foundation
import Storage

/// The server that `./test` starts, with a schema of its own for each case.
enum PostgresForTests {
  static var url: String? { ProcessInfo.processInfo.environment["TOUCHSTONE_TEST_POSTGRES"] }

  /// Makes a schema, gives its URL, and drops it whatever happened.
  static func withSchema<Output>(_ body: (String) async throws -> Output) async throws -> Output {
    guard let url else { throw ServerMissing() }
    let schema = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
    try await run("CREATE SCHEMA \(schema)", at: url)
    let separator = url.contains("?") ? "&" : "?"
    do {
      let output = try await body("\(url)\(separator)options=-csearch_path%3D\(schema)")
      try await run("DROP SCHEMA \(schema) CASCADE", at: url)
      return output
    } catch {
      try? await run("DROP SCHEMA \(schema) CASCADE", at: url)
      throw error
    }
  }

  private static func run(_ statement: String, at url: String) async throws {
    try await Storage.define(statement, at: .postgres(url: url))
  }

  struct ServerMissing: Error, CustomStringConvertible {
    var description: String { "skipped: TOUCHSTONE_TEST_POSTGRES not set" }
  }
}
