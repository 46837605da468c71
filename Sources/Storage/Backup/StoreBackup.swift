package import Foundation
package import Kernel
import Logging

/// Copies a whole store into one checked file while others use it, and makes such a file the store
/// again.
package enum StoreBackup {
  /// Writes one moment of the whole store; the file is there whole or not at all.
  ///
  /// The store is read as it stands, whichever version made it.
  ///
  /// - Returns: the file's length, in bytes.
  /// - Throws: `BackupRefusal`, `StorageUnavailable`.
  package static func write(
    _ location: StoreLocation,
    to file: URL,
    at now: Instant
  ) async throws -> Int64 {
    guard !FileManager.default.fileExists(atPath: file.path) else {
      throw BackupRefusal.exists(file.path)
    }
    return try await Storage.attached(to: location) { storage in
      let copy = file.appendingPathExtension("copy")
      defer { try? FileManager.default.removeItem(at: copy) }
      try BackupFile.emptyFile(copy).close()
      let steps = try await storage.read { try SchemaSteps.taken(in: $0) }
      guard !steps.isEmpty else { throw BackupRefusal("there is no store at \(location)") }
      let about: BackupFile.About
      switch location {
      case .sqlite(let path):
        about = BackupFile.About(kind: .sqlite, madeAt: now, steps: steps, place: nil)
        try SQLiteBackup.write(of: path, to: copy)
      case .postgres(let url):
        let schema = try await PostgresBackup.schema(of: storage)
        about = BackupFile.About(kind: .postgres, madeAt: now, steps: steps, place: schema)
        try PostgresBackup.write(schema, of: url, to: copy)
      case .inMemory: throw BackupRefusal("a store in memory has nothing to back up")
      }
      let bytes = try BackupFile.write(copy, about, to: file)
      // A store of an older version has nowhere to note it.
      if steps.contains(BackupLog.step) {
        try await storage.write { try BackupLog.note(.init(at: now, bytes: bytes), in: $0) }
      }
      return bytes
    }
  }

  /// What became of a store's place.
  package struct Restored: Hashable, Sendable {
    /// The moment that the store holds now.
    package let madeAt: Instant

    /// Where the store that was there is kept: a file, or a schema of PostgreSQL's.
    package let aside: String?
  }

  /// Makes a backup the store; nothing is touched before the whole file is known to be sound.
  ///
  /// - Parameter replacing: keeps a store that is there aside; without it, it is left alone.
  /// - Throws: `BackupRefusal` for a wrong file, a place in use, or one that is taken.
  package static func restore(
    _ file: URL,
    to location: StoreLocation,
    replacing: Bool,
    knowing migrations: [Migration]
  ) throws -> Restored {
    let backup = try BackupFile(readingHeaderOf: file)
    guard SchemaSteps.known(with: migrations).isSuperset(of: backup.about.steps) else {
      throw BackupRefusal.newer(file.path)
    }
    let aside: String?
    switch (location, backup.about.kind) {
    case (.sqlite(let path), .sqlite):
      aside = try SQLiteBackup.restore(backup, from: file, to: path, replacing: replacing)
    case (.postgres(let url), .postgres):
      aside = try PostgresBackup.restore(backup, from: file, to: url, replacing: replacing)
    default:
      throw BackupRefusal(
        "\(file.path) is of a \(backup.about.kind.rawValue) store; \(location) is not"
      )
    }
    return Restored(madeAt: backup.about.madeAt, aside: aside)
  }
}

extension Storage {
  /// Lends a store as it stands, whichever version made it: nothing of it is brought up to date.
  ///
  /// - Throws: `BackupRefusal` where there is no store's file.
  package static func attached<Output>(
    to location: StoreLocation,
    _ body: (Storage) async throws -> Output
  ) async throws -> Output {
    if case .sqlite(let path) = location, !FileManager.default.fileExists(atPath: path) {
      throw BackupRefusal("there is no store at \(path)")
    }
    let storage = try await attach(location)
    do {
      let output = try await body(storage)
      await storage.close()
      return output
    } catch {
      await storage.close()
      throw error
    }
  }
}
