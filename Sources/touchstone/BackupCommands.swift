import Access
import ArgumentParser
import Foundation
import Kernel
import Storage

/// `touchstone backup FILE`: the whole store in one file.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the whole store into one new file, while the server runs.",
    discussion: """
      touchstone backup --data ./data backup-2026-11-23.db

      The copy holds one moment of the store: answers that come while it is made are in it whole \
      or not at all. A file that exists is never overwritten. PostgreSQL is copied by pg_dump in \
      its custom format, which must be installed.
      """
  )

  @OptionGroup var store: StoreOptions

  @Argument(help: "The file to make.", completion: .file())
  var file: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let bytes = try await store.withStorage { storage in
      try await BackupStore(storage: storage).write(to: URL(filePath: file), at: .now())
    }
    let told: JSON = ["file": .string(file), "bytes": .integer(Int64(bytes))]
    print(json ? told.serialized() : "\(file): \(bytes) bytes")
  }
}

/// `touchstone restore FILE`: a copy back where the store is to be.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a copy back where the store is to be; stop the server first.",
    discussion: """
      touchstone restore --data ./data backup-2026-11-23.db

      The file is checked first. A store that is there already is left alone, or with --replace \
      moved aside. Into PostgreSQL it goes by pg_restore, into a database without a store.
      """
  )

  @OptionGroup var store: StoreOptions

  @Argument(help: "The file that backup made.", completion: .file())
  var file: String

  @Flag(help: "Move a store that is there already aside.")
  var replace = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let location = try store.location
    let aside = try StoreBackup.restore(
      URL(filePath: file),
      to: location,
      replacing: replace,
      knowing: Composition.current.migrations
    )
    // The columns of the store that was here say nothing of this one.
    let snapshot = URL(filePath: store.data).appending(path: "columns.snapshot")
    try? FileManager.default.removeItem(at: snapshot)
    var told: JSONObject = ["restored": .string(file)]
    if let aside { told["aside"] = .string(aside) }
    let text = "\(file) is restored." + (aside.map { " What was there is now \($0)." } ?? "")
    print(json ? JSON.object(told).serialized() : text)
  }
}
