/// Writes numbers, lowest byte first, and texts.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func write(_ number: some FixedWidthInteger & UnsignedInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  mutating func write(_ text: String) {
    let utf8 = Array(text.utf8)
    write(UInt32(utf8.count))
    bytes += utf8
  }
}

/// Reads what a `ByteWriter` wrote.
///
/// Every reading throws `damagedModel` where the bytes end too soon.
struct ByteReader {
  var bytes: ArraySlice<UInt8>
  private(set) var place: Int

  mutating func number<Number: FixedWidthInteger & UnsignedInteger>(
    _: Number.Type = Number.self
  ) throws(TextRefusal) -> Number {
    let size = Number.bitWidth / 8
    guard bytes.endIndex - place >= size else { throw .damagedModel }
    var number: Number = 0
    for step in 0..<size { number |= Number(bytes[place + step]) << (8 * step) }
    place += size
    return number
  }

  mutating func double() throws(TextRefusal) -> Double {
    let double = Double(bitPattern: try number())
    guard double.isFinite else { throw .damagedModel }
    return double
  }

  mutating func text() throws(TextRefusal) -> String {
    let count = Int(try number(UInt32.self))
    guard bytes.endIndex - place >= count,
      let text = String(validating: bytes[place..<place + count], as: UTF8.self)
    else { throw .damagedModel }
    place += count
    return text
  }

  mutating func numbers(_ count: Int) throws(TextRefusal) -> [UInt32] {
    guard (bytes.endIndex - place) / 4 >= count else { throw .damagedModel }
    var numbers: [UInt32] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(try number()) }
    return numbers
  }

  /// Numbers of which only the upper half was kept.
  mutating func halves(_ count: Int) throws(TextRefusal) -> [Float] {
    guard (bytes.endIndex - place) / 2 >= count else { throw .damagedModel }
    var numbers: [Float] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count {
      numbers.append(Float(bitPattern: UInt32(try number(UInt16.self)) << 16))
    }
    return numbers
  }
}
