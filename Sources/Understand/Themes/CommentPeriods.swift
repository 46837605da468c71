import Kernel

/// The periods that dated comments fall into, without a gap from the first to the last.
struct CommentPeriods: Sendable {
  let unit: CalendarUnit
  let periods: [Period]

  /// By comment, its place in `periods`; nil for those without a date.
  let places: [Int?]

  /// Comments in each period.
  let counts: [Int]

  /// Nil where fewer than two periods have comments.
  ///
  /// - Parameter unit: nil for the one that suits the days.
  init?(_ days: [Day?], unit: CalendarUnit?) {
    let known = days.compactMap(\.self)
    guard let first = known.min(), let last = known.max() else { return nil }
    self.unit = unit ?? Self.suiting(days: last - first + 1)
    let calendar = BusinessCalendar.iso
    var periods = [calendar.period(of: self.unit, containing: first)]
    while let newest = periods.last, newest.end <= last {
      guard periods.count < Self.most else { return nil }
      periods.append(calendar.period(of: self.unit, containing: newest.end))
    }
    guard periods.count > 1 else { return nil }
    let starts = periods.map(\.start)
    var counts = [Int](repeating: 0, count: periods.count)
    places = days.map { day in
      guard let day else { return nil }
      let place = starts.partitioningPlace { $0 > day } - 1
      counts[place] += 1
      return place
    }
    self.periods = periods
    self.counts = counts
  }

  /// Beyond these a picture shows nothing, and a wrong year is more likely than so long a time.
  private static let most = 1_000

  /// Some ten to thirty periods.
  private static func suiting(days: Int) -> CalendarUnit {
    switch days {
    case ...21: .day
    case ...210: .week
    case ...1_100: .month
    default: .quarter
    }
  }

  /// The names of the periods, the oldest first.
  var labels: [String] {
    periods.map { BusinessCalendar.iso.label(of: unit, startingOn: $0.start) }
  }
}

extension [Day] {
  /// The first place from which a condition holds, which holds for all that follow.
  fileprivate func partitioningPlace(_ holds: (Day) -> Bool) -> Int {
    var range = startIndex..<endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = holds(self[middle]) ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }
}
