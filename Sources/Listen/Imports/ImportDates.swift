import Foundation
import Kernel
import Tabular

/// How the dates of a file are read.
struct ImportDates: Hashable, Sendable {
  /// The pattern asked for, as it was written; nil to read what the dates show.
  let format: String?

  /// What the whole file showed about dates whose day and month could be swapped.
  let order: DateOrderEvidence.Order

  /// Where clock times without a zone are meant.
  let zone: TimeZone

  /// A day, and the moment an answer is kept with.
  struct Reading: Hashable, Sendable {
    let day: Day
    let at: Instant

    /// Whether the file said more than the day.
    let hasTime: Bool
  }

  enum Failure: Error, Hashable { case unreadable, beforeOurTime }

  /// Dates before this are a mistake of writing.
  private static let earliest = Day(year: 1900, month: 1, day: 1)
}

/// Reads one date after another, remembering what the zone's clock did on each day.
struct ImportDateReader {
  private let dates: ImportDates
  private let reader: DateReader
  private var offsets: [Day: Int] = [:]

  init(_ dates: ImportDates) {
    self.dates = dates
    reader = DateReader(pattern: dates.format.flatMap { DatePattern($0) })
  }

  /// Reads a date with or without a clock time; nil where nothing is said.
  ///
  /// A date alone fixes the day as written, whatever the zone; it is kept as noon there. A clock
  /// time is meant in the zone it names, or else in the business's own.
  mutating func read(_ text: String) throws(ImportDates.Failure) -> ImportDates.Reading? {
    let plain = text.plainFieldBytes
    let day: Day
    switch reader.reading(of: plain) {
    case .missing: return nil
    case .unreadable: throw .unreadable
    case .day(let found): day = found
    case .eitherWay(let dayFirst, let monthFirst):
      let meant = dates.order == .dayFirst ? dayFirst : monthFirst
      guard let meant else { throw .unreadable }
      day = meant
    }
    if let earliest = ImportDates.earliestDay, day < earliest { throw .beforeOurTime }
    guard let start = plain.firstIndex(where: { $0 == 0x20 || $0 == 0x54 }) else {
      let noon = instant(day, milliseconds: 12 * 3_600_000)
      return ImportDates.Reading(day: day, at: noon, hasTime: false)
    }
    guard let clock = ClockTime(plain[(start + 1)...]) else { throw .unreadable }
    guard let minutesEast = clock.minutesEast else {
      let at = instant(day, milliseconds: clock.milliseconds)
      return ImportDates.Reading(day: day, at: at, hasTime: true)
    }
    let utc = Int64(day.rawValue) * 86_400_000 + clock.milliseconds - Int64(minutesEast) * 60_000
    let at = Instant(milliseconds: utc)
    let local = BusinessClock(zone: dates.zone).day(of: at)
    return ImportDates.Reading(day: local, at: at, hasTime: true)
  }

  /// The moment at which the zone's clocks showed so many milliseconds of a day.
  private mutating func instant(_ day: Day, milliseconds: Int64) -> Instant {
    let local = Int64(day.rawValue) * 86_400_000 + milliseconds
    if let offset = offset(on: day) { return Instant(milliseconds: local - Int64(offset) * 1000) }
    // On a day when clocks change, the offset of the moment itself: found in two steps.
    let first = local - Int64(seconds(at: local)) * 1000
    return Instant(milliseconds: local - Int64(seconds(at: first)) * 1000)
  }

  /// Seconds east of Greenwich when they were the same all day; nil on the day clocks change.
  private mutating func offset(on day: Day) -> Int? {
    if let known = offsets[day] { return known == .min ? nil : known }
    let midday = Int64(day.rawValue) * 86_400_000 + 43_200_000
    // A day and a half each way holds the whole local day in every zone.
    let before = seconds(at: midday - 129_600_000)
    let after = seconds(at: midday + 129_600_000)
    offsets[day] = before == after ? before : .min
    return before == after ? before : nil
  }

  private func seconds(at milliseconds: Int64) -> Int {
    dates.zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
  }
}

extension ImportDates {
  fileprivate static var earliestDay: Day? { earliest }
}

/// A time of day as files write it: `20:09`, `8:15:30.5 PM`, `20:09:00+07:00`, `20:09Z`.
struct ClockTime: Hashable, Sendable {
  /// Since midnight.
  let milliseconds: Int64

  /// The zone it names, in minutes east of UTC; nil without one.
  let minutesEast: Int?

  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    guard var hour = Self.number(&rest, digits: 1...2), hour <= 24,
      rest.popFirst() == UInt8(ascii: ":"),
      let minute = Self.number(&rest, digits: 2...2), minute <= 59
    else { return nil }
    var second = 0
    var fraction = 0
    if rest.first == UInt8(ascii: ":") {
      rest.removeFirst()
      guard let read = Self.number(&rest, digits: 2...2), read <= 60 else { return nil }
      second = min(read, 59)
      if rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") {
        rest.removeFirst()
        let digits = rest.prefix { Self.digit($0) != nil }
        guard !digits.isEmpty, digits.count <= 9 else { return nil }
        rest = rest.dropFirst(digits.count)
        let kept = Array(digits.prefix(3)) + Array(repeating: 48, count: max(0, 3 - digits.count))
        fraction = kept.reduce(0) { $0 * 10 + Int($1 &- 48) }
      }
    }
    Self.skipSpaces(&rest)
    if let half = Self.half(&rest) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == .after ? 12 : 0)
    }
    Self.skipSpaces(&rest)
    guard let zone = Self.zone(rest) else { return nil }
    guard hour < 24 || (minute == 0 && second == 0 && fraction == 0) else { return nil }
    // Midnight at the end of a day still belongs to the day it is written with.
    let inDay = hour == 24 ? 86_399_999 : ((hour * 60 + minute) * 60 + second) * 1000 + fraction
    milliseconds = Int64(inDay)
    minutesEast = zone.minutesEast
  }

  private enum Half { case before, after }

  private struct Zone { let minutesEast: Int? }

  private static func half(_ rest: inout ArraySlice<UInt8>) -> Half? {
    guard rest.count >= 2, rest[rest.startIndex + 1] | 0x20 == UInt8(ascii: "m") else { return nil }
    switch rest[rest.startIndex] | 0x20 {
    case UInt8(ascii: "a"):
      rest.removeFirst(2)
      return .before
    case UInt8(ascii: "p"):
      rest.removeFirst(2)
      return .after
    default: return nil
    }
  }

  /// Nil for what is no zone.
  private static func zone(_ bytes: ArraySlice<UInt8>) -> Zone? {
    guard let first = bytes.first else { return Zone(minutesEast: nil) }
    let word = String(decoding: bytes, as: UTF8.self).uppercased()
    if ["Z", "UTC", "GMT"].contains(word) { return Zone(minutesEast: 0) }
    guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else { return nil }
    var rest = bytes.dropFirst()
    guard let hours = number(&rest, digits: 2...2), hours <= 23 else { return nil }
    var minutes = 0
    if rest.first == UInt8(ascii: ":") { rest.removeFirst() }
    if !rest.isEmpty {
      guard let read = number(&rest, digits: 2...2), read <= 59 else { return nil }
      minutes = read
    }
    guard rest.isEmpty else { return nil }
    return Zone(minutesEast: (first == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes))
  }

  private static func number(
    _ rest: inout ArraySlice<UInt8>,
    digits: ClosedRange<Int>
  ) -> Int? {
    var value = 0
    var count = 0
    while count < digits.upperBound, let byte = rest.first, let digit = digit(byte) {
      value = value * 10 + digit
      count += 1
      rest.removeFirst()
    }
    return count >= digits.lowerBound ? value : nil
  }

  private static func digit(_ byte: UInt8) -> Int? {
    let digit = byte &- UInt8(ascii: "0")
    return digit < 10 ? Int(digit) : nil
  }

  private static func skipSpaces(_ rest: inout ArraySlice<UInt8>) {
    while rest.first == 0x20 { rest.removeFirst() }
  }
}
