package import Kernel

/// What a date field says, also while it is not yet known whether days or months come first.
package enum DateReading: Hashable, Sendable {
  /// Nothing is there.
  case missing
  /// No date in any order that is looked for.
  case unreadable
  /// A date in one way only, since the pattern is named or the year comes first.
  case day(Day)
  /// Two numbers and a year: as a date with the day first, and as one with the month first.
  case eitherWay(dayFirst: Day?, monthFirst: Day?)
}

/// How a column's dates are read: by a named pattern, or by what they show.
package struct DateReader: Hashable, Sendable {
  private let pattern: DatePattern?

  package init(pattern: DatePattern?) { self.pattern = pattern }

  func reading(in bytes: Span<UInt8>, _ field: Range<Int>) -> DateReading {
    if pattern == nil || pattern == .iso, let day = Self.isoDay(in: bytes, field) {
      return .day(day)
    }
    return reading(of: FieldText.plain(in: bytes, field))
  }

  package func reading(of text: [UInt8]) -> DateReading {
    if FieldNumbers.isMissing(text) { return .missing }
    if let pattern { return pattern.day(text).map { .day($0) } ?? .unreadable }
    return Self.inferred(text)
  }

  /// The shape by far most dates have, `2026-11-23`, perhaps with a time behind it.
  @inline(__always)
  private static func isoDay(in bytes: Span<UInt8>, _ field: Range<Int>) -> Day? {
    guard field.count >= 10 else { return nil }
    let start = field.lowerBound
    guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-") else {
      return nil
    }
    if field.count > 10 {
      guard field.count > 11, FieldNumbers.digit(bytes[start + 11]) != nil,
        bytes[start + 10] == .space || bytes[start + 10] == UInt8(ascii: "T")
      else { return nil }
    }
    var value = 0
    for place in start..<start + 10 where place != start + 4 && place != start + 7 {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    guard !Day.jalaliYears.contains(value / 10_000) else { return nil }
    return Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }

  /// Year first when the first number has four digits, or eight in all; the year last otherwise.
  private static func inferred(_ text: [UInt8]) -> DateReading {
    if text.count == 8, text.allSatisfy({ FieldNumbers.digit($0) != nil }) {
      return DatePattern.packed.day(text).map { .day($0) } ?? .unreadable
    }
    var rest = text[...]
    guard let first = DateParts.number(&rest), let mark = rest.popFirst(), isMark(mark),
      let second = DateParts.number(&rest), rest.popFirst() == mark,
      let third = DateParts.number(&rest), DateParts.isTimeOrNothing(rest)
    else { return .unreadable }
    var parts = DateParts()
    if first.digits == 4 {
      parts.setYear(first)
      parts.month = second.value
      parts.day = third.value
      return parts.date.map { .day($0) } ?? .unreadable
    }
    parts.setYear(third)
    parts.day = first.value
    parts.month = second.value
    let dayFirst = parts.date
    swap(&parts.day, &parts.month)
    let monthFirst = parts.date
    if dayFirst == nil && monthFirst == nil { return .unreadable }
    return .eitherWay(dayFirst: dayFirst, monthFirst: monthFirst)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
