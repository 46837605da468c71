import CXMetrics
import Facts
import Foundation
import Kernel

/// `bench-figures FOLDER [FACTS [RUNS]] [--shuffled]` measures figures from the columns and
/// leaves the same facts in FOLDER for the peers; one JSON line per result.
@main struct BenchFigures {
  static func main() async throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let shuffled = arguments.contains("--shuffled")
    arguments.removeAll { $0.hasPrefix("--") }
    guard let folder = arguments.first else {
      print("usage: bench-figures FOLDER [FACTS [RUNS]] [--shuffled]")
      exit(2)
    }
    let count = arguments.count > 1 ? Int(arguments[1]) ?? 10_000_000 : 10_000_000
    let facts = FigureFacts(count: count, shuffled: shuffled)
    try facts.write(to: URL(filePath: folder))
    let columns = facts.columns()
    let inquiry = Inquiry(
      questions: [1],
      filters: [
        Inquiry.Filter(Dimension.channel, is: "1", "2"),
        Inquiry.Filter(Dimension.language, is: "2"),
      ],
      groupings: [.calendar(.month, .iso), .dimension(Dimension.touchpoint)]
    )
    let (tallies, milliseconds, processor) = try await measure(
      inquiry,
      over: columns,
      runs: arguments.count > 2 ? Int(arguments[2]) ?? 51 : 51
    )
    let result = Result(
      engine: "touchstone",
      facts: columns.count,
      milliseconds: milliseconds,
      processorMilliseconds: processor,
      bytesPerFact: Double(columns.footprint) / Double(columns.count),
      groups: tallies.groups.count,
      digest: digest(of: tallies)
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    print(String(decoding: try encoder.encode(result), as: UTF8.self))
  }

  private struct Result: Encodable {
    let engine: String
    let facts: Int

    /// Wall-clock time of every run, fastest first.
    let milliseconds: [Double]

    /// Time of all processors together, on average: steadier than the clock on a busy machine.
    let processorMilliseconds: Double
    let bytesPerFact: Double
    let groups: Int
    let digest: String
  }

  private static func measure(_ inquiry: Inquiry, over columns: FactColumns, runs: Int) async throws
    -> (Tallies, [Double], Double)
  {
    var tallies = try await columns.tallies(for: inquiry)
    var milliseconds: [Double] = []
    let before = clock()
    for _ in 0..<runs {
      let elapsed = try await ContinuousClock().measure {
        tallies = try await columns.tallies(for: inquiry)
      }
      milliseconds.append(elapsed / .milliseconds(1))
    }
    let processor = Double(clock() - before) * 1000 / Double(CLOCKS_PER_SEC) / Double(runs)
    return (tallies, milliseconds.sorted(), processor)
  }

  /// FNV-1a over month, touchpoint and every count, so that peers can prove they found the same.
  private static func digest(of tallies: Tallies) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ number: Int) {
      hash = (hash ^ UInt64(number)) &* 0x100_0000_01B3
    }
    let rows = tallies.groups.map { group -> (month: Int, touchpoint: Int, tally: Tally<11>) in
      guard case .starting(let day) = tallies.keys(of: group)[0],
        case .dimension(.value(let value)) = tallies.keys(of: group)[1], let touchpoint = Int(value)
      else { return (0, 0, group.tally) }
      return ((day.gregorian.year - 2024) * 12 + day.gregorian.month - 1, touchpoint, group.tally)
    }
    for row in rows.sorted(by: { ($0.month, $0.touchpoint) < ($1.month, $1.touchpoint) }) {
      mix(row.month)
      mix(row.touchpoint)
      for points in 0...10 { mix(row.tally[points...points]) }
    }
    return String(hash, radix: 16)
  }
}
