import ArgumentParser

/// The two halves of `./bench ingest` that are not the server itself.
@main
struct BenchIngest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-ingest",
    abstract: "Sends answers as fast as they are taken, or reads them without storing any.",
    subcommands: [LoadCommand.self, UnstoredCommand.self]
  )
}
