/// Numbers pairs of numbers in the order in which they first come.
///
/// - Complexity: a pair takes expected constant time and 32 to 64 bytes.
struct PairNumbers {
  private struct Slot {
    var pair: UInt64 = 0
    /// 0 where the slot is free.
    var number: UInt32 = 0
  }

  /// A power of two, at most half full.
  private var slots: [Slot]
  private var mask: Int
  /// One more than the pairs there are, since numbers begin at 1.
  private(set) var count = 1

  /// - Parameter expected: how many pairs may come, so that room is made once.
  init(expected: Int) {
    var size = 1_024
    while size < min(expected, 1 << 20) { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
  }

  /// From 1.
  mutating func number(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let pair = UInt64(first) << 32 | UInt64(second)
    let slot = slot(of: pair)
    if slots[slot].number != 0 { return slots[slot].number }
    let number = UInt32(truncatingIfNeeded: count)
    slots[slot] = Slot(pair: pair, number: number)
    count += 1
    if count * 2 > slots.count { grow() }
    return number
  }

  private func slot(of pair: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: WordHash.finished(pair)) & mask
    while slots[slot].number != 0, slots[slot].pair != pair { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.number != 0 { slots[self.slot(of: slot.pair)] = slot }
  }
}
