import CXMetrics
import Foundation

/// Measures key drivers on a table of doubles, row by row, the outcome last:
/// `bench-drivers FILE DRIVERS lmg|relative_weights|intervals RUNS`.
@main
enum BenchDrivers {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let drivers = Int(arguments[2]), drivers > 0,
      let runs = Int(arguments[4]), runs > 0
    else { throw Usage() }
    let rows = try read(arguments[1], drivers: drivers)
    switch arguments[3] {
    case "lmg": try measure(rows, runs, [.shapley]) { $0.shapley }
    case "relative_weights": try measure(rows, runs, [.relativeWeights]) { $0.relativeWeight }
    case "intervals": try measureIntervals(rows, runs)
    default: throw Usage()
    }
  }

  struct Usage: Error {}

  private static func read(_ path: String, drivers: Int) throws -> DriverRows {
    let data = try Data(contentsOf: URL(filePath: path))
    let values = stride(from: 0, to: data.count - 7, by: 8).map { start in
      let bits = data[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return Double(bitPattern: bits)
    }
    var rows = DriverRows(drivers: (0..<drivers).map { "driver \($0)" })
    for start in stride(from: 0, to: values.count - drivers, by: drivers + 1) {
      let row = values[start..<start + drivers].map { Optional($0) }
      try rows.add(outcome: values[start + drivers], drivers: row)
    }
    return rows
  }

  private static func measure(
    _ rows: DriverRows,
    _ runs: Int,
    _ methods: Set<KeyDrivers.Method>,
    _ weight: (KeyDrivers.Driver) -> Double?
  ) throws {
    var milliseconds: [Double] = []
    var weights: [Double?] = []
    for _ in 0..<runs {
      let found = try timed(into: &milliseconds) { try KeyDrivers(rows.moments, methods: methods) }
      weights = found.drivers.map(weight)
    }
    try say(milliseconds, weights)
  }

  private static func measureIntervals(_ rows: DriverRows, _ runs: Int) throws {
    var milliseconds: [Double] = []
    var ends: [Double?] = []
    for _ in 0..<runs {
      let found = try timed(into: &milliseconds) { try KeyDriverIntervals(rows) }
      ends = found.drivers.map { $0.shapley?.high }
    }
    try say(milliseconds, ends)
  }

  private static func timed<Found>(
    into milliseconds: inout [Double],
    _ work: () throws -> Found
  ) rethrows -> Found {
    let start = ContinuousClock.now
    let found = try work()
    milliseconds.append((ContinuousClock.now - start) / .milliseconds(1))
    return found
  }

  private static func say(_ milliseconds: [Double], _ weights: [Double?]) throws {
    let report: [String: [Double]] = [
      "milliseconds": milliseconds.sorted(), "weights": weights.map { $0 ?? .infinity },
    ]
    let encoder = JSONEncoder()
    print(String(decoding: try encoder.encode(report), as: UTF8.self))
  }
}
