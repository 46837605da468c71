/// The different values of a column, numbered in the order they were met.
///
/// Values of up to sixteen bytes lie in the table itself; only longer ones are looked up elsewhere.
package struct ValueDictionary: Sendable {
  private struct Slot {
    /// The first sixteen bytes; of longer values a second hash instead of the last eight.
    var low: UInt64 = 0
    var high: UInt64 = 0
    var length: UInt32 = 0
    /// One more than the value's number; 0 when nothing is here.
    var entry: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1024)
  private var list = ValueList()

  /// Differs from run to run, so that no file can be made to meet the worst case.
  private let seed = UInt64.random(in: .min ... .max) | 1

  package init() {}

  package var count: Int { list.count }

  package var byteCount: Int { list.text.count }

  package func value(_ number: Int) -> String { list[number] }

  /// All values from a number on.
  package func values(from number: Int) -> ValueList { list.suffix(from: number) }

  /// The number of the value in `range`, from whose start on at least sixteen bytes are readable.
  @inline(__always)
  mutating func number(of range: Range<Int>, in bytes: borrowing RawSpan) -> UInt32 {
    let length = range.count
    var low = unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: range.lowerBound,
      as: UInt64.self
    )
    var high: UInt64 = 0
    if length < 8 {
      low &= (1 &<< UInt64(truncatingIfNeeded: 8 &* length)) &- 1
    } else if length <= 16 {
      high = unsafe bytes.unsafeLoadUnaligned(
        fromByteOffset: range.lowerBound + 8,
        as: UInt64.self
      )
      high &= length == 16 ? .max : (1 &<< UInt64(truncatingIfNeeded: 8 &* (length - 8))) &- 1
    } else {
      high = longHash(of: range, in: bytes)
    }
    return number(low, high, range, bytes)
  }

  /// The number of a value that does not stand in a file as such.
  package mutating func number(of value: String) -> UInt32 {
    let padding = repeatElement(UInt8(0), count: Self.wordsBytes)
    let bytes = Array(value.utf8) + padding
    return number(of: 0..<bytes.count - Self.wordsBytes, in: unsafe bytes.span.bytes)
  }

  /// The number of a value of a list.
  package mutating func number(of place: Int, in values: ValueList) -> UInt32 {
    let range = values.range(of: place)
    guard range.lowerBound + Self.wordsBytes <= values.text.count else {
      return number(of: values[place])
    }
    return number(of: range, in: unsafe values.text.span.bytes)
  }

  private static let wordsBytes = 16

  @inline(__always)
  private mutating func number(
    _ low: UInt64,
    _ high: UInt64,
    _ range: Range<Int>,
    _ bytes: borrowing RawSpan
  ) -> UInt32 {
    let length = UInt32(truncatingIfNeeded: range.count)
    var place = home(low, high, length)
    while true {
      let slot = slots[place]
      if slot.entry == 0 { return add(low, high, range, bytes, at: place) }
      if slot.low == low && slot.high == high && slot.length == length
        && (length <= 16 || isSame(Int(slot.entry) - 1, range, bytes))
      {
        return slot.entry - 1
      }
      place = (place + 1) & (slots.count - 1)
    }
  }

  @inline(__always)
  private func home(_ low: UInt64, _ high: UInt64, _ length: UInt32) -> Int {
    let mixed = (low ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ UInt64(length))
    let more = (mixed.low ^ mixed.high ^ high).multipliedFullWidth(by: seed)
    return Int(truncatingIfNeeded: more.low ^ more.high) & (slots.count - 1)
  }

  private func longHash(of range: Range<Int>, in bytes: borrowing RawSpan) -> UInt64 {
    var hash = seed
    var place = range.lowerBound
    while place + 8 <= range.upperBound {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      let mixed = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      hash = mixed.low ^ mixed.high
      place += 8
    }
    let last = unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: range.upperBound - 8,
      as: UInt64.self
    )
    let mixed = (hash ^ last).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return mixed.low ^ mixed.high
  }

  private func isSame(_ number: Int, _ range: Range<Int>, _ bytes: borrowing RawSpan) -> Bool {
    let known = list.range(of: number)
    guard known.count == range.count else { return false }
    for offset in 0..<range.count {
      let place = range.lowerBound + offset
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self)
      if list.text[known.lowerBound + offset] != byte { return false }
    }
    return true
  }

  @inline(never)
  private mutating func add(
    _ low: UInt64,
    _ high: UInt64,
    _ range: Range<Int>,
    _ bytes: borrowing RawSpan,
    at place: Int
  ) -> UInt32 {
    list.append(range, of: bytes)
    let entry = UInt32(count)
    slots[place] = Slot(low: low, high: high, length: UInt32(range.count), entry: entry)
    if count * 2 > slots.count { grow() }
    return entry - 1
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    for slot in old where slot.entry != 0 {
      var place = home(slot.low, slot.high, slot.length)
      while slots[place].entry != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }
}
