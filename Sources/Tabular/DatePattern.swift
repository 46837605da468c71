package import Kernel

/// The order in which a file writes day, month and year, as in `d/m/y`.
///
/// Letters name the parts, however often repeated; what stands between them is taken as written.
/// Years have two digits (69 is 1969, 68 is 2068, as POSIX has it) or four. A clock time may follow
/// after a space or `T` and is passed over: a day is a day as written.
package struct DatePattern: Hashable, Sendable {
  private enum Piece: Hashable, Sendable {
    case year, month, day
    case mark(UInt8)
  }

  private let pieces: [Piece]

  /// Without marks between them, parts have the digits that the pattern shows: `yyyymmdd`.
  private let widths: [Int]?

  /// ISO 8601, `2026-11-23`.
  package static let iso = DatePattern(pieces: [
    .year, .mark(UInt8(ascii: "-")), .month, .mark(UInt8(ascii: "-")), .day,
  ])

  /// ISO 8601 without marks, `20261123`.
  static let packed = DatePattern(pieces: [.year, .month, .day], widths: [4, 2, 2])

  private init(pieces: [Piece], widths: [Int]? = nil) {
    self.pieces = pieces
    self.widths = widths
  }

  /// Nil unless the text names each of `d`, `m` and `y` once, such as `d/m/y` or `yyyymmdd`.
  package init?(_ text: String) {
    var pieces: [Piece] = []
    var widths: [Int] = []
    for byte in text.lowercased().utf8 {
      let piece: Piece =
        switch byte {
        case UInt8(ascii: "y"): .year
        case UInt8(ascii: "m"): .month
        case UInt8(ascii: "d"): .day
        default: .mark(byte)
        }
      if piece == pieces.last, case .mark = piece { return nil }
      if piece == pieces.last {
        widths[widths.count - 1] += 1
      } else {
        pieces.append(piece)
        widths.append(1)
      }
    }
    let parts = pieces.filter { if case .mark = $0 { false } else { true } }
    guard parts.count == 3, Set(parts).count == 3 else { return nil }
    let isPacked = pieces.count == 3
    let isWide = zip(pieces, widths).allSatisfy { $0 == .year ? $1 == 2 || $1 == 4 : $1 == 2 }
    guard !isPacked || isWide else { return nil }
    for place in pieces.indices.dropFirst() where !isPacked {
      if parts.contains(pieces[place]) && parts.contains(pieces[place - 1]) { return nil }
    }
    self.pieces = pieces
    self.widths = isPacked ? widths : nil
  }

  /// The day that a field names; nil when it does not follow the pattern or no calendar has it.
  package func day(_ text: [UInt8]) -> Day? {
    var rest = text[...]
    var parts = DateParts()
    for (place, piece) in pieces.enumerated() {
      if case .mark(let mark) = piece {
        guard rest.popFirst() == mark else { return nil }
        continue
      }
      guard let number = DateParts.number(&rest, width: widths?[place]) else { return nil }
      switch piece {
      case .year: parts.setYear(number)
      case .month: parts.month = number.value
      default: parts.day = number.value
      }
    }
    guard DateParts.isTimeOrNothing(rest) else { return nil }
    return parts.date
  }
}

/// Year, month and day while they are read.
struct DateParts {
  var year = 0
  var month = 0
  var day = 0

  struct Number {
    let value: Int
    let digits: Int
  }

  /// A year such as 1404 is Jalali: see `Day.jalaliYears`.
  var date: Day? {
    Day.jalaliYears.contains(year)
      ? Day(jalaliYear: year, month: month, day: day) : Day(year: year, month: month, day: day)
  }

  /// A year of two or four digits; any other makes no date.
  mutating func setYear(_ number: Number) {
    switch number.digits {
    case 4: year = number.value
    case 2: year = number.value + (number.value < 69 ? 2000 : 1900)
    default: year = 0
    }
  }

  /// Takes up to four digits, or as many as `width` says, from the front.
  static func number(_ rest: inout ArraySlice<UInt8>, width: Int? = nil) -> Number? {
    var value = 0
    var digits = 0
    while digits < width ?? 4, let byte = rest.first, let digit = FieldNumbers.digit(byte) {
      value = value * 10 + digit
      digits += 1
      rest.removeFirst()
    }
    guard digits > 0, width == nil || digits == width else { return nil }
    return Number(value: value, digits: digits)
  }

  /// A clock time may stand behind a date.
  static func isTimeOrNothing(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return true }
    guard first == .space || first == UInt8(ascii: "T"), let next = rest.dropFirst().first else {
      return false
    }
    return FieldNumbers.digit(next) != nil
  }
}
