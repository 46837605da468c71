import CXMetrics
import Foundation

/// `bench-loyalty fit FILE` fits BG/NBD; `bench-loyalty base FOLDER` measures a base of customers.
///
/// Prints one JSON object: what was found, and how long each run took inside this process.
@main
struct BenchLoyalty {
  private static let runs = 7

  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      throw Wrong(reason: "usage: bench-loyalty fit FILE | base FOLDER")
    }
    switch arguments[1] {
    case "fit": try fit(arguments[2])
    case "base": try await base(URL(filePath: arguments[2]))
    default: throw Wrong(reason: "unknown measurement “\(arguments[1])”")
    }
  }

  struct Wrong: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
  }

  /// Lines of x, t_x, T.
  private static func fit(_ path: String) throws {
    var customers: [RepeatPurchases] = []
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: ",").compactMap { Double($0) }
      guard cells.count == 3, let count = Int(exactly: cells[0]) else {
        throw Wrong(reason: "“\(line)” is not x, t_x, T")
      }
      customers.append(try RepeatPurchases(count: count, lastAge: cells[1], age: cells[2]))
    }
    var times: [Double] = []
    var model: BetaGeometricFit?
    for _ in 0..<25 {
      let start = ContinuousClock.now
      model = try BetaGeometricFit(RepeatPurchaseGroup.groups(of: customers))
      times.append(milliseconds(since: start))
    }
    guard let fit = model else { return }
    print(
      """
      {"milliseconds": \(times.sorted()), "r": \(fit.model.r), "alpha": \(fit.model.alpha), \
      "a": \(fit.model.a), "b": \(fit.model.b), "log_likelihood": \(fit.logLikelihood)}
      """
    )
  }

  private static func base(_ folder: URL) async throws {
    let customers: [UInt32] = try column("customers", in: folder, zero: 0)
    let days: [Int32] = try column("days", in: folder, zero: 0)
    let amounts: [Double] = try column("amounts", in: folder, zero: 0)
    let exposed: [UInt8] = try column("exposed", in: folder, zero: 0)
    let asOf = 730
    let campaign = (
      campaign: try VulnerabilityCampaign(start: 650, end: 690, asOf: asOf),
      rule: try VulnerabilityRule(),
      exposed: exposed.map { $0 == 1 }
    )
    let inquiry = try CustomerBase.Inquiry(asOf: asOf, campaign: campaign)
    // Checked once, as the peers' tables are filled once.
    let ledger = try PurchaseLedger(
      customerCount: exposed.count,
      customers: customers,
      days: days,
      amounts: amounts
    )
    let tasks = ProcessInfo.processInfo.activeProcessorCount
    var times: [Double] = []
    var measured: CustomerBase?
    for _ in 0..<runs {
      let start = ContinuousClock.now
      measured = try await CustomerBase(ledger, inquiry, tasks: tasks)
      times.append(milliseconds(since: start))
    }
    guard let base = measured, let index = base.vulnerability?.value else { return }
    var codes: [String: Int] = [:]
    for customer in 0..<base.customerCount {
      if let score = base[customer].score { codes[score.code, default: 0] += 1 }
    }
    let counts = codes.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
    print(
      """
      {"milliseconds": \(times.sorted()), "scored": \(base.scored), "index": \(index), \
      "cycle": \(base.intervals.median ?? 0), "codes": {\(counts.joined(separator: ", "))}}
      """
    )
  }

  /// A file of plain numbers, as numpy writes them.
  private static func column<Number: BitwiseCopyable>(
    _ name: String,
    in folder: URL,
    zero: Number
  ) throws -> [Number] {
    let data = try Data(contentsOf: folder.appending(path: name))
    var numbers = [Number](repeating: zero, count: data.count / MemoryLayout<Number>.stride)
    _ = unsafe numbers.withUnsafeMutableBytes { unsafe data.copyBytes(to: $0) }
    return numbers
  }

  private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
    let elapsed = (ContinuousClock.now - start).components
    return Double(elapsed.seconds) * 1000 + Double(elapsed.attoseconds) / 1e15
  }
}
