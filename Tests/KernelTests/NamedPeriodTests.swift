import Kernel
import Testing

/// Worked by hand on paper calendars.
struct NamedPeriodTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func period(_ start: String, _ last: String) throws -> Period {
    Period(start: try day(start), end: try day(last) + 1)
  }

  @Test func `the last days end today and are compared with as many before them`() throws {
    let today = try day("2026-11-23")
    #expect(
      NamedPeriod.last7Days.period(today: today, .iso)
        == (try period("2026-11-17", "2026-11-23"))
    )
    #expect(
      NamedPeriod.last7Days.comparison(.previous, today: today, .iso)
        == (try period("2026-11-10", "2026-11-16"))
    )
  }

  @Test func `a month that still runs is compared with as much of the month before`() throws {
    let today = try day("2026-11-23")
    #expect(
      NamedPeriod.thisMonth.comparison(.previous, today: today, .iso)
        == (try period("2026-10-01", "2026-10-23"))
    )
    let march = try day("2026-03-31")
    #expect(
      NamedPeriod.thisMonth.comparison(.previous, today: march, .iso)
        == (try period("2026-02-01", "2026-02-28")),
      "February has no more"
    )
  }

  @Test func `a whole quarter is compared with the whole one before`() throws {
    let today = try day("2026-11-23")
    #expect(
      NamedPeriod.lastQuarter.period(today: today, .iso)
        == (try period("2026-07-01", "2026-09-30"))
    )
    #expect(
      NamedPeriod.lastQuarter.comparison(.previous, today: today, .iso)
        == (try period("2026-04-01", "2026-06-30"))
    )
    #expect(
      NamedPeriod.lastQuarter.comparison(.yearBefore, today: today, .iso)
        == (try period("2025-07-01", "2025-09-30"))
    )
  }

  /// 1405-09-02 is 2026-11-23; Aban 1405 runs from 23 October through 21 November 2026, Aban 1404
  /// from 23 October through 21 November 2025.
  @Test func `a Jalali business has Jalali months and years`() throws {
    let jalali = BusinessCalendar(system: .jalali, firstWeekday: 6)
    let today = try day("2026-11-23")
    #expect(
      NamedPeriod.lastMonth.period(today: today, jalali)
        == (try period("2026-10-23", "2026-11-21"))
    )
    #expect(
      NamedPeriod.lastMonth.comparison(.yearBefore, today: today, jalali)
        == (try period("2025-10-23", "2025-11-21"))
    )
    #expect(
      NamedPeriod.thisYear.period(today: today, jalali)
        == (try period("2026-03-21", "2026-11-23"))
    )
  }

  @Test func `a leap day's year before ends with its February`() throws {
    let leap = Period(start: try day("2028-02-29"), end: try day("2028-03-01"))
    #expect(BusinessCalendar.iso.yearBefore(leap) == (try period("2027-02-28", "2027-02-28")))
  }

  @Test func `all time has neither end nor comparison`() throws {
    let today = try day("2026-11-23")
    #expect(NamedPeriod.allTime.period(today: today, .iso) == nil)
    for against in Comparison.allCases {
      #expect(NamedPeriod.allTime.comparison(against, today: today, .iso) == nil)
    }
  }
}
