package import Kernel

/// Days as people of a language write them, in the calendar that a business counts in.
package enum DayText {
  /// `23 Nov 2026` · `23/11/2026` · `۲ آذر ۱۴۰۵`
  package static func text(
    _ day: Day,
    _ calendar: BusinessCalendar,
    in language: Language
  ) -> String {
    let (year, month, number) = calendar.components(of: day)
    let name = Catalogue.of(language)["month.\(calendar.system.rawValue).\(month)"]
    return switch (language, calendar.system) {
    case (.vietnamese, .gregorian): "\(number)/\(month)/\(year)"
    case (.vietnamese, .jalali), (.english, _): "\(number) \(name) \(year)"
    case (.persian, _):
      NumberText.localized("\(number)", in: language) + " \(name) "
        + NumberText.localized("\(year)", in: language)
    }
  }

  /// In a field that takes a day: what browsers' own fields of days hold, or `۱۴۰۵/۰۹/۰۲`, for
  /// which they have none.
  package static func field(
    _ day: Day,
    _ calendar: BusinessCalendar,
    in language: Language
  ) -> String {
    guard calendar.system == .jalali else { return day.description }
    let (year, month, number) = calendar.components(of: day)
    let parts = [month, number].map { ($0 < 10 ? "0" : "") + "\($0)" }
    return NumberText.localized("\(year)/\(parts[0])/\(parts[1])", in: language)
  }

  /// The kind of such a field.
  package static func fieldKind(_ calendar: BusinessCalendar) -> String {
    calendar.system == .jalali ? "text" : "date"
  }

  /// First and last day of a period: `25 Aug 2026 – 23 Nov 2026`.
  package static func text(
    _ period: Period,
    _ calendar: BusinessCalendar,
    in language: Language
  ) -> String {
    let first = text(period.start, calendar, in: language)
    guard period.length > 1 else { return first }
    return first + " – " + text(period.end + -1, calendar, in: language)
  }
}
