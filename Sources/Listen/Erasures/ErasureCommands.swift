import Access
package import ArgumentParser
import Foundation
import Kernel
import Storage

/// `touchstone erasures`: the stop-list as a file, and back.
package struct ErasureCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "erasures",
    abstract: "Keep the list of what was erased, and erase it again in a restored store.",
    subcommands: [ErasureExportCommand.self, ErasureApplyCommand.self]
  )

  package init() {}
}

struct ErasureExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the list of what was erased to a file, while the server runs.",
    discussion: """
      touchstone erasures export erasures.txt

      The list holds hashes only: nothing of anybody's answer can be read from it. Keep the newest \
      one apart from the store, for touchstone restore --erasures. A file that is there is replaced.
      """
  )

  @Argument(help: "The file to write.", completion: .file())
  var file: String

  @OptionGroup var store: StoreOptions

  func run() async throws {
    let list = try await Storage.attached(to: try store.location) {
      try await StopListStore(storage: $0).all() ?? StopList()
    }
    try Data(list.text.utf8).write(to: URL(filePath: file), options: .atomic)
    print("\(file): \(list.lines.count) names")
  }
}

struct ErasureApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Erase everything that a list names; doing it twice changes nothing.",
    discussion: "touchstone erasures apply erasures.txt"
  )

  @Argument(help: "A file that touchstone erasures export wrote.", completion: .file())
  var file: String

  @OptionGroup var store: StoreOptions

  func run() async throws {
    let list = try StopList(String(contentsOf: URL(filePath: file), encoding: .utf8))
    let erased = try await store.withStorage { storage in
      try await StopListStore(storage: storage)
        .apply(list, at: .now(), by: .commandLine(user: NSUserName()))
    }
    print("\(erased) answers erased")
  }
}
