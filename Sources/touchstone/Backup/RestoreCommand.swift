import Access
import ArgumentParser
import Foundation
import Kernel
import Storage

/// `touchstone restore`: a backup becomes the store, as long as nobody uses it.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a backup the store again; the server must be stopped.",
    discussion: """
      touchstone restore monday.touchstone --data ./data

      Nothing is touched before the whole file is known to be sound. Where there is a store \
      already, --replace is needed: a SQLite store is then kept aside, the tables of a PostgreSQL \
      database are replaced in one transaction.
      """
  )

  @Argument(help: "A file that touchstone backup wrote.")
  var file: String

  @OptionGroup var store: StoreOptions

  @Flag(help: "Take the place of the store that is there.")
  var replace = false

  func run() async throws {
    let source = URL(filePath: file)
    let location = try store.location
    let backup = try BackupFile(readingHeaderOf: source)
    let known = Set(Storage.schema(with: Composition.current.migrations))
    guard known.isSuperset(of: backup.schema) else { throw BackupFile.Refusal.newer(file) }
    switch (location, backup.kind) {
    case (.sqlite(let path), .sqlite): try restore(backup, from: source, toFile: path)
    case (.postgres(let url), .postgres):
      try await restore(backup, from: source, toDatabase: url)
    default:
      throw WrongKind(
        description: "\(file) is of a \(backup.kind.rawValue) store; \(location) is not"
      )
    }
    // What the columns remember belongs to the store that was there.
    try? FileManager.default.removeItem(
      at: URL(filePath: store.data).appending(path: "columns.snapshot")
    )
    print("The store is as it was at \(backup.madeAt).")
  }

  struct WrongKind: Error, CustomStringConvertible {
    let description: String
  }

  private func restore(_ backup: BackupFile, from source: URL, toFile path: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(),
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    let copy = URL(filePath: "\(path).restoring")
    try? FileManager.default.removeItem(at: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    try backup.extract(from: source, to: copy)
    guard try StoreCopy.problems(of: copy.path).isEmpty else {
      throw BackupFile.Refusal.damaged(file)
    }
    let aside = "\(path).before-restore-\(Instant.now().milliseconds)"
    if try StoreCopy.restore(copy.path, to: path, keeping: replace ? aside : nil) {
      FileHandle.standardError.write(Data("The store that was there is kept: \(aside)\n".utf8))
    }
  }

  private func restore(
    _ backup: BackupFile,
    from source: URL,
    toDatabase url: String
  ) async throws {
    try await check(url)
    let copy = FileManager.default.temporaryDirectory.appending(path: "restoring-\(UUID())")
    defer { try? FileManager.default.removeItem(at: copy) }
    try backup.extract(from: source, to: copy)
    let clean = replace ? ["--clean", "--if-exists"] : []
    try PostgresTool.restore.run(
      ["--single-transaction", "--no-owner", "--exit-on-error"] + clean
        + ["--dbname=service=\(PostgresServiceFile.name)", copy.path],
      on: url
    )
  }

  /// Refuses a database that a server uses, or that holds a store when none may be replaced.
  private func check(_ url: String) async throws {
    let storage = try await Storage.attach(.postgres(url: url))
    let found = try? await storage.write { db in
      let others: Int? = try db.value(
        """
        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
        AND application_name = 'touchstone' AND pid <> pg_backend_pid()
        """
      )
      return (others: others ?? 0, isEmpty: try BackupLog.schema(in: db).isEmpty)
    }
    await storage.close()
    guard let found else { throw StorageUnavailable(.lost, detail: "cannot look at the database") }
    guard found.others == 0 else {
      throw StorageUnavailable(
        .locked,
        detail: "a server or another command uses the database; stop it first"
      )
    }
    guard found.isEmpty || replace else { throw StoreCopy.TargetInUse() }
  }
}
