import Foundation
import Logging

/// Copies of a PostgreSQL store by its own tools, in their custom format.
enum PostgresBackup {
  static func write(_ url: String, schema: String, to file: URL) throws {
    try run(
      "pg_dump",
      ["--format=custom", "--no-owner", "--schema=\(schema)", "--file=\(file.path)"],
      at: url
    )
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  }

  /// All of it or nothing, into a database without a store.
  static func restore(_ file: URL, to url: String, schema: String) throws {
    let handle = try FileHandle(forReadingFrom: file)
    let head = try handle.read(upToCount: 5) ?? Data()
    try handle.close()
    guard head == Data("PGDMP".utf8) else {
      throw BackupRefusal("\(file.path) is no copy of a PostgreSQL store")
    }
    try run(
      "pg_restore",
      ["--exit-on-error", "--single-transaction", "--no-owner", "--schema=\(schema)", file.path],
      at: url
    )
  }

  /// The schema that a store would be made in, and whether one is there.
  static func look(at url: String) throws -> (schema: String, isTaken: Bool) {
    let link = PostgresLink(url: url, for: .reading, logger: Logger(label: "storage"))
    defer { link.close() }
    return try link.with { connection in
      try connection.transaction(.beginReading) { db in
        let tables: Int? = try db.value(
          """
          SELECT count(*) FROM pg_tables
          WHERE schemaname = current_schema() AND tablename = 'schema_migration'
          """
        )
        return (try db.value("SELECT current_schema()") ?? "public", tables != 0)
      }
    }
  }

  /// The password goes by the environment: arguments show in the list of processes.
  private static func run(_ tool: String, _ arguments: [String], at url: String) throws {
    let (address, password) = split(url)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [tool, "--dbname=\(address)"] + arguments
    var environment = ProcessInfo.processInfo.environment
    if let password { environment["PGPASSWORD"] = password }
    process.environment = environment
    let complaints = Pipe()
    process.standardError = complaints
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = try complaints.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      throw BackupRefusal("\(tool) is not installed; on Debian it comes with postgresql-client")
    }
    guard process.terminationStatus == 0 else {
      let text = String(validating: said, as: UTF8.self) ?? ""
      throw BackupRefusal("\(tool) failed: \(text.split(separator: "\n").first ?? "")")
    }
  }

  /// A URL without the password in it, and that password.
  static func split(_ url: String) -> (address: String, password: String?) {
    guard let start = url.range(of: "://")?.upperBound else { return (url, nil) }
    let authority = url[start...].prefix { $0 != "/" && $0 != "?" }
    guard let at = authority.lastIndex(of: "@"),
      let colon = authority[..<at].firstIndex(of: ":")
    else { return (url, nil) }
    let password = authority[authority.index(after: colon)..<at]
    return (
      String(url[..<colon]) + String(url[at...]), String(password).removingPercentEncoding
    )
  }
}
