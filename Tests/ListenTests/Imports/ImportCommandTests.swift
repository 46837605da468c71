import Access
import ArgumentParser
import Facts
import Foundation
import Kernel
import Storage
import Testing

@testable import Listen

struct ImportCommandTests {
  @Test func `a file comes in, refused lines are written out, and come in once repaired`()
    async throws
  {
    try await inFolder { folder in
      let file = folder + "/past.csv"
      let errors = folder + "/refused.csv"
      try Data("score,why\n9,\"a, b\"\n12,late\n3\n".utf8).write(to: URL(filePath: file))
      let options = ["--create-survey", "Past", "--map", "score=recommend", "--data", folder]
      try await run(["responses", file, "--errors", errors] + options)
      #expect(
        try String(contentsOfFile: errors, encoding: .utf8) == """
          "score","why",refused_line,refused_reason
          12,late,3,"score: 12 is off the scale. Give a whole number from 0 to 10."
          "3",4,"1 field, where the header has 2"

          """
      )
      let repaired = try String(contentsOfFile: errors, encoding: .utf8).replacing(
        "12,",
        with: "1,"
      )
      try Data(repaired.utf8).write(to: URL(filePath: errors))
      let token = try await past(in: folder) { try await $0.surveys.all().map(\.token) }[0]
      try await run(["responses", errors, "--survey", token, "--data", folder])
      let counts = try await past(in: folder) { try await $0.imports.all().map(\.counts.taken) }
      #expect(counts == [1, 1])
    }
  }

  @Test func `an error file is never written over`() async throws {
    try await inFolder { folder in
      let file = folder + "/past.csv"
      try Data("score\n9\n".utf8).write(to: URL(filePath: file))
      await #expect(throws: ImportRefusal.self) {
        try await run(
          ["responses", file, "--errors", file, "--create-survey", "Past", "--data", folder]
        )
      }
    }
  }

  @Test func `undo at the command line takes an import back`() async throws {
    try await inFolder { folder in
      let file = folder + "/past.csv"
      try Data("score\n9\n".utf8).write(to: URL(filePath: file))
      try await run(["responses", file, "--create-survey", "Past", "--data", folder])
      try await run(["undo", "1", "--data", folder])
      try await run(["undo", "1", "--data", folder, "--json"])
      try await run(["list", "--data", folder])
      let states = try await past(in: folder) { try await $0.imports.all().map(\.state) }
      #expect(states == [.undone])
      await #expect(throws: ImportRefusal.self) { try await run(["undo", "9", "--data", folder]) }
    }
  }

  @Test(
    arguments: [
      (["--survey", "none"], 1), (["--create-survey", "P", "--map", "x=at"], 2),
      (["--create-survey", "P", "--map", "score=attributes.9"], 2),
      (["--create-survey", "P", "--date-format", "dd"], 2), (["--resume"], 1),
      (["--create-survey", "P", "--strict", "--map", "score=recommend"], 1),
      (["--create-survey", "P", "--map", "score=recommend"], 1),
    ] as [([String], Int32)]
  )
  func `what cannot be done ends with 1, what was asked wrongly with 2`(
    options: [String],
    status: Int32
  ) async throws {
    try await inFolder { folder in
      let file = folder + "/past.csv"
      try Data("score\n99\n".utf8).write(to: URL(filePath: file))
      let error = await #expect(throws: (any Error).self) {
        try await run(["responses", file, "--data", folder] + options)
      }
      #expect(error.map { ImportCommand.exitCode(for: $0).rawValue } == status)
    }
  }

  @Test(
    arguments: [
      (["responses", "f.csv"], "name a survey with --survey TOKEN"),
      (["responses", "f.csv", "--survey", "a", "--create-survey", "b"], "name a survey"),
      (["responses", "f.csv", "--resume", "--map", "a=at"], "goes on as the import began"),
      (["responses", "f.csv", "--survey", "a", "--scale", "1-5"], "0-10 or 1-10"),
      (["list", "--time-zone", "Mars/Olympus"], "there is no zone"),
    ]
  )
  func `wrong usage says what is right`(arguments: [String], advice: String) {
    let error = #expect(throws: (any Error).self) { try ImportCommand.parseAsRoot(arguments) }
    if let error { #expect(ImportCommand.message(for: error).contains(advice)) }
  }

  // MARK: -

  private static let migrations = Access.migrations + FactSchema.migrations + Listen.migrations

  private func run(_ arguments: [String]) async throws {
    try await Composition.$current.withValue(Composition(migrations: Self.migrations)) {
      var command = try ImportCommand.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    }
  }

  private func past<Output>(
    in folder: String,
    _ body: (ResponseImport) async throws -> Output
  ) async throws -> Output {
    try await Composition.$current.withValue(Composition(migrations: Self.migrations)) {
      try await ImportOptions.parse(["--data", folder]).withImport(body)
    }
  }

  private func inFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "data-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.path)
  }
}
