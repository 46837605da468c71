import CXMetrics
import Kernel
import Listen
import Tabular

/// The purchases of a file, customers numbered in the order they were met.
struct PurchaseFile: Sendable {
  let name: String
  let customers: ValueDictionary
  let records: PurchaseRecords

  /// Lines read, those left out included.
  let rows: Int
  let rejections: Rejections

  /// Without it every purchase counts as 1.
  let hasAmounts: Bool

  /// Days of customers that are no occasions, since all that was taken was free.
  let freeDays: Int
  let remarks: [String]

  /// Reads a file through once.
  ///
  /// - Throws: `TabularError`, `Header.UnknownColumn`, and `WrongUsage` where columns or dates are
  ///   unclear or currencies are mixed.
  init(
    path: String,
    _ question: PurchaseQuestion,
    segmentBytes: Int = ScanSegment.usualBytes
  ) async throws {
    let file = try TabularFile(path: path)
    let form = file.form
    if path == "-" && (question.customer == nil || question.date == nil) {
      throw WrongUsage(
        reason: "columns of what comes through a pipe are not guessed; name them (--customer, "
          + "--date, --amount)"
      )
    }
    let sample = path == "-" ? ColumnSample() : try ColumnSample(of: path)
    let places = try question.places(in: form.header, sample)
    do {
      let (reading, rows, rejections) = try await PurchaseReading.read(
        file,
        places,
        question.pattern,
        segmentBytes: segmentBytes
      )
      name = form.name
      customers = reading.customers
      records = reading.records
      self.rows = rows
      self.rejections = rejections
      hasAmounts = places.amount != nil
      freeDays = records.freeDays
      remarks = form.header.oddities + [reading.remark].compactMap(\.self)
    } catch let mixed as OneCurrency.Mixed {
      throw WrongUsage(
        reason: "line \(mixed.line) is in “\(mixed.other)”, earlier ones in “\(mixed.first)”; sums "
          + "of different currencies mean nothing. Convert them, or give a file for each"
      )
    }
  }

  /// The first and the last day on which anything was bought.
  var span: ClosedRange<Day>? { records.span }

  /// The columns, for measuring all customers at once.
  func ledger() throws(MetricRefusal) -> PurchaseLedger {
    try PurchaseLedger(
      customerCount: customers.count,
      customers: records.customers,
      days: records.days,
      amounts: records.amounts
    )
  }
}
