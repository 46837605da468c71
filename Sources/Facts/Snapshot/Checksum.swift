/// XXH64, Yann Collet's checksum of 64 bits: made against damage, not against intent.
///
/// It runs at the speed of memory, so that ten million facts are proved whole within moments.
enum Checksum {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )

  static func of(_ bytes: RawSpan) -> UInt64 {
    var offset = 0
    var sum = primes.4
    if bytes.byteCount >= 32 {
      var lanes = SIMD4<UInt64>(primes.0 &+ primes.1, primes.1, 0, 0 &- primes.0)
      while offset + 32 <= bytes.byteCount {
        for lane in 0..<4 {
          lanes[lane] = round(lanes[lane], unsafe bytes.word(at: offset + 8 * lane))
        }
        offset += 32
      }
      sum =
        lanes[0].rotated(by: 1) &+ lanes[1].rotated(by: 7) &+ lanes[2].rotated(by: 12)
        &+ lanes[3].rotated(by: 18)
      for lane in 0..<4 { sum = (sum ^ round(0, lanes[lane])) &* primes.0 &+ primes.3 }
    }
    return finish(sum &+ UInt64(bytes.byteCount), bytes, from: offset)
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    (lane &+ word &* primes.1).rotated(by: 31) &* primes.0
  }

  /// Mixes in the last bytes, fewer than 32.
  private static func finish(_ start: UInt64, _ bytes: RawSpan, from start32: Int) -> UInt64 {
    var sum = start
    var offset = start32
    while offset + 8 <= bytes.byteCount {
      sum = (sum ^ round(0, unsafe bytes.word(at: offset))).rotated(by: 27)
      sum = sum &* primes.0 &+ primes.3
      offset += 8
    }
    if offset + 4 <= bytes.byteCount {
      let half = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
      sum = (sum ^ UInt64(UInt32(littleEndian: half)) &* primes.0).rotated(by: 23)
      sum = sum &* primes.1 &+ primes.2
      offset += 4
    }
    while offset < bytes.byteCount {
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
      sum = (sum ^ UInt64(byte) &* primes.4).rotated(by: 11) &* primes.0
      offset += 1
    }
    sum = (sum ^ (sum >> 33)) &* primes.1
    sum = (sum ^ (sum >> 29)) &* primes.2
    return sum ^ (sum >> 32)
  }
}

extension RawSpan {
  /// The caller keeps eight bytes from `offset` on within the span.
  @unsafe fileprivate func word(at offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

extension UInt64 {
  fileprivate func rotated(by bits: UInt64) -> UInt64 { self &<< bits | self &>> (64 &- bits) }
}
