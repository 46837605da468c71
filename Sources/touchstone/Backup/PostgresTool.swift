import Foundation
import Storage

/// One of PostgreSQL's own programs, which know its content best.
struct PostgresTool: Sendable {
  let name: String

  static let dump = PostgresTool(name: "pg_dump")
  static let restore = PostgresTool(name: "pg_restore")

  struct Missing: Error, CustomStringConvertible {
    let name: String
    var description: String {
      "\(name) is not installed here; install PostgreSQL's client programs, at least of your "
        + "server's version, or use your server's own backups"
    }
  }

  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs the program on a database and waits for it; what it complains of is thrown.
  func run(_ arguments: [String], on url: String) throws {
    guard let path else { throw Missing(name: name) }
    let service = FileManager.default.temporaryDirectory.appending(path: "service-\(UUID())")
    defer { try? FileManager.default.removeItem(at: service) }
    let text = Data(try PostgresServiceFile.text(for: url).utf8)
    let isWritten = FileManager.default.createFile(
      atPath: service.path,
      contents: text,
      attributes: [.posixPermissions: 0o600]
    )
    guard isWritten else { throw CocoaError(.fileWriteUnknown) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "PGSERVICEFILE": service.path, "PGSERVICE": PostgresServiceFile.name,
    ]) { $1 }
    let complaints = Pipe()
    process.standardError = complaints
    try process.run()
    let said = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let words = String(data: said, encoding: .utf8) ?? ""
      throw Failed(description: "\(name) failed: \(words.trimmingCharacters(in: .newlines))")
    }
  }

  /// On the path, or where Debian keeps each version's; the newest wins there.
  private var path: String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let files = FileManager.default
    let debian = "/usr/lib/postgresql"
    let versions = ((try? files.contentsOfDirectory(atPath: debian)) ?? [])
      .sorted { $0.compare($1, options: .numeric) == .orderedDescending }
    return (versions.map { "\(debian)/\($0)/bin" } + folders.map(String.init))
      .map { "\($0)/\(name)" }.first { files.isExecutableFile(atPath: $0) }
  }
}
