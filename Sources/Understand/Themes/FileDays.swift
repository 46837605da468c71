import Kernel
import Tabular

/// The days of a file's rows, where `03/04` may be read both ways until the whole file is known.
///
/// A file has one order of day and month: the one in which more of its dates are dates.
struct FileDays: Sendable {
  private let reader: DateReader
  private var dayFirst: [Day?] = []
  private var monthFirst: [Day?] = []

  /// Rows whose cell holds something that is no date.
  private(set) var unreadable = 0

  init(pattern: DatePattern?) { reader = DateReader(pattern: pattern) }

  mutating func append(_ cell: String) {
    let (first, second): (Day?, Day?)
    switch reader.reading(of: cell.plainFieldBytes) {
    case .missing: (first, second) = (nil, nil)
    case .unreadable:
      (first, second) = (nil, nil)
      unreadable += 1
    case .day(let day): (first, second) = (day, day)
    case .eitherWay(let day, let month): (first, second) = (day, month)
    }
    dayFirst.append(first)
    monthFirst.append(second)
  }

  private var isMonthFirst: Bool {
    monthFirst.count { $0 != nil } > dayFirst.count { $0 != nil }
  }

  /// By row.
  var days: [Day?] { isMonthFirst ? monthFirst : dayFirst }

  /// What to tell people who may know better; nil where no date can be read in two ways.
  var remark: String? {
    let ways = zip(dayFirst, monthFirst).filter { $0 != nil && $1 != nil && $0 != $1 }
    let decided = zip(dayFirst, monthFirst).contains { ($0 == nil) != ($1 == nil) }
    guard !ways.isEmpty, !decided else { return nil }
    return "\(ways.count) dates can be read with the day or the month first; the day is taken. "
      + "Say otherwise with --date-format m/d/y"
  }
}
