import Access
import ArgumentParser
import Foundation
import Kernel
import Storage

/// `touchstone backup`: the whole store in one file, while the server goes on.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write everything in the store to one file, while the server runs.",
    discussion: """
      touchstone backup monday.touchstone --data ./data

      The file holds one moment of the store with a checksum. A file that is there is never \
      overwritten. Keep it as safe as the store: it holds people's answers.
      """
  )

  @Argument(help: "The file to write.")
  var file: String

  @OptionGroup var store: StoreOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let target = URL(filePath: file)
    guard !FileManager.default.fileExists(atPath: target.path) else {
      throw BackupFile.Refusal.exists(file)
    }
    let location = try store.location
    if case .sqlite(let path) = location, !FileManager.default.fileExists(atPath: path) {
      throw StorageUnavailable(.failing, detail: "there is no store at \(path)")
    }
    let storage = try await Storage.attach(location)
    do {
      let bytes = try await write(storage, at: location, to: target)
      await storage.close()
      let object: JSON = ["file": .string(file), "bytes": .integer(bytes)]
      print(json ? object.serialized() : "\(file): \(bytes) bytes")
    } catch {
      await storage.close()
      throw error
    }
  }

  struct CannotWrite: Error, CustomStringConvertible {
    let file: String
    var description: String { "cannot write \(file); see that its folder is there and writable" }
  }

  private func write(
    _ storage: Storage,
    at location: StoreLocation,
    to target: URL
  ) async throws -> Int64 {
    let copy = target.appendingPathExtension("copy")
    // Only its owner may look into it, from its first byte on.
    let isMade = FileManager.default.createFile(
      atPath: copy.path,
      contents: nil,
      attributes: [.posixPermissions: 0o600]
    )
    guard isMade else { throw CannotWrite(file: file) }
    defer { try? FileManager.default.removeItem(at: copy) }
    let now = Instant.now()
    let schema = try await storage.read { try BackupLog.schema(in: $0) }
    let kind: BackupFile.Kind
    switch location {
    case .sqlite(let path):
      kind = .sqlite
      try StoreCopy.write(of: path, to: copy.path)
    case .postgres(let url):
      kind = .postgres
      let place = try await storage.read { db in
        try db.value("SELECT quote_ident(current_schema())", as: String.self) ?? "public"
      }
      try PostgresTool.dump.run(
        ["--format=custom", "--no-owner", "--table=\(place).*", "--file=\(copy.path)"],
        on: url
      )
    case .inMemory:
      throw StorageUnavailable(.failing, detail: "a store in memory is not backed up")
    }
    let bytes = try BackupFile.write(kind, of: copy, schema: schema, to: target, at: now)
    // A store of an older version has nowhere to note it.
    if schema.contains("2026-11 backup") {
      try await storage.write { try BackupLog.note(BackupLog.Entry(at: now, bytes: bytes), in: $0) }
    }
    return bytes
  }
}
