/// Sixty-four bits that stand for a word: equal words have equal ones, and among a million
/// different words two agree once in thirty million such collections.
///
/// - Source: the byte-wise mixing is Fowler, Noll and Vo’s 1a; the finish is SplitMix64’s (Steele,
///   Lea and Flood, OOPSLA 2014).
enum WordHash {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  @inline(__always)
  static func finished(_ hash: UInt64) -> UInt64 {
    var z = hash
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  static func of(_ bytes: [UInt8], in range: Range<Int>) -> UInt64 {
    var hash = start
    for place in range { hash = adding(bytes[place], to: hash) }
    return finished(hash)
  }
}
