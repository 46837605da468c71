import CXMetrics
import Foundation
import Kernel
import Tabular
import Testing

@testable import Measure

/// A file of purchases reads alike however many threads read it, and as a reader of rows would.
struct PurchaseFileTests {
  private static let customers = [
    "ann", "\"b\nob\"", "\"a, long \"\"name\"\" of more than sixteen bytes\"", "", "NA", "zoë",
    "\"fake,2025-01-01,5,EUR\nfake,2025-01-02,5,EUR\nfake,2025-01-03,5,EUR\"", "۱۲",
  ]
  private static let dates = [
    "2025-01-09", "03/02/2025", "25/02/2025", "\"2025-03-01 10:00\"", "soon", "", "1404/01/05",
  ]
  private static let amounts = ["5", "-0.10", "1e3", "1e16", "lots", "\"12.345\"", "", "0", "٧٫5"]

  private static func nastyFile(_ seed: UInt64) throws -> AnswersFile {
    var random = SeededGenerator(seed: seed)
    var text = "customer,date,amount,currency\n"
    for row in 0..<900 {
      let customer = customers.randomElement(using: &random) ?? ""
      let date = dates.randomElement(using: &random) ?? ""
      let amount = amounts.randomElement(using: &random) ?? ""
      text += row % 37 == 5 ? "broken,line\n" : "\(customer),\(date),\(amount),EUR\n"
    }
    return try AnswersFile(text)
  }

  private static func read(_ file: AnswersFile, segmentBytes: Int) async throws -> PurchaseFile {
    let question = PurchaseQuestion(customer: "customer", date: "date", amount: "amount")
    return try await PurchaseFile(path: file.path, question, segmentBytes: segmentBytes)
  }

  /// What the rows say, one after the other.
  private struct Rows {
    var purchases: [String] = []
    var rejected: [RejectedLine] = []

    init(_ path: String) throws {
      var reader = TabularReader(try TabularFile(path: path))
      while true {
        switch try reader.next() {
        case .end: return
        case .rejected(let line): rejected.append(line)
        case .record: take(reader)
        }
      }
    }

    private mutating func take(_ reader: borrowing TabularReader) {
      func reject(_ reason: String) {
        rejected.append(RejectedLine(line: reader.line, reason: reason))
      }
      let (who, when) = (reader.text(0), reader.text(1))
      if FieldNumbers.isMissing(who.plainFieldBytes) { return reject("no customer") }
      let days = DateReader(pattern: nil).reading(of: when.plainFieldBytes).days
      guard let day = days.dayFirst ?? days.monthFirst else {
        return reject("“\(when)” is not a date")
      }
      let written = String(decoding: reader.text(2).plainFieldBytes, as: UTF8.self)
      guard let amount = Double(written), abs(amount) <= 1e15 else {
        return reject("the amount is not a number")
      }
      purchases.append("\(who) \(day) \(amount)")
    }
  }

  @Test(arguments: [150, 777, 4096, 1 << 20])
  func `every purchase and every line left out is as the rows say, wherever the file is cut`(
    segmentBytes: Int
  ) async throws {
    for seed in UInt64(1)...3 {
      let file = try Self.nastyFile(seed)
      let rows = try Rows(file.path)
      let read = try await Self.read(file, segmentBytes: segmentBytes)
      let records = read.records
      let purchases = (0..<records.count).map { row in
        let customer = read.customers.value(Int(records.customers[row]))
        return "\(customer) \(Day(rawValue: records.days[row])) \(records.amounts[row])"
      }
      #expect(purchases == rows.purchases)
      #expect(read.rejections.lines == rows.rejected)
      #expect(read.rows == 900)
      // Numbered as they are met, whatever lines were left out before.
      var met: [UInt32] = []
      for customer in records.customers where !met.contains(customer) { met.append(customer) }
      #expect(met == Array(0..<UInt32(read.customers.count)))
    }
  }

  @Test func `two currencies far apart are refused with their line`() async throws {
    let rows = String(repeating: "ann,2025-01-09,5,EUR\n", count: 300)
    let file = try AnswersFile(
      "customer,date,amount,currency\n\(rows)ann,2025-01-09,5,\nann,2025-01-09,5,USD\n\(rows)"
    )
    for segmentBytes in [150, 1 << 20] {
      let wrong = await #expect(throws: WrongUsage.self) {
        try await Self.read(file, segmentBytes: segmentBytes)
      }
      #expect(wrong?.reason.hasPrefix("line 303 is in “USD”, earlier ones in “EUR”") == true)
    }
  }

  @Test func `days on which all was free are counted, others not`() async throws {
    let file = try AnswersFile(
      "customer,date,amount\na,2025-01-01,0\na,2025-01-01,0\na,2025-01-02,0\na,2025-01-02,5\n"
        + "a,2025-01-03,5\na,2025-01-03,-5\nb,2025-01-01,0\n"
    )
    #expect(try await Self.read(file, segmentBytes: 1 << 20).records.freeDays == 2)
  }
}
