/// Numbers pairs of numbers in the order they are met, so that several columns make one group.
struct NumberPairs: Sendable {
  private var slots = [UInt64](repeating: .max, count: 256)
  private var numbers = [UInt32](repeating: 0, count: 256)

  private(set) var pairs: [(UInt32, UInt32)] = []

  @inline(__always)
  mutating func number(of first: UInt32, _ second: UInt32) -> UInt32 {
    let key = UInt64(first) &<< 32 | UInt64(second)
    var place = home(key)
    while slots[place] != key {
      if slots[place] == .max { return add(key, at: place) }
      place = (place &+ 1) & (slots.count &- 1)
    }
    return numbers[place]
  }

  /// No pair is `.max`, since neither number reaches its own largest value.
  @inline(__always)
  private func home(_ key: UInt64) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 32) & (slots.count &- 1)
  }

  @inline(never)
  private mutating func add(_ key: UInt64, at place: Int) -> UInt32 {
    let number = UInt32(pairs.count)
    pairs.append((UInt32(key >> 32), UInt32(truncatingIfNeeded: key)))
    slots[place] = key
    numbers[place] = number
    if pairs.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    let size = 2 * slots.count
    slots = [UInt64](repeating: .max, count: size)
    numbers = [UInt32](repeating: 0, count: size)
    for (number, pair) in pairs.enumerated() {
      let key = UInt64(pair.0) << 32 | UInt64(pair.1)
      var place = home(key)
      while slots[place] != .max { place = (place + 1) & (size - 1) }
      slots[place] = key
      numbers[place] = UInt32(number)
    }
  }
}
