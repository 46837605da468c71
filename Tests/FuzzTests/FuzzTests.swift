import Foundation
import FuzzTesting
import Testing

/// A million cases are run by `./bench fuzz`; a few of the same here.
struct FuzzTests {
  private static let vectors = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "MeasureTests/Vectors")

  @Test(.timeLimit(.minutes(30)))
  func `odd inputs of every operation are answered or refused, twice the same`() async throws {
    let note = try NoteFile()
    await #expect(processExitsWith: .success) { [path = note.path as String] in
      let kind = ComputeFuzz(try ComputeSeeds(vectors: Self.vectors), seed: 1)
      await Self.run(kind, cases: 8000, note: path)
    }
    note.tell("compute")
  }

  @Test(.timeLimit(.minutes(30)))
  func `files of every kind are read alike in every way, or refused with a line`() async throws {
    let note = try NoteFile()
    await #expect(processExitsWith: .success) { [path = note.path as String] in
      await Self.run(try ReaderFuzz(seed: 1), cases: 2000, note: path)
    }
    note.tell("readers")
  }

  @Test(.timeLimit(.minutes(30)))
  func `odd comments are read, judged and masked, damaged models refused`() async throws {
    let note = try NoteFile()
    await #expect(processExitsWith: .success) { [path = note.path as String] in
      await Self.run(try CommentFuzz(seed: 1), cases: 1000, note: path)
    }
    note.tell("comments")
  }

  @Test func `a case is the same whenever it is met`() throws {
    let seeds = try ComputeSeeds(vectors: Self.vectors)
    let (one, other) = (ComputeFuzz(seeds, seed: 1), ComputeFuzz(seeds, seed: 2))
    #expect((0..<50).map(one.shown) == (0..<50).map(ComputeFuzz(seeds, seed: 1).shown))
    #expect((0..<50).map(one.shown) != (0..<50).map(other.shown))
    #expect(try ReaderFuzz(seed: 1).shown(7) == ReaderFuzz(seed: 1).shown(7))
  }

  /// In a process of its own, so that a crash is a failure and not the end of all tests.
  private static func run(_ kind: some FuzzKind, cases: Int, note: String) async {
    guard let kept = try? FuzzNote(path: note) else { return }
    let lanes = ProcessInfo.processInfo.activeProcessorCount
    let report = await FuzzCampaign(kind, 0..<cases, lanes: lanes, note: kept).run()
    #expect(report.cases == cases)
    for finding in report.findings {
      Issue.record("case \(finding.number): \(finding.complaint)")
    }
    if report.findings.isEmpty { try? FileManager.default.removeItem(atPath: note) }
  }

  /// The numbers of the cases that were running when a process ended, there while one is.
  private struct NoteFile {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

    init() throws { _ = try FuzzNote(path: path) }

    /// Names the cases that a crash can have come from.
    func tell(_ kind: String) {
      let running = FuzzNote.numbers(at: path)
      guard FileManager.default.fileExists(atPath: path) else { return }
      let again = running.map { "bench-fuzz \(kind) 1 --from \($0) --show" }
      Issue.record("seed 1 ended in one of these: \(again.joined(separator: ", "))")
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
