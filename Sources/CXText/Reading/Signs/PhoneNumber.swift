/// Telephone numbers of Vietnam, Iran and the rest of the world, in digits of any script.
enum PhoneNumber {
  /// More than the fifteen digits of the longest number with its prefix 00.
  private static let digitsMax = 17

  /// The place after a telephone number that begins here.
  ///
  /// - Complexity: constant; no more than seventeen digits are looked at.
  static func end(_ comment: Span<UInt8>, at start: Int) -> Int? {
    guard start == 0 || !Markup.isLetterOrDigit(comment[start - 1]) else { return nil }
    var number = Dialled()
    var place = start
    var best: Int?
    while place < comment.count {
      let scalar = NextScalar(comment, at: place)
      let entry = ScalarTable[scalar.value]
      if entry.role == .digit {
        guard number.count < digitsMax else { return best }
        number.append(entry.folded & 0xF)
        place = scalar.end
        continue
      }
      if number.isWhole { best = place }
      if number.isComplete { return best }
      guard number.takes(scalar.value) else { break }
      place = scalar.end
    }
    if place == comment.count, number.isWhole { best = place }
    return best
  }
}

/// The digits dialled so far and the groups they stand in.
private struct Dialled {
  /// The digits as one decimal number, after the country’s plus or two zeros.
  var digits: UInt64 = 0
  var count = 0
  var hasPlus = false
  var groups = 0

  /// Lengths of the groups, a decimal digit each.
  var shape = 0
  var inGroup = 0
  var separators = 0

  mutating func append(_ digit: UInt32) {
    if inGroup == 0 { groups += 1 }
    separators = 0
    inGroup += 1
    count += 1
    digits = digits &* 10 &+ UInt64(digit)
  }

  /// Whether a sign may stand inside a number.
  mutating func takes(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x2B:
      guard count == 0, !hasPlus else { return false }
      hasPlus = true
      return true
    case 0x20, 0xA0, 0x2D, 0x2E, 0x28, 0x29, 0x2011, 0x2013:
      guard count > 0 || sign == 0x28, separators < 2 else { return false }
      if inGroup > 0 { shape = shape * 10 + min(inGroup, 9) }
      inGroup = 0
      separators += 1
      return true
    default: return false
    }
  }

  private var wholeShape: Int { shape * 10 + min(inGroup, 9) }

  /// Nothing that follows belongs to the number.
  var isComplete: Bool {
    guard isWhole else { return false }
    return hasPlus ? count >= 11 : true
  }

  /// Whether the digits are a number as people write them.
  var isWhole: Bool {
    guard inGroup > 0 else { return false }
    if hasPlus { return isInternational(digits, count) }
    switch count {
    // Trunk zero: Vietnam has ten digits (eleven on land), Iran eleven.
    case 10 where digits >= 200_000_000 && digits < 1_000_000_000: return startsAtZero
    case 11 where digits >= 1_000_000_000 && digits < 10_000_000_000: return startsAtZero
    case 11 where digits / 1_000_000_000 == 84: return true
    case 12 where digits / 10_000_000_000 == 98: return digits / 1_000_000_000 == 989
    case 12...15 where startsAtZero && digits * 10 < power(count - 1):
      return isInternational(digits, count - 2)
    case 10: return wholeShape == 334
    case 11: return wholeShape == 1334
    default: return false
    }
  }

  /// The number of digits says that zeros stand before the first that counts.
  private var startsAtZero: Bool {
    // A trunk number begins with a group of three or more; “05.10.2024 08” is a date.
    var first = wholeShape
    while first >= 10 { first /= 10 }
    guard first >= 3 else { return false }
    return digits < power(count - 1)
  }

  private func power(_ exponent: Int) -> UInt64 {
    var power: UInt64 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  private func isInternational(_ digits: UInt64, _ count: Int) -> Bool {
    guard count >= 8, count <= 15 else { return false }
    var country = digits
    while country >= 100 { country /= 10 }
    switch country {
    case 84: return count == 11 || count == 12 && groups == 1
    case 98, 44: return count == 12
    case 10...19: return count == 11
    default: return true
    }
  }
}
