import Foundation
import Kernel
import Testing

struct DayTests {
  @Test(arguments: [
    (0, "1970-01-01"), (-1, "1969-12-31"), (20_780, "2026-11-23"), (11_016, "2000-02-29"),
    (19_782, "2024-02-29"), (-25_567, "1900-01-01"),
  ])
  func `counts from 1970 both ways`(count: Int, text: String) {
    #expect(Day(rawValue: Int32(count)).description == text)
    #expect(Day(text)?.rawValue == Int32(count))
  }

  @Test(arguments: ["2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "24-04-01", "2024-4-1"])
  func `refuses a date no calendar has`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `agrees with Foundation on every day of four centuries`() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for count in stride(from: -73_000, to: 73_000, by: 13) {
      let date = Date(timeIntervalSince1970: Double(count) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      let day = Day(rawValue: Int32(count))
      #expect(day.gregorian.year == parts.year)
      #expect(day.gregorian.month == parts.month)
      #expect(day.gregorian.day == parts.day)
      #expect(day.isoWeekday == ((parts.weekday ?? 0) + 5) % 7 + 1)
    }
  }
}

struct JalaliDayTests {
  @Test func `agrees with Foundation on every day of two centuries`() {
    let calendar = BusinessCalendar(system: .jalali, firstWeekday: 6)
    var day = Day(jalaliYear: 1300, month: 1, day: 1) ?? Day(rawValue: 0)
    #expect(day == Day("1921-03-21"))
    while let next = Day(jalaliYear: calendar.components(of: day).year, month: 1, day: 1) {
      let (year, month, date) = calendar.components(of: day)
      #expect(Day(jalaliYear: year, month: month, day: date) == day && next <= day)
      day = day + 1
    }
    #expect(calendar.components(of: day).year == 1500)
  }

  @Test(arguments: [(1404, 12, 30), (1404, 7, 31), (1404, 0, 1), (1404, 13, 1), (2026, 1, 1)])
  func `refuses a date it does not have`(year: Int, month: Int, day: Int) {
    #expect(Day(jalaliYear: year, month: month, day: day) == nil)
  }
}

struct BusinessCalendarTests {
  let jalali = BusinessCalendar(system: .jalali, firstWeekday: 6)

  @Test(arguments: [
    (CalendarUnit.week, "2021-01-03", "2020-12-28", "2020-W53"),
    (.week, "2021-01-04", "2021-01-04", "2021-W01"),
    (.month, "2021-12-25", "2021-12-01", "2021-12"),
    (.quarter, "2021-12-25", "2021-10-01", "2021-Q4"),
    (.year, "2021-12-25", "2021-01-01", "2021"),
    (.day, "2021-12-25", "2021-12-25", "2021-12-25"),
  ])
  func `knows where a unit starts`(unit: CalendarUnit, day: String, start: String, label: String)
    throws
  {
    let found = BusinessCalendar.iso.start(of: unit, containing: try #require(Day(day)))
    #expect(found.description == start)
    #expect(BusinessCalendar.iso.label(of: unit, startingOn: found) == label)
  }

  @Test(arguments: [
    // Nowruz 1404 fell on 21 March 2025, 1403 (a leap year) on 20 March 2024.
    (CalendarUnit.year, "2025-03-20", "2024-03-20", "1403"),
    (.year, "2025-03-21", "2025-03-21", "1404"),
    (.month, "2025-04-25", "2025-04-21", "1404-02"),
    (.quarter, "2026-11-23", "2026-09-23", "1405-Q3"),
    (.week, "2026-11-23", "2026-11-21", "1405-08-30"),
  ])
  func `counts Jalali months and weeks from Saturday`(
    unit: CalendarUnit,
    day: String,
    start: String,
    label: String
  ) throws {
    let found = jalali.start(of: unit, containing: try #require(Day(day)))
    #expect(found.description == start)
    #expect(jalali.label(of: unit, startingOn: found) == label)
  }

  @Test(arguments: CalendarUnit.allCases)
  func `units follow one another without gap or overlap`(unit: CalendarUnit) throws {
    for calendar in [BusinessCalendar.iso, jalali] {
      var period = calendar.period(of: unit, containing: try #require(Day("2019-12-31")))
      for _ in 0..<60 {
        let next = calendar.period(of: unit, containing: period.end)
        #expect(next.start == period.end)
        #expect(next.length > 0)
        period = next
      }
    }
  }
}

struct InstantTests {
  @Test(arguments: [
    ("2026-11-23T08:00:00+07:00", "2026-11-23T01:00:00Z"),
    ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
    ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500Z"),
    ("2026-01-01T00:15:00.123456-03:30", "2026-01-01T03:45:00.123Z"),
  ])
  func `reads and writes RFC 3339`(text: String, utc: String) {
    #expect(Instant(text)?.description == utc)
  }

  @Test(arguments: [
    "2026-11-23T08:00:00", "2026-11-23", "2026-11-23T24:00:00Z", "2026-02-30T00:00:00Z",
    "2026-11-23T08:00:00+7", "2026-11-23T08:00:00.Z", "", "now",
  ])
  func `refuses a time without zone or sense`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `a day is the business's own`() throws {
    let zone = try #require(TimeZone(identifier: "Asia/Ho_Chi_Minh"))
    let clock = BusinessClock(zone: zone)
    let before = try #require(Instant("2026-11-22T16:59:59Z"))
    let after = try #require(Instant("2026-11-22T17:00:00Z"))
    #expect(clock.day(of: before).description == "2026-11-22")
    #expect(clock.day(of: after).description == "2026-11-23")
  }
}
