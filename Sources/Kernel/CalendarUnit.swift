/// A stretch of the calendar by which figures are grouped.
package enum CalendarUnit: String, CaseIterable, Hashable, Sendable {
  case day, week, month, quarter, year
}
