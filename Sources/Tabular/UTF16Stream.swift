/// UTF-16 text, turned into UTF-8 while it is read.
final class UTF16Stream: ByteStream {
  private let source: any ByteStream
  private let name: String
  private let isBigEndian: Bool
  private var raw = [UInt8](repeating: 0, count: 1 << 16)
  private var available = 0
  private var position = 0
  private var isAtEnd = false

  /// What is left of the last character, where there was no room for all of it.
  private var encoded = UTF8.EncodedScalar().makeIterator()

  /// The physical line for messages.
  private var line = 1

  init(_ source: any ByteStream, name: String, isBigEndian: Bool) {
    self.source = source
    self.name = name
    self.isBigEndian = isBigEndian
  }

  func read(into bytes: inout [UInt8], from start: Int, room: Int) throws(TabularError) -> Int {
    var written = 0
    while written < room {
      if let byte = encoded.next() {
        bytes[start + written] = byte
        written += 1
        continue
      }
      guard let unit = try nextUnit() else { break }
      let scalar = try scalar(from: unit)
      if scalar.value == 0x0A { line += 1 }
      encoded = (UTF8.encode(scalar) ?? .init()).makeIterator()
    }
    return written
  }

  private func scalar(from unit: UInt16) throws(TabularError) -> Unicode.Scalar {
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), let trail = try nextUnit(), UTF16.isTrailSurrogate(trail)
    else { throw broken("half a character") }
    let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(trail) - 0xDC00
    guard let scalar = Unicode.Scalar(value) else { throw broken("half a character") }
    return scalar
  }

  private func nextUnit() throws(TabularError) -> UInt16? {
    if available - position < 2 { try refill() }
    guard available - position >= 2 else {
      if available > position { throw broken("an odd byte at its end") }
      return nil
    }
    let first = UInt16(raw[position])
    let second = UInt16(raw[position + 1])
    position += 2
    return isBigEndian ? first << 8 | second : second << 8 | first
  }

  private func refill() throws(TabularError) {
    let kept = available - position
    if kept > 0 { raw[0] = raw[position] }
    position = 0
    available = kept
    while available < 2 && !isAtEnd {
      let more = try source.read(into: &raw, from: available, room: raw.count - available)
      if more == 0 { isAtEnd = true }
      available += more
    }
  }

  private func broken(_ what: String) -> TabularError {
    TabularError(
      file: name,
      line: line,
      reason: "the UTF-16 text has \(what); save the file as UTF-8"
    )
  }
}
