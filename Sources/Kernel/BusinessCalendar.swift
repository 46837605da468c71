import Foundation

/// The calendar a business counts in: where its weeks, months and years begin.
package struct BusinessCalendar: Hashable, Sendable {
  package enum System: String, CaseIterable, Hashable, Sendable { case gregorian, jalali }

  package let system: System

  /// The day a week starts on: Monday is 1, Saturday 6, Sunday 7.
  package let firstWeekday: Int

  package init(system: System, firstWeekday: Int) {
    precondition((1...7).contains(firstWeekday), "a weekday is 1 (Monday) through 7 (Sunday)")
    self.system = system
    self.firstWeekday = firstWeekday
  }

  /// Gregorian months and weeks from Monday.
  package static let iso = BusinessCalendar(system: .gregorian, firstWeekday: 1)

  /// The first day of the unit that holds `day`.
  package func start(of unit: CalendarUnit, containing day: Day) -> Day {
    switch unit {
    case .day: return day
    case .week: return day + -((day.isoWeekday - firstWeekday + 7) % 7)
    case .month, .quarter, .year:
      let (year, month, _) = components(of: day)
      let first =
        switch unit {
        case .quarter: (month - 1) / 3 * 3 + 1
        case .year: 1
        default: month
        }
      return firstDay(year: year, month: first)
    }
  }

  /// The unit that holds `day`, as a half-open run of days.
  package func period(of unit: CalendarUnit, containing day: Day) -> Period {
    let start = start(of: unit, containing: day)
    let end: Day
    switch unit {
    case .day: end = start + 1
    case .week: end = start + 7
    case .month: end = self.start(of: .month, containing: start + 32)
    case .quarter: end = self.start(of: .month, containing: start + 95)
    case .year: end = self.start(of: .month, containing: start + 370)
    }
    return Period(start: start, end: end)
  }

  /// Year, month (1…12) and day of the month in this calendar.
  package func components(of day: Day) -> (year: Int, month: Int, day: Int) {
    switch system {
    case .gregorian: return day.gregorian
    case .jalali:
      let date = Date(timeIntervalSince1970: Double(day.rawValue) * 86_400)
      let parts = Self.persian.dateComponents([.year, .month, .day], from: date)
      return (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }
  }

  /// The first day of a month; months beyond the table of a calendar stop the process.
  private func firstDay(year: Int, month: Int) -> Day {
    switch system {
    case .gregorian:
      guard let day = Day(year: year, month: month, day: 1) else {
        preconditionFailure("no such month: \(year)-\(month)")
      }
      return day
    case .jalali:
      let parts = DateComponents(year: year, month: month, day: 1)
      guard let date = Self.persian.date(from: parts) else {
        preconditionFailure("no such month: \(year)-\(month)")
      }
      return Day(rawValue: Int32((date.timeIntervalSince1970 / 86_400).rounded(.down)))
    }
  }

  private static let persian: Calendar = {
    var calendar = Calendar(identifier: .persian)
    calendar.timeZone = .gmt
    return calendar
  }()
}

extension BusinessCalendar {
  /// A short, sortable name of the unit that starts on `start`: `2021-Q1`, `2021-03`, `2021-W05`.
  ///
  /// Weeks that start on Monday are named as ISO 8601 does, by the year of their Thursday;
  /// weeks of other businesses are named by their first day.
  package func label(of unit: CalendarUnit, startingOn start: Day) -> String {
    let (year, month, day) = components(of: start)
    let dated = "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    switch unit {
    case .day: return dated
    case .week:
      guard firstWeekday == 1, system == .gregorian else { return dated }
      let thursday = start + 3
      let weekYear = thursday.gregorian.year
      guard let newYear = Day(year: weekYear, month: 1, day: 1) else { return dated }
      return "\(weekYear.padded(to: 4))-W\(((thursday - newYear) / 7 + 1).padded(to: 2))"
    case .month: return "\(year.padded(to: 4))-\(month.padded(to: 2))"
    case .quarter: return "\(year.padded(to: 4))-Q\((month - 1) / 3 + 1)"
    case .year: return year.padded(to: 4)
    }
  }
}
