import Kernel
import Tabular

/// The period of a row, in each order of day and month that is still possible.
struct PeriodPair: Hashable, Sendable {
  /// Nil when the row has no date with the day first.
  let dayFirst: Period?

  /// Nil when the row has no date with the month first.
  let monthFirst: Period?
}

/// Numbers the periods of rows in the order they are met.
struct PeriodNumbers: Sendable {
  private let unit: CalendarUnit
  private(set) var pairs: [PeriodPair] = []
  private var numberByPair: [PeriodPair: UInt32] = [:]

  /// One more than a day's number, for the days that answers usually have; 0 is not yet asked.
  private var numberByDay = [UInt32](repeating: 0, count: Self.usualDays.count)

  /// From 1970 through 2079.
  private static let usualDays = 0..<40_177

  init(unit: CalendarUnit) { self.unit = unit }

  /// Nil when the field holds no date.
  mutating func number(of reading: DateReading) -> UInt32? {
    switch reading {
    case .missing, .unreadable: nil
    case .day(let day): number(of: day)
    case .eitherWay(let dayFirst, let monthFirst):
      number(
        of: PeriodPair(
          dayFirst: dayFirst.map(period(containing:)),
          monthFirst: monthFirst.map(period(containing:))
        )
      )
    }
  }

  private mutating func number(of day: Day) -> UInt32 {
    let place = Int(day.rawValue)
    let isUsual = Self.usualDays.contains(place)
    if isUsual && numberByDay[place] > 0 { return numberByDay[place] - 1 }
    let period = period(containing: day)
    let number = number(of: PeriodPair(dayFirst: period, monthFirst: period))
    if isUsual { numberByDay[place] = number + 1 }
    return number
  }

  private mutating func number(of pair: PeriodPair) -> UInt32 {
    if let number = numberByPair[pair] { return number }
    let number = UInt32(pairs.count)
    pairs.append(pair)
    numberByPair[pair] = number
    return number
  }

  private func period(containing day: Day) -> Period {
    BusinessCalendar.iso.period(of: unit, containing: day)
  }
}
