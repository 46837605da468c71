import CXMetrics
import Foundation
import Kernel
import Listen
import Tabular

/// All purchases of a file, put together from the parts that threads read.
struct PurchaseReading: Sendable {
  /// Numbered in the order in which the file meets them.
  private(set) var customers: ValueDictionary
  private(set) var records = PurchaseRecords()

  /// What brought each customer, where somebody said so.
  private(set) var reasons: [Int: EarnedGrowth.Reason] = [:]

  /// Lines without a customer, a day or an amount.
  private(set) var unusable = 0

  /// How the order of day and month was found.
  var remark: String? { evidence.remark }

  private var evidence = DateOrderEvidence()
  private var currency = OneCurrency()

  /// The customers of each thread by the thread's own numbers; `.max` where a number here is still
  /// to be given.
  private var threads: [Int: (names: ValueList, numbers: [UInt32])] = [:]

  init(_ customers: ValueDictionary) { self.customers = customers }

  /// Learns the customers of a part, whom later parts of its thread take as known.
  mutating func meet(_ part: PurchaseTally.Part) {
    var thread = threads.removeValue(forKey: part.thread) ?? (ValueList(), [])
    thread.names.append(part.newCustomers)
    thread.numbers += repeatElement(.max, count: part.newCustomers.count)
    threads[part.thread] = thread
  }

  mutating func add(
    _ part: PurchaseTally.Part,
    linesBefore: Int
  ) throws(OneCurrency.Mixed) {
    try currency.take(part.currency, linesBefore: linesBefore)
    guard var thread = threads.removeValue(forKey: part.thread) else { return }
    for number in part.records.customers {
      if thread.numbers[Int(number)] == .max {
        thread.numbers[Int(number)] = customers.number(of: Int(number), in: thread.names)
      }
      records.customers.append(thread.numbers[Int(number)])
    }
    for (number, reason) in part.reasons { reasons[Int(thread.numbers[Int(number)])] = reason }
    threads[part.thread] = thread
    records.append(restOf: part.records)
    evidence.append(part.evidence, linesBefore: linesBefore)
    unusable += part.unusable
  }

  /// Reads a file to its end, on all cores.
  ///
  /// - Parameter customers: known from elsewhere, with their numbers.
  /// - Throws: `TabularError`, `OneCurrency.Mixed`, and `WrongUsage` where no row, or rows against
  ///   each other, show how dates are written.
  static func read(
    _ file: consuming TabularFile,
    _ places: PurchasePlaces,
    _ pattern: DatePattern?,
    customers: ValueDictionary = ValueDictionary(),
    threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    segmentBytes: Int = ScanSegment.usualBytes
  ) async throws -> (whole: PurchaseReading, rows: Int, rejections: Rejections) {
    let scan = ColumnScan(
      places.choice(pattern),
      threads: threads,
      segmentBytes: segmentBytes
    ) {
      PurchaseTally(places, thread: $0)
    }
    let result = try await scan.run(file, whole: PurchaseReading(customers))
    var whole = result.whole
    try whole.settle()
    return (whole, result.records, result.rejections)
  }

  /// Nothing more comes: days are as the whole file shows them.
  private mutating func settle() throws(WrongUsage) {
    threads = [:]
    do throws(DateOrderUnclear) {
      records.settle(try evidence.order())
    } catch {
      throw WrongUsage(reason: error.reason)
    }
  }
}

/// Watches that all amounts are in one currency.
struct OneCurrency: Sendable {
  private var first: (name: String, line: Int)?

  /// The first that differs from the first.
  private var other: (name: String, line: Int)?

  mutating func take(_ name: String, line: @autoclosure () -> Int) {
    guard let first else {
      first = (name, line())
      return
    }
    if other == nil && name != first.name { other = (name, line()) }
  }

  /// Takes what a later stretch of the file says.
  mutating func take(_ later: OneCurrency, linesBefore: Int) throws(Mixed) {
    for (name, line) in [later.first, later.other].compactMap(\.self) {
      take(name, line: line + linesBefore)
    }
    if let first, let other { throw Mixed(line: other.line, first: first.name, other: other.name) }
  }

  /// Amounts of two currencies cannot be added up.
  struct Mixed: Error, Hashable {
    let line: Int
    let first: String
    let other: String
  }
}
