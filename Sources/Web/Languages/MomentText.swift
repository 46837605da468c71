package import Foundation
package import Kernel

/// Moments as people of a language write them, where a business is.
package enum MomentText {
  /// `23 Nov 2026, 09:41` · `23/11/2026 09:41` · `۲ آذر ۱۴۰۵، ۰۹:۴۱`
  package static func text(
    _ moment: Instant,
    in zone: TimeZone,
    _ calendar: BusinessCalendar,
    in language: Language
  ) -> String {
    let day = DayText.text(BusinessClock(zone: zone).day(of: moment), calendar, in: language)
    let clock = clock(moment, in: zone, language)
    return switch language {
    case .english: "\(day), \(clock)"
    case .vietnamese: "\(day) \(clock)"
    case .persian: "\(day)، \(clock)"
    }
  }

  /// Hours and minutes of a day of 24 hours.
  package static func clock(_ moment: Instant, in zone: TimeZone, _ language: Language) -> String {
    let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
    let local = moment.milliseconds / 1000 + Int64(zone.secondsFromGMT(for: date))
    let second = ((local % 86_400) + 86_400) % 86_400
    let parts = [second / 3600, second / 60 % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return NumberText.localized(parts.joined(separator: ":"), in: language)
  }
}
