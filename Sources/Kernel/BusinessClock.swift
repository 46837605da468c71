package import Foundation

/// Tells which day it is where the business is.
///
/// The day is fixed when an answer is written; a later change of zone never moves old days.
package struct BusinessClock: Sendable {
  /// Asked anew each time: a business may move.
  private let whereabouts: @Sendable () -> TimeZone
  package let now: @Sendable () -> Instant

  package init(
    whereabouts: @escaping @Sendable () -> TimeZone,
    now: @escaping @Sendable () -> Instant = { .now() }
  ) {
    self.whereabouts = whereabouts
    self.now = now
  }

  package init(zone: TimeZone, now: @escaping @Sendable () -> Instant = { .now() }) {
    self.init(whereabouts: { zone }, now: now)
  }

  package var zone: TimeZone { whereabouts() }

  package func day(of instant: Instant) -> Day {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    let local = instant.milliseconds + Int64(zone.secondsFromGMT(for: date)) * 1000
    return Day(rawValue: Int32(local.flooredDivision(by: 86_400_000)))
  }

  package var today: Day { day(of: now()) }
}

extension Instant {
  /// The machine's clock.
  package static func now() -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
}
