import Foundation
import Logging
import Storage
import StorageTesting
import Testing

/// Watches the system calls of this very process: a SIGKILL cannot tell a write that reached the
/// disk from one that only the system remembers.
struct SynchronisationTests {
  @Test func `each commit of SQLite waits for the disk at least once`() async throws {
    try await StoreUnderTest.sqlite.withLocation { location in
      guard case .sqlite(let path) = location else { return }
      let storage = try await Storage.open(location, migrations: Things.schema, logger: .silent)
      guard let trace = try SystemCalls(to: path + ".trace") else {
        print("skipped: strace is missing or may not watch this process")
        await storage.close()
        return
      }
      let commits = 20
      for number in 1...commits {
        try await storage.write { db in
          try db.insert(into: "thing", columns: Things.columns, rows: [Things.row(number)])
        }
      }
      let lines = try trace.stop()
      await storage.close()
      // The other suites' stores are in the same trace: the file's name tells them apart.
      let synchronised = lines.filter { $0.contains("fdatasync(") && $0.contains("\(path)-wal>") }
      #expect(synchronised.count >= commits)
    }
  }
}

/// `strace` on the synchronising calls of all threads of this process.
private final class SystemCalls {
  private let process = Process()
  private let path: String

  /// Nil where there is no strace or it may not attach.
  init?(to path: String) throws {
    self.path = path
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "strace", "-f", "-y", "-e", "trace=fdatasync,fsync", "-o", path, "-p",
      "\(ProcessInfo.processInfo.processIdentifier)",
    ]
    let messages = Pipe()
    process.standardError = messages
    try Self.withoutBlockedSignals { try process.run() }
    var said = ""
    while !said.contains("attached") {
      let data = messages.fileHandleForReading.availableData
      if data.isEmpty {
        process.waitUntilExit()
        return nil
      }
      said += String(data: data, encoding: .utf8) ?? ""
    }
  }

  /// The threads of tasks block signals and a child inherits that, even against the one to stop.
  private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var (none, before) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  func stop() throws -> [String] {
    process.interrupt()
    process.waitUntilExit()
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
