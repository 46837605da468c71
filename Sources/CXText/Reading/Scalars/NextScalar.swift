/// The scalar at a place of UTF-8 that nobody has checked, or that an HTML entity stands for.
struct NextScalar: BitwiseCopyable {
  /// U+FFFD for broken bytes.
  let value: UInt32

  /// The place after it.
  let end: Int

  @inline(__always) init(_ comment: Span<UInt8>, at place: Int) {
    let first = comment[place]
    if first < 0x80 && first != 0x26 {
      self.init(value: UInt32(first), end: place + 1)
    } else if first == 0x26 {
      self = Markup.entity(comment, at: place) ?? NextScalar(value: 0x26, end: place + 1)
    } else {
      self.init(lead: first, comment, at: place)
    }
  }

  init(value: UInt32, end: Int) {
    self.value = value
    self.end = end
  }

  /// Takes as many bytes as could have begun a scalar, as `String(decoding:as:)` does.
  @inline(__always) private init(lead: UInt8, _ comment: Span<UInt8>, at place: Int) {
    var scalar: UInt32
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let more: Int
    switch lead {
    case 0xC2...0xDF: (scalar, more) = (UInt32(lead & 0x1F), 1)
    case 0xE0...0xEF:
      (scalar, more) = (UInt32(lead & 0x0F), 2)
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      (scalar, more) = (UInt32(lead & 0x07), 3)
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default:
      self.init(value: 0xFFFD, end: place + 1)
      return
    }
    var next = place + 1
    while next <= place + more {
      guard next < comment.count, comment[next] >= low, comment[next] <= high else {
        self.init(value: 0xFFFD, end: next)
        return
      }
      scalar = scalar << 6 | UInt32(comment[next] & 0x3F)
      (low, high) = (0x80, 0xBF)
      next += 1
    }
    self.init(value: scalar, end: next)
  }
}
