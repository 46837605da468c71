/// Random numbers that a seed decides, the same on every machine and in every release.
///
/// Each seed has 2⁶² streams that share nothing, so that the work of resampling can be divided
/// between any number of threads and still give one result: resample i draws from stream i.
/// xoshiro256**, its state the words 4i through 4i + 3 of SplitMix64 started at the seed.
///
/// - Complexity: O(1) to start any stream, and for a number.
/// - Source: D. Blackman and S. Vigna, ACM Transactions on Mathematical Software 47(4), 2021;
///   G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014; D. Lemire, ACM Transactions on Modeling and
///   Computer Simulation 29(1), 2019, for numbers below a bound.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable, BitwiseCopyable {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  /// The seed that is meant when nobody says otherwise.
  public static let usualSeed: UInt64 = 20_260_101

  /// One stream of a seed.
  public init(seed: UInt64, stream: UInt64 = 0) {
    let first = stream &* 4
    a = Self.splitMix(seed, word: first)
    b = Self.splitMix(seed, word: first &+ 1)
    c = Self.splitMix(seed, word: first &+ 2)
    d = Self.splitMix(seed, word: first &+ 3)
  }

  private static func splitMix(_ seed: UInt64, word: UInt64) -> UInt64 {
    var z = seed &+ (word &+ 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    let scrambled = Self.turned(b &* 5, by: 7) &* 9
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = Self.turned(d, by: 45)
    return scrambled
  }

  private static func turned(_ word: UInt64, by bits: UInt64) -> UInt64 {
    (word << bits) | (word >> (64 - bits))
  }

  /// A number from 0 to below the bound, all equally likely; 0 for a bound below 1.
  public mutating func next(below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let floor = (0 &- bound) % bound
      while product.low < floor { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }
}
