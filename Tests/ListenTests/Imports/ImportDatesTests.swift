import Foundation
import Kernel
import Tabular
import Testing

@testable import Listen

struct ImportDatesTests {
  private func read(
    _ text: String,
    zone: String = "Asia/Ho_Chi_Minh",
    format: String? = nil
  ) throws -> String? {
    let zone = try #require(TimeZone(identifier: zone))
    var reader = ImportDateReader(ImportDates(format: format, order: .dayFirst, zone: zone))
    return try reader.read(text).map { "\($0.day) \($0.at)" }
  }

  @Test(
    arguments: [
      ("2026-11-23", "2026-11-23 2026-11-23T05:00:00Z"),
      ("23/11/26", "2026-11-23 2026-11-23T05:00:00Z"),
      ("۲۰۲۶-۱۱-۲۳", "2026-11-23 2026-11-23T05:00:00Z"),
      ("2026-11-23 00:30", "2026-11-23 2026-11-22T17:30:00Z"),
      ("2026-11-23T23:59:59.123", "2026-11-23 2026-11-23T16:59:59.123Z"),
      ("2026-11-23 8:05 pm", "2026-11-23 2026-11-23T13:05:00Z"),
      ("2026-11-23 12:05 AM", "2026-11-23 2026-11-22T17:05:00Z"),
      ("2026-11-23T20:00:00Z", "2026-11-24 2026-11-23T20:00:00Z"),
      ("2026-11-23 20:00:00 +0000", "2026-11-24 2026-11-23T20:00:00Z"),
      ("2026-11-24T01:00:00-05:00", "2026-11-24 2026-11-24T06:00:00Z"),
      ("2026-11-23 24:00", "2026-11-23 2026-11-23T16:59:59.999Z"),
      ("NA", nil),
    ] as [(String, String?)]
  )
  func `a date keeps its day, a clock time its moment`(text: String, meant: String?) throws {
    #expect(try read(text) == meant)
  }

  @Test(arguments: ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Tehran", "America/New_York"])
  func `no zone moves a day that was written without a time`(zone: String) throws {
    for text in ["2026-03-08", "2026-11-01", "2021-03-21", "2021-09-21"] {
      #expect(try read(text, zone: zone)?.hasPrefix(text) == true)
    }
  }

  @Test func `a clock time on the day clocks change is read by the clocks of that hour`() throws {
    let zone = "Europe/Berlin"
    #expect(try read("2026-03-29 01:30", zone: zone) == "2026-03-29 2026-03-29T00:30:00Z")
    #expect(try read("2026-03-29 03:30", zone: zone) == "2026-03-29 2026-03-29T01:30:00Z")
    #expect(try read("2026-10-25 04:00", zone: zone) == "2026-10-25 2026-10-25T03:00:00Z")
  }

  @Test(arguments: ["soon", "2026-13-01", "2026-11-23 25:00", "2026-11-23 10:61", "23.11.2026 x"])
  func `what is no date or no time is refused`(text: String) {
    #expect(throws: ImportDates.Failure.unreadable) { try read(text) }
  }

  @Test func `a Jalali year is not mistaken for a Gregorian one`() throws {
    #expect(try read("1404-09-02")?.hasPrefix("2025-11-23 ") == true)
    #expect(try read("۱۴۰۴/۰۹/۰۲", format: "y/m/d")?.hasPrefix("2025-11-23 ") == true)
    #expect(try read("02/09/1404 20:09")?.hasPrefix("2025-11-23 ") == true)
    #expect(throws: ImportDates.Failure.unreadable) { try read("1404-12-30") }
    #expect(throws: ImportDates.Failure.beforeOurTime) { try read("1604-09-02") }
  }
}
