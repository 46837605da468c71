import Foundation
import FuzzTesting

/// `bench-fuzz compute|readers|comments CASES [--from N] [--seed N] [--vectors FOLDER]
/// [--show]` runs cases N and on, and prints one JSON line; with `--show` it prints the cases.
@main
struct BenchFuzz {
  static func main() async throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let shows = arguments.contains("--show")
    arguments.removeAll { $0 == "--show" }
    guard arguments.count >= 2, let cases = Int(arguments[1]), arguments.count % 2 == 0 else {
      throw Wrong(reason: "usage: bench-fuzz compute|readers|comments CASES [--from N] …")
    }
    var options: [String: String] = [:]
    for place in stride(from: 2, to: arguments.count, by: 2) {
      options[arguments[place]] = arguments[place + 1]
    }
    let seed = options["--seed"].flatMap(UInt64.init) ?? 1
    let lanes = ProcessInfo.processInfo.activeProcessorCount
    let first = options["--from"].flatMap(Int.init) ?? 0
    let vectors = options["--vectors"] ?? "Tests/MeasureTests/Vectors"
    let kind: any FuzzKind
    switch arguments[0] {
    case "compute":
      kind = ComputeFuzz(try ComputeSeeds(vectors: URL(filePath: vectors)), seed: seed)
    case "readers": kind = try ReaderFuzz(seed: seed)
    case "comments": kind = try CommentFuzz(seed: seed)
    default: throw Wrong(reason: "there are no cases “\(arguments[0])”")
    }
    if shows {
      for number in first..<first + cases { print(kind.shown(number)) }
      return
    }
    let note = try options["--note"].map { try FuzzNote(path: $0) }
    let campaign = FuzzCampaign(kind, first..<first + cases, lanes: lanes, note: note)
    print(try Line(await campaign.run()).text())
  }

  struct Wrong: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
  }

  private struct Line: Encodable {
    let cases: Int
    let seconds: Double
    let slowest: [Slow]
    let findings: [Finding]

    struct Finding: Encodable {
      let number: Int
      let complaint: String
    }

    struct Slow: Encodable {
      let number: Int
      let milliseconds: Double
    }

    init(_ report: FuzzCampaign.Report) {
      cases = report.cases
      seconds = report.seconds
      slowest = report.slowest.map { Slow(number: $0.number, milliseconds: $0.milliseconds) }
      findings = report.findings.map { Finding(number: $0.number, complaint: $0.complaint) }
    }

    func text() throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
