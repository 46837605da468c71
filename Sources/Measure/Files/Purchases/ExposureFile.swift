import CXMetrics
import Foundation
import Kernel
import Listen
import Tabular

/// Who was exposed to a campaign, on which days, from a file of evidence.
struct ExposureFile: Sendable {
  let name: String
  private(set) var days: [String: [Int]] = [:]
  private(set) var rejections = Rejections()

  /// - Throws: `TabularError`, `Header.UnknownColumn`, `WrongUsage` as for purchases.
  init(path: String, customer: String?, date: String?, pattern: DatePattern?) throws {
    let file = try TabularFile(path: path)
    name = file.form.name
    let header = file.form.header
    let sample = path == "-" ? ColumnSample() : try ColumnSample(of: path)
    let (who, when) = try Self.places(header, sample, customer: customer, date: date)
    var reader = TabularReader(file)
    let dates = DateReader(pattern: pattern)
    var evidence = DateOrderEvidence()
    var found: [(who: String, dayFirst: Day?, monthFirst: Day?)] = []
    reading: while true {
      switch try reader.next() {
      case .end: break reading
      case .rejected(let line): rejections.add(line: line.line, reason: line.reason)
      case .record:
        let customer = reader.text(who)
        let written = reader.text(when)
        let reading = dates.reading(of: written.plainFieldBytes)
        evidence.take(reading, .init(line: reader.line, text: written))
        switch reading {
        case _ where FieldNumbers.isMissing(customer.plainFieldBytes):
          rejections.add(line: reader.line, reason: "no customer")
        case .missing, .unreadable:
          rejections.add(line: reader.line, reason: "“\(written.prefix(40))” is not a date")
        case .day(let day): found.append((customer, day, day))
        case .eitherWay(let first, let second): found.append((customer, first, second))
        }
      }
    }
    let isMonthFirst: Bool
    do throws(DateOrderUnclear) { isMonthFirst = try evidence.order() == .monthFirst } catch {
      throw WrongUsage(reason: error.reason)
    }
    for row in found {
      guard let day = isMonthFirst ? row.monthFirst : row.dayFirst else { continue }
      days[row.who, default: []].append(Int(day.rawValue))
    }
  }

  /// As named, else as their names say.
  private static func places(
    _ header: Header,
    _ sample: ColumnSample,
    customer: String?,
    date: String?
  ) throws -> (Int, Int) {
    let named = PurchaseQuestion.byName(header, sample)
    let who =
      try customer.map { name throws in try header.column(named: name) } ?? named.customer
    let when = try date.map { name throws in try header.column(named: name) } ?? named.date
    guard let who, let when, who != when else {
      throw WrongUsage(
        reason: "who was exposed and when was not recognised; name the columns "
          + "(--exposure-customer, --exposure-date)"
      )
    }
    return (who, when)
  }
}
