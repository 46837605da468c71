import Kernel

extension FileFigures {
  /// Every period from the first to the last, those without answers too, so that a picture shows
  /// the gap; beyond `limit` periods only those with answers.
  func timeline(by unit: CalendarUnit, atMost limit: Int) -> [(Period, FileFigure?)] {
    let known = timeline.compactMap { group in group.period.map { ($0, group.figure) } }
    guard let first = known.first?.0, let last = known.last?.0 else { return [] }
    let figures = Dictionary(uniqueKeysWithValues: known)
    var periods: [(Period, FileFigure?)] = []
    var period = first
    while period.start <= last.start {
      guard periods.count < limit else { return known.map { ($0.0, $0.1) } }
      periods.append((period, figures[period]))
      period = BusinessCalendar.iso.period(of: unit, containing: period.end)
    }
    return periods
  }
}
