import CXMetrics
import Foundation
import Kernel
import Listen
import Tabular

/// The purchases of a file, customers numbered in the order they were met.
struct PurchaseFile: Sendable {
  let name: String
  private(set) var customers = ValueDictionary()
  private(set) var numbers: [UInt32] = []
  private(set) var days: [Int32] = []
  private(set) var amounts: [Double] = []

  /// Lines read, those left out included.
  private(set) var rows = 0
  private(set) var rejections = Rejections()

  /// Without it every purchase counts as 1.
  let hasAmounts: Bool
  private(set) var remarks: [String]

  /// Of dates that may be read both ways, the day with the month first.
  private var otherDays: [Int32] = []
  private var evidence = DateOrderEvidence()

  /// Reads a file through once.
  ///
  /// - Throws: `TabularError`, `Header.UnknownColumn`, and `WrongUsage` where columns or dates are
  ///   unclear or currencies are mixed.
  init(path: String, _ question: PurchaseQuestion) throws {
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
    name = form.name
    hasAmounts = places.amount != nil
    remarks = form.header.oddities
    var reader = TabularReader(file)
    let dates = DateReader(pattern: question.pattern)
    let currency = form.header.names.firstIndex { name in
      ["currency", "currency code", "tien te", "ارز"].contains(ColumnWords.folded(name))
    }
    var onlyCurrency: String?
    reading: while true {
      switch try reader.next() {
      case .end: break reading
      case .rejected(let line):
        rows += 1
        rejections.add(line: line.line, reason: line.reason)
      case .record:
        rows += 1
        if let currency {
          try Self.refuse(other: reader.text(currency), than: &onlyCurrency, reader.line)
        }
        take(reader, places, dates)
      }
    }
    try settleDates()
  }

  private static func refuse(
    other currency: String,
    than only: inout String?,
    _ line: Int
  ) throws(WrongUsage) {
    if FieldNumbers.isMissing(currency.plainFieldBytes) { return }
    if let only, only != currency {
      throw WrongUsage(
        reason: "line \(line) is in “\(currency)”, earlier ones in “\(only)”; sums of different "
          + "currencies mean nothing. Convert them, or give a file for each"
      )
    }
    only = currency
  }

  private mutating func take(
    _ reader: borrowing TabularReader,
    _ places: PurchaseQuestion.Places,
    _ dates: DateReader
  ) {
    let who = reader.text(places.customer)
    if FieldNumbers.isMissing(who.plainFieldBytes) {
      return rejections.add(line: reader.line, reason: "no customer")
    }
    let written = reader.text(places.date)
    let reading = dates.reading(of: written.plainFieldBytes)
    let (day, other): (Day?, Day?) =
      switch reading {
      case .missing, .unreadable: (nil, nil)
      case .day(let day): (day, day)
      case .eitherWay(let first, let second): (first, second)
      }
    guard day != nil || other != nil else {
      return rejections.add(line: reader.line, reason: "“\(written.prefix(40))” is not a date")
    }
    guard let amount = Self.amount(reader, places.amount) else {
      return rejections.add(line: reader.line, reason: "the amount is not a number")
    }
    evidence.take(reading, .init(line: reader.line, text: written))
    numbers.append(customers.number(of: who))
    days.append((day ?? other)?.rawValue ?? 0)
    otherDays.append((other ?? day)?.rawValue ?? 0)
    amounts.append(amount)
  }

  /// 1 where a file has no amounts; nil where a field holds none.
  private static func amount(
    _ reader: borrowing TabularReader,
    _ place: PurchaseColumns.Amount?
  ) -> Double? {
    let amount: Double? =
      switch place {
      case nil: 1
      case .column(let column): FieldNumbers.decimal(of: reader.text(column))
      case .product(let quantity, let price):
        FieldNumbers.decimal(of: reader.text(quantity)).flatMap { quantity in
          FieldNumbers.decimal(of: reader.text(price)).map { quantity * $0 }
        }
      }
    guard let amount, abs(amount) <= PurchaseHistory.largestAmount else { return nil }
    return amount
  }

  private mutating func settleDates() throws(WrongUsage) {
    do throws(DateOrderUnclear) {
      if try evidence.order() == .monthFirst { days = otherDays }
    } catch {
      throw WrongUsage(reason: error.reason)
    }
    otherDays = []
    if let remark = evidence.remark { remarks.append(remark) }
  }

  /// The first and the last day on which anything was bought.
  var span: ClosedRange<Day>? {
    guard let first = days.min(), let last = days.max() else { return nil }
    return Day(rawValue: first)...Day(rawValue: last)
  }

  /// The columns, for measuring all customers at once.
  func ledger() throws(MetricRefusal) -> PurchaseLedger {
    try PurchaseLedger(
      customerCount: customers.count,
      customers: numbers,
      days: days,
      amounts: amounts
    )
  }
}

extension FieldNumbers {
  /// Nil where nothing is there, or no number.
  static func decimal(of text: String) -> Double? {
    let bytes = text.plainFieldBytes
    guard !isMissing(bytes), let value = Double(String(decoding: bytes, as: UTF8.self)),
      value.isFinite
    else { return nil }
    return value
  }
}
