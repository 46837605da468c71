import Access
package import ArgumentParser
import Foundation
import Kernel
import Storage

/// `touchstone import`: bring the past in, list what was brought, take it back.
package struct ImportCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring answers of the past in from a file, and take an import back.",
    discussion: """
      touchstone import responses answers.csv --survey TOKEN --dry-run
      touchstone import list
      touchstone import undo 3
      """,
    subcommands: [ImportResponsesCommand.self, ImportListCommand.self, ImportUndoCommand.self]
  )

  package init() {}
}

/// What every import command has.
struct ImportOptions: ParsableArguments {
  @OptionGroup var store: StoreOptions

  @Option(
    help: ArgumentHelp(
      "The business's time zone, such as Asia/Ho_Chi_Minh; else the machine's.",
      valueName: "zone"
    )
  )
  var timeZone: String?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let timeZone, TimeZone(identifier: timeZone) == nil {
      throw ValidationError("--time-zone: there is no zone “\(timeZone)”; try Asia/Tehran")
    }
  }

  private var zone: TimeZone { timeZone.flatMap { TimeZone(identifier: $0) } ?? .current }

  func withImport<Output>(
    _ body: (ResponseImport) async throws -> Output
  ) async throws -> Output {
    try await store.withStorage { storage in
      try await body(
        ResponseImport(
          surveys: SurveyStore(storage: storage),
          imports: ImportStore(storage: storage),
          clock: BusinessClock(zone: zone)
        )
      )
    }
  }

  /// Turns wrong usage into exit status 2; the rest is told and ends with 1.
  func reporting(_ body: () async throws -> Void) async throws {
    do { try await body() } catch let usage as ImportUsage {
      CommandText.say("Error: \(usage)")
      throw ExitCode(2)
    }
  }
}

struct ImportListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List all imports, newest first.",
    discussion: "touchstone import list --json"
  )

  @OptionGroup var options: ImportOptions

  func run() async throws {
    let (runs, surveys) = try await options.withImport { past in
      (try await past.imports.all(), try await past.surveys.all())
    }
    CommandText.write(Listing(of: runs, surveys).text(asJSON: options.json) + "\n")
  }
}

struct ImportUndoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take an import back: its answers go, figures are what they were before.",
    discussion: "touchstone import undo 3"
  )

  @Argument(help: "The import's number, from the list.")
  var id: Int64

  @OptionGroup var options: ImportOptions

  func run() async throws {
    let line = ProgressLine(total: nil)
    defer { line.end() }
    let (before, after) = try await options.withImport { past in
      try await past.undo(ImportRun.ID(rawValue: id)) { removed in
        line.say("Taking back: \(removed) answers")
      }
    }
    line.end()
    CommandText.write(Self.text(before, after, asJSON: options.json) + "\n")
  }

  private static func text(_ before: ImportRun?, _ after: ImportRun, asJSON: Bool) -> String {
    let wasUndone = before?.state == .undone
    guard !asJSON else {
      let object: JSON = [
        "import": .integer(after.id.rawValue), "state": .string(after.state.rawValue),
        "removed": .integer(Int64(after.counts.removed)),
        "removed_handled": .integer(Int64(after.counts.removedHandled)),
        "changed": .bool(!wasUndone),
      ]
      return object.serialized()
    }
    if wasUndone { return "Import \(after.id.rawValue) was taken back before; nothing changed." }
    let handled = after.counts.removedHandled
    return "Import \(after.id.rawValue) is taken back: \(after.counts.removed) answers removed"
      + (handled > 0 ? ", \(handled) of which somebody had looked after." : ".")
  }
}

extension Listing {
  init(of runs: [ImportRun], _ surveys: [Survey]) {
    self.init(
      [
        "id", "survey", "file", "state", "rows", "taken", "duplicates", "refused", "started_at",
        "finished_at", "undone_at",
      ],
      runs.map { run in
        let survey = surveys.first { $0.id == run.survey }
        return [
          .integer(run.id.rawValue), .string(survey?.name ?? "?"), .string(run.fileName),
          .string(run.state.rawValue), .integer(Int64(run.counts.rows)),
          .integer(Int64(run.counts.taken)), .integer(Int64(run.counts.duplicates)),
          .integer(Int64(run.counts.refused)), .string(run.startedAt.description),
          run.finishedAt.map { .string($0.description) } ?? .null,
          run.undoneAt.map { .string($0.description) } ?? .null,
        ]
      }
    )
  }
}
