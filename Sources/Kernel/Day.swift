/// A calendar day without a clock or a zone, counted from 1970-01-01.
///
/// - Units: days; negative before 1970. Proleptic Gregorian calendar.
package struct Day: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// Nil for a date that no calendar has, such as 31 April.
  ///
  /// The arithmetic counts years from March so that the leap day comes last
  /// (E. G. Richards, “Mapping Time”, 1998).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, of: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    rawValue = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Years that are taken for Jalali ones where a date has four digits of year: nothing that files
  /// hold is dated so in the Gregorian calendar.
  package static let jalaliYears = 1300...1499

  /// Nil for a date that the Persian solar calendar does not have, or in other years than these.
  ///
  /// Eight of 33 years are leap years, which agrees with the sky from 1178 through 1633 (K. M.
  /// Borkowski, “The Persian calendar for 3000 years”, 1996).
  package init?(jalaliYear year: Int, month: Int, day: Int) {
    guard Self.jalaliYears.contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = (25 * year + 11) % 33 < 8
    guard day <= (month <= 6 ? 31 : month <= 11 || isLeap ? 30 : 29) else { return nil }
    let monthsBefore = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6
    let daysBefore = 365 * (year - 1) + (8 * year + 21) / 33
    rawValue = Int32(daysBefore + monthsBefore + day - 1 - 492_268)
  }

  /// The Gregorian year, month (1…12) and day of the month (1…31).
  package var gregorian: (year: Int, month: Int, day: Int) {
    let shifted = Int(rawValue) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  /// Monday is 1 and Sunday 7, as in ISO 8601.
  package var isoWeekday: Int { (Int(rawValue) + 3).modulo(7) + 1 }

  package static func < (left: Day, right: Day) -> Bool { left.rawValue < right.rawValue }

  package static func + (day: Day, days: Int) -> Day {
    Day(rawValue: day.rawValue + Int32(days))
  }

  package static func - (left: Day, right: Day) -> Int { Int(left.rawValue - right.rawValue) }

  private static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: LosslessStringConvertible {
  /// ISO 8601, `2026-11-23`.
  package var description: String {
    let (year, month, day) = gregorian
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  /// Reads `2026-11-23` and nothing looser.
  package init?(_ text: String) {
    let utf8 = Array(text.utf8)
    guard utf8.count == 10, utf8[4] == UInt8(ascii: "-"), utf8[7] == UInt8(ascii: "-"),
      let year = Int(asciiDigits: utf8[0..<4]), let month = Int(asciiDigits: utf8[5..<7]),
      let day = Int(asciiDigits: utf8[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension Day {
  /// A day as people type it: `2026-11-23`, or `1405/9/2` in the Persian calendar, with the digits
  /// of any of our languages.
  package init?(typed text: String) {
    let parts = text.folded.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
      .map { part in part.utf8.count <= 4 ? Int(asciiDigits: Array(part.utf8)[...]) : nil }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    if Self.jalaliYears.contains(year) {
      self.init(jalaliYear: year, month: month, day: day)
    } else {
      self.init(year: year, month: month, day: day)
    }
  }
}

extension Int {
  /// The remainder with the divisor's sign, so that days before 1970 have weekdays too.
  func modulo(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  /// ASCII digits with leading zeros.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }

  /// Nil unless every byte is an ASCII digit and there is at least one.
  init?(asciiDigits bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    self = value
  }
}
