import Access
import ArgumentParser
import Foundation
import Kernel
import Storage

/// `touchstone backup FILE`: the whole store in one file, while the server goes on.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write everything in the store to one file, while the server runs.",
    discussion: """
      touchstone backup monday.touchstone --data ./data

      The file holds one moment of the store with a checksum: answers that come while it is made \
      are in it whole or not at all. A file that is there is never overwritten. Keep it as safe as \
      the store: it holds people's answers. PostgreSQL is read by pg_dump, which must be installed.
      """
  )

  @Argument(help: "The file to write.", completion: .file())
  var file: String

  @OptionGroup var store: StoreOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let bytes = try await StoreBackup.write(
      try store.location,
      to: URL(filePath: file),
      at: .now()
    )
    let told: JSON = ["file": .string(file), "bytes": .integer(bytes)]
    print(json ? told.serialized() : "\(file): \(bytes) bytes")
  }
}

/// `touchstone restore FILE`: a backup becomes the store, as long as nobody uses it.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a backup the store again; the server must be stopped.",
    discussion: """
      touchstone restore monday.touchstone --data ./data

      Nothing is touched before the whole file is known to be sound. Where there is a store \
      already, --replace is needed, and that store is kept aside: an embedded one as a file beside \
      it, PostgreSQL's tables in a schema of their own.

      What was erased after the backup was made is erased again: the list of it comes from the \
      store that is there, and from --erasures where that store is lost.
      """
  )

  @Argument(help: "A file that touchstone backup wrote.", completion: .file())
  var file: String

  @OptionGroup var store: StoreOptions

  @Flag(help: "Take the place of the store that is there, and keep that aside.")
  var replace = false

  @Option(
    help: "A list that touchstone erasures export wrote, of what must not come back.",
    completion: .file()
  )
  var erasures: String?

  @Flag(help: "Go on though the store that is there cannot say what was erased since.")
  var withoutErasures = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let location = try store.location
    let waiting = RestoredErasures(folder: store.data)
    let names = try await waiting.gather(from: location, and: erasures, bravely: withoutErasures)
    let restored = try StoreBackup.restore(
      URL(filePath: file),
      to: location,
      replacing: replace,
      knowing: Composition.current.migrations
    )
    // What the columns remember belongs to the store that was there.
    let snapshot = URL(filePath: store.data).appending(path: "columns.snapshot")
    try? FileManager.default.removeItem(at: snapshot)
    let erased = try await waiting.isThere ? store.withStorage(waiting.apply) : 0
    print(json ? told(of: restored, erased).serialized() : text(of: restored, erased))
    if names == nil {
      CommandText.say(
        "What was erased after \(restored.madeAt) is not known here. Where somebody's answers "
          + "were, run touchstone erasures apply with the list of it before the server starts."
      )
    }
  }

  private func told(of restored: StoreBackup.Restored, _ erased: Int) -> JSON {
    var told: JSONObject = [
      "restored": .string(file), "made_at": .string(restored.madeAt.description),
      "erased_again": .integer(Int64(erased)),
    ]
    if let aside = restored.aside { told["aside"] = .string(aside) }
    return .object(told)
  }

  private func text(of restored: StoreBackup.Restored, _ erased: Int) -> String {
    var sentences = ["The store is as it was at \(restored.madeAt)."]
    if erased > 0 { sentences.append("\(erased) answers erased since were erased again.") }
    if let aside = restored.aside { sentences.append("What was there is kept as \(aside).") }
    return sentences.joined(separator: " ")
  }
}
