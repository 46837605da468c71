/// A stretch of time as people ask for it, which moves along with today.
package enum NamedPeriod: String, CaseIterable, Hashable, Sendable {
  case last7Days = "last-7-days"
  case last30Days = "last-30-days"
  case last90Days = "last-90-days"
  case thisMonth = "this-month"
  case lastMonth = "last-month"
  case thisQuarter = "this-quarter"
  case lastQuarter = "last-quarter"
  case thisYear = "this-year"
  case lastYear = "last-year"
  case allTime = "all-time"

  /// Nil for all time.
  package func period(today: Day, _ calendar: BusinessCalendar) -> Period? {
    switch shape {
    case .days(let count): Period(start: today + 1 + -count, end: today + 1)
    case .current(let unit):
      Period(start: calendar.start(of: unit, containing: today), end: today + 1)
    case .completed(let unit):
      calendar.period(of: unit, containing: calendar.start(of: unit, containing: today) + -1)
    case .open: nil
    }
  }

  /// What a period is measured against; nil for all time.
  package func comparison(
    _ against: Comparison,
    today: Day,
    _ calendar: BusinessCalendar
  ) -> Period? {
    guard let period = period(today: today, calendar) else { return nil }
    switch (shape, against) {
    case (.open, _): return nil
    case (.days(let count), .previous):
      return Period(start: period.start + -count, end: period.start)
    case (.completed(let unit), .previous):
      return calendar.period(of: unit, containing: period.start + -1)
    case (.current(let unit), .previous):
      // As far into the unit before as we are into this one; months differ in length.
      let before = calendar.period(of: unit, containing: period.start + -1)
      return Period(start: before.start, end: min(before.start + period.length, before.end))
    case (_, .yearBefore):
      return calendar.yearBefore(period)
    }
  }

  private enum Shape {
    case days(Int)
    case current(CalendarUnit)
    case completed(CalendarUnit)
    case open
  }

  private var shape: Shape {
    switch self {
    case .last7Days: .days(7)
    case .last30Days: .days(30)
    case .last90Days: .days(90)
    case .thisMonth: .current(.month)
    case .lastMonth: .completed(.month)
    case .thisQuarter: .current(.quarter)
    case .lastQuarter: .completed(.quarter)
    case .thisYear: .current(.year)
    case .lastYear: .completed(.year)
    case .allTime: .open
    }
  }
}

/// What a period is measured against.
package enum Comparison: String, CaseIterable, Hashable, Sendable {
  case previous
  case yearBefore = "year-before"
}

extension BusinessCalendar {
  /// The same days of the year before, by this calendar; a leap day's is the last of its month.
  package func yearBefore(_ period: Period) -> Period {
    let start = yearBefore(period.start)
    return Period(start: start, end: max(start, yearBefore(period.end)))
  }

  private func yearBefore(_ day: Day) -> Day {
    let date = components(of: day)
    var month = start(of: .year, containing: start(of: .year, containing: day) + -1)
    for _ in 1..<date.month { month = self.period(of: .month, containing: month).end }
    let length = self.period(of: .month, containing: month).length
    return month + (min(date.day, length) - 1)
  }
}
