/// A moment, the same everywhere.
///
/// - Units: milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable {
  package let rawValue: Int64

  package init(rawValue: Int64) { self.rawValue = rawValue }

  package init(milliseconds: Int64) { rawValue = milliseconds }

  package var milliseconds: Int64 { rawValue }

  package static func < (left: Instant, right: Instant) -> Bool { left.rawValue < right.rawValue }

  package static func + (instant: Instant, duration: Duration) -> Instant {
    let (seconds, attoseconds) = duration.components
    return Instant(
      milliseconds: instant.rawValue + seconds * 1000 + attoseconds / 1_000_000_000_000_000
    )
  }
}

extension Instant: LosslessStringConvertible {
  /// RFC 3339 in UTC, with milliseconds only when there are any.
  package var description: String {
    let day = rawValue.flooredDivision(by: 86_400_000)
    let rest = Int(rawValue - day * 86_400_000)
    let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60]
      .map { $0.padded(to: 2) }.joined(separator: ":")
    let fraction = rest % 1000 == 0 ? "" : "." + (rest % 1000).padded(to: 3)
    return "\(Day(rawValue: Int32(day)))T\(clock)\(fraction)Z"
  }

  /// Reads RFC 3339 with its zone, `2026-11-23T08:00:00+07:00`; digits beyond
  /// milliseconds are dropped. A leap second counts as the last second of its minute.
  package init?(_ text: String) {
    let utf8 = Array(text.utf8)
    guard utf8.count >= 20, utf8.count <= 40,
      let day = Day(String(text.prefix(10))),
      [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(utf8[10]),
      utf8[13] == UInt8(ascii: ":"), utf8[16] == UInt8(ascii: ":"),
      let hour = Int(asciiDigits: utf8[11..<13]), hour <= 23,
      let minute = Int(asciiDigits: utf8[14..<16]), minute <= 59,
      let second = Int(asciiDigits: utf8[17..<19]), second <= 60
    else { return nil }
    var position = 19
    var milliseconds = 0
    if utf8[position] == UInt8(ascii: ".") {
      let digits = utf8[(position + 1)...].prefix { $0 >= 48 && $0 <= 57 }
      guard !digits.isEmpty else { return nil }
      let kept = Array(digits.prefix(3)) + Array(repeating: 48, count: max(0, 3 - digits.count))
      milliseconds = Int(asciiDigits: kept[...]) ?? 0
      position = digits.endIndex
    }
    guard let offset = Self.zoneMinutes(utf8[position...]) else { return nil }
    let minutes = (hour * 60 + minute - offset)
    rawValue =
      Int64(day.rawValue) * 86_400_000 + Int64(minutes) * 60_000
      + Int64(min(second, 59)) * 1000 + Int64(milliseconds)
  }

  /// Minutes east of UTC: `Z`, `+07:00`, `-03:30`.
  private static func zoneMinutes(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let sign = bytes.first else { return nil }
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return bytes.count == 1 ? 0 : nil }
    let start = bytes.startIndex
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), bytes.count == 6,
      bytes[start + 3] == UInt8(ascii: ":"),
      let hours = Int(asciiDigits: bytes[(start + 1)..<(start + 3)]), hours <= 23,
      let minutes = Int(asciiDigits: bytes[(start + 4)..<(start + 6)]), minutes <= 59
    else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }
}

extension Int64 {
  func flooredDivision(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
