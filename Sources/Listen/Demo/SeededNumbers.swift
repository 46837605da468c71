/// Numbers that look random and are the same for the same seed, on every machine.
///
/// - Source: G. L. Steele, D. Lea and C. H. Flood, “Fast splittable pseudorandom number
///   generators”, OOPSLA 2014 (SplitMix64).
struct SeededNumbers: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 up to, and without, 1.
  mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }

  mutating func happens(_ probability: Double) -> Bool { share() < probability }

  /// An index by its weight.
  mutating func index(of weights: [Double]) -> Int {
    var left = share() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return index }
    }
    return max(0, weights.count - 1)
  }

  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[Int(next() % UInt64(elements.count))]
  }
}
