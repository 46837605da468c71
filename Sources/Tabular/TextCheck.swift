/// Checks that bytes are UTF-8, sixty-four at a time, by where lead and continuation bytes lie.
///
/// - Source: The Unicode Standard, table 3-7, “Well-Formed UTF-8 Byte Sequences”.
struct TextCheck {
  /// Bits that the block before has already asked of this one.
  private var continuationsOwed: UInt64 = 0
  private var afterE0: UInt64 = 0
  private var afterED: UInt64 = 0
  private var afterF0: UInt64 = 0
  private var afterF4: UInt64 = 0

  /// Set once something was not UTF-8; where exactly is for `firstFault` to find.
  private(set) var isBroken = false

  @inline(__always)
  mutating func take(_ block: ByteBlock) {
    if block.isASCII {
      if continuationsOwed != 0 {
        isBroken = true
        continuationsOwed = 0
      }
    } else {
      takeHigh(block)
    }
  }

  @inline(__always)
  private mutating func takeHigh(_ block: ByteBlock) {
    let continuations = block.highMask(below: 0xC0)
    let leads = block.highMask & ~continuations
    let longLeads = leads & ~block.highMask(below: 0xE0)
    var faults = leads & block.highMask(below: 0xC2)
    var owed = leads &<< 1 | longLeads &<< 2 | continuationsOwed
    continuationsOwed = leads &>> 63 | longLeads &>> 62
    if longLeads | afterE0 | afterED | afterF0 | afterF4 != 0 {
      faults |= takeLong(block, longLeads, continuations, &owed)
    }
    faults |= owed ^ continuations
    if faults != 0 { isBroken = true }
  }

  /// Three and four bytes long: some second bytes would spell a character twice, or none.
  @inline(__always)
  private mutating func takeLong(
    _ block: ByteBlock,
    _ longLeads: UInt64,
    _ continuations: UInt64,
    _ owed: inout UInt64
  ) -> UInt64 {
    let longest = longLeads & ~block.highMask(below: 0xF0)
    owed |= longest &<< 3
    continuationsOwed |= longest &>> 61
    let belowA0 = block.highMask(below: 0xA0)
    let e0 = block.mask(of: 0xE0)
    let ed = block.mask(of: 0xED)
    var faults = (e0 &<< 1 | afterE0) & belowA0
    faults |= (ed &<< 1 | afterED) & continuations & ~belowA0
    afterE0 = e0 &>> 63
    afterED = ed &>> 63
    if longest | afterF0 | afterF4 != 0 {
      let below90 = block.highMask(below: 0x90)
      let f0 = block.mask(of: 0xF0)
      let f4 = block.mask(of: 0xF4)
      faults |= (f0 &<< 1 | afterF0) & below90
      faults |= (f4 &<< 1 | afterF4) & continuations & ~below90
      faults |= longest & ~block.highMask(below: 0xF5)
      afterF0 = f0 &>> 63
      afterF4 = f4 &>> 63
    }
    return faults
  }

  /// The position of the first byte that begins no character of UTF-8; nil when all do.
  static func firstFault(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var position = start
    while position < end {
      let length = characterLength(in: bytes, at: position, to: end)
      guard length > 0 else { return position }
      position += length
    }
    return nil
  }

  /// The bytes of the character at `position`; 0 when there is none.
  private static func characterLength(
    in bytes: Span<UInt8>,
    at position: Int,
    to end: Int
  ) -> Int {
    let lead = bytes[position]
    if lead < 0x80 { return 1 }
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0x80...0xBF)
      }
    guard length > 0, position + length <= end, second.contains(bytes[position + 1]) else {
      return 0
    }
    for offset in 2..<max(2, length) where !(0x80...0xBF).contains(bytes[position + offset]) {
      return 0
    }
    return length
  }
}
