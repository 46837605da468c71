import Access
package import ArgumentParser
import Foundation
import Kernel
import Storage

/// `touchstone demo`: a made-up company to look at.
package struct DemoCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Fill an empty store with a made-up company, or take it away again.",
    discussion: """
      touchstone demo --data ./demo-data
      touchstone demo --data ./demo-data --remove
      """
  )

  @OptionGroup var store: StoreOptions

  @Flag(help: "Take the made-up company away again.")
  var remove = false

  package init() {}

  package func run() async throws {
    try await store.withStorage { storage in
      let demo = DemoStore(storage: storage, clock: BusinessClock(zone: .current))
      if remove {
        try await demo.remove()
        print("The made-up company is gone.")
      } else if try await demo.make() {
        print("Toranj stands: a made-up company with a year of answers.")
      } else {
        print("Toranj stands here already.")
      }
    }
  }
}
