#if arch(x86_64)
  import _Builtin_intrinsics.intel.sse2
#endif

/// Sixty-four bytes of text, asked one question at a time; bit i of an answer is byte i.
///
/// Swift's own vector comparisons end in a mask that has no short way into an integer, so on
/// x86-64 the two instructions that every such machine has are named; elsewhere arithmetic on
/// the same vectors does their work.
struct ByteBlock {
  #if arch(x86_64)
    typealias Lane = SIMD2<Int64>
  #else
    typealias Lane = SIMD16<UInt8>
  #endif

  private let first: Lane
  private let second: Lane
  private let third: Lane
  private let fourth: Lane

  /// The caller owns at least `ByteBlock.size` readable bytes from `address` on.
  @inline(__always)
  @unsafe
  init(loading address: UnsafeRawPointer) {
    first = unsafe address.loadUnaligned(as: Lane.self)
    second = unsafe address.loadUnaligned(fromByteOffset: 16, as: Lane.self)
    third = unsafe address.loadUnaligned(fromByteOffset: 32, as: Lane.self)
    fourth = unsafe address.loadUnaligned(fromByteOffset: 48, as: Lane.self)
  }

  static var size: Int { 64 }

  /// Which bytes are `byte`.
  @inline(__always)
  func mask(of byte: UInt8) -> UInt64 {
    let wanted = Self.lane(filledWith: byte)
    return Self.joined(
      Self.bits(Self.equal(first, wanted)),
      Self.bits(Self.equal(second, wanted)),
      Self.bits(Self.equal(third, wanted)),
      Self.bits(Self.equal(fourth, wanted))
    )
  }

  /// Which bytes are not ASCII.
  @inline(__always)
  var highMask: UInt64 {
    Self.joined(Self.bits(first), Self.bits(second), Self.bits(third), Self.bits(fourth))
  }

  /// Which bytes are not ASCII and less than `byte`, itself not ASCII.
  @inline(__always)
  func highMask(below byte: UInt8) -> UInt64 {
    let bound = Self.lane(filledWith: byte)
    return Self.joined(
      Self.bits(Self.highBelow(first, bound)),
      Self.bits(Self.highBelow(second, bound)),
      Self.bits(Self.highBelow(third, bound)),
      Self.bits(Self.highBelow(fourth, bound))
    )
  }

  /// Whether all bytes are ASCII: cheaper than asking which are not.
  @inline(__always)
  var isASCII: Bool { Self.bits((first | second) | (third | fourth)) == 0 }

  /// Whether some byte is NUL: cheaper than asking which.
  @inline(__always)
  var hasNUL: Bool {
    let least = Self.least(Self.least(first, second), Self.least(third, fourth))
    return Self.bits(Self.equal(least, Self.lane(filledWith: 0))) != 0
  }

  @inline(__always)
  private static func joined(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> UInt64 {
    (a | b &<< 16) | (c | d &<< 16) &<< 32
  }
}

#if arch(x86_64)
  extension ByteBlock {
    @inline(__always)
    private static func lane(filledWith byte: UInt8) -> Lane {
      _mm_set1_epi8(CChar(bitPattern: byte))
    }

    @inline(__always)
    private static func equal(_ left: Lane, _ right: Lane) -> Lane { _mm_cmpeq_epi8(left, right) }

    /// As signed numbers, bytes from 0x80 on come before all others, in their own order.
    @inline(__always)
    private static func highBelow(_ left: Lane, _ right: Lane) -> Lane {
      _mm_cmplt_epi8(left, right)
    }

    @inline(__always)
    private static func least(_ left: Lane, _ right: Lane) -> Lane { _mm_min_epu8(left, right) }

    /// The highest bit of each byte.
    @inline(__always)
    private static func bits(_ lane: Lane) -> UInt64 {
      UInt64(truncatingIfNeeded: _mm_movemask_epi8(lane)) & 0xFFFF
    }
  }
#else
  extension ByteBlock {
    @inline(__always)
    private static func lane(filledWith byte: UInt8) -> Lane { Lane(repeating: byte) }

    /// 0x80 where the bytes are equal: no carry ever leaves a byte.
    @inline(__always)
    private static func equal(_ left: Lane, _ right: Lane) -> Lane {
      let difference = left ^ right
      let low = Lane(repeating: 0x7F)
      return ~(((difference & low) &+ low) | difference | low)
    }

    /// 0x80 where `left` is not ASCII and below `right`, which is not ASCII.
    @inline(__always)
    private static func highBelow(_ left: Lane, _ right: Lane) -> Lane {
      let low = Lane(repeating: 0x7F)
      let borrow = ((right & low) | ~low) &- (left & low) &- Lane(repeating: 1)
      return left & borrow & ~low
    }

    @inline(__always)
    private static func least(_ left: Lane, _ right: Lane) -> Lane { pointwiseMin(left, right) }

    /// The highest bit of each byte, gathered by one multiplication per eight bytes.
    @inline(__always)
    private static func bits(_ lane: Lane) -> UInt64 {
      let words = unsafe unsafeBitCast(lane, to: SIMD2<UInt64>.self).littleEndianWords
      return gathered(words.0) | gathered(words.1) &<< 8
    }

    @inline(__always)
    private static func gathered(_ word: UInt64) -> UInt64 {
      ((word & 0x8080_8080_8080_8080) &* 0x0002_0408_1020_4081) &>> 56
    }
  }

  extension SIMD2<UInt64> {
    fileprivate var littleEndianWords: (UInt64, UInt64) {
      (UInt64(littleEndian: self[0]), UInt64(littleEndian: self[1]))
    }
  }
#endif
