/// The number of a word’s normal form, the same in every run and on every machine.
///
/// - Formula: FNV-1a of 64 bits, its upper half folded in.
enum WordNumber {
  @inline(__always)
  static func of(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in range { hash = (hash ^ UInt64(bytes[place])) &* 0x0000_0100_0000_01B3 }
    return hash ^ hash >> 31
  }
}
