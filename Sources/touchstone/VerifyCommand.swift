import Access
import ArgumentParser
import Facts
import Foundation
import Kernel
import Listen
import Storage

/// `touchstone verify`: does everything in the store agree with everything else?
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every invariant of the store; exit 1 where one does not hold.",
    discussion: """
      touchstone verify --data ./data

      Compares answers with their facts, facts with the columns that figures are read from, keys \
      with the answers they belong to, and lets SQLite check its own file. It changes nothing and \
      may run while the server does.
      """
  )

  @OptionGroup var store: StoreOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let found = try await store.withStorage { storage in
      try await Finding(storage: storage, snapshot: snapshot)
    }
    print(json ? found.json.serialized() : found.text)
    if !found.problems.isEmpty { throw ExitCode(1) }
  }

  private var snapshot: URL { URL(filePath: store.data).appending(path: "columns.snapshot") }
}

extension VerifyCommand {
  /// What was looked at, and what does not hold.
  struct Finding {
    let responses: Int
    let facts: Int
    let problems: [String]

    init(storage: Storage, snapshot: URL) async throws {
      let pages = try await storage.integrityProblems()
      let answers = try await AnswerAuditStore(storage: storage).audit()
      let columns: FactVerification?
      var damage: [String] = []
      do {
        columns = try await ScoreFacts.open(storage: storage, snapshot: snapshot).verify()
      } catch let error as LedgerDamaged {
        columns = nil
        damage = [error.what]
      }
      responses = answers.responses
      facts = columns?.facts ?? 0
      problems = pages + answers.problems + damage + (columns?.problems ?? [])
    }

    var text: String {
      let looked = "\(responses) responses and \(facts) facts looked at"
      return problems.isEmpty
        ? "\(looked): all is well"
        : (problems + ["\(looked): \(problems.count) problems"]).joined(separator: "\n")
    }

    var json: JSON {
      [
        "responses": .integer(Int64(responses)), "facts": .integer(Int64(facts)),
        "problems": .array(problems.map(JSON.string)),
      ]
    }
  }
}
