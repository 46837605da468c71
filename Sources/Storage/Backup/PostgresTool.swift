import Foundation

/// One of PostgreSQL's own programs, which know its content best.
struct PostgresTool: Sendable {
  let name: String

  static let dump = PostgresTool(name: "pg_dump")
  static let restore = PostgresTool(name: "pg_restore")

  /// Runs the program on a database and waits for it; what it complains of is thrown.
  func run(_ arguments: [String], on url: String) throws {
    guard let path else {
      throw BackupRefusal(
        "\(name) is not installed here; install PostgreSQL's client programs, at least of your "
          + "server's version, or use your server's own backups"
      )
    }
    let service = FileManager.default.temporaryDirectory.appending(path: "service-\(UUID())")
    defer { try? FileManager.default.removeItem(at: service) }
    let file = try BackupFile.emptyFile(service)
    try file.write(contentsOf: Data(try PostgresServiceFile.text(for: url).utf8))
    try file.close()
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "PGSERVICEFILE": service.path, "PGSERVICE": PostgresServiceFile.name,
    ]) { $1 }
    let complaints = Pipe()
    process.standardError = complaints
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let words = String(validating: said, as: UTF8.self) ?? ""
      throw BackupRefusal("\(name) failed: \(words.trimmingCharacters(in: .newlines))")
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
