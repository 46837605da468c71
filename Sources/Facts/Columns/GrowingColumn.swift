/// A run of small whole numbers, each held in 1, 2 or 4 bytes as the largest so far needs.
///
/// A run that repeats one value takes no memory, so that what nobody gives costs nothing.
/// Copies share their memory until one of them grows.
struct GrowingColumn: Sendable {
  enum Width: UInt8, Sendable {
    case constant = 0
    case byte = 1
    case word = 2
    case quad = 4
  }

  private(set) var width = Width.constant
  private(set) var count = 0

  /// The smallest and the largest value; both 0 when empty.
  private(set) var low: UInt32 = 0
  private(set) var high: UInt32 = 0

  /// Only the one that `width` names is filled.
  private(set) var bytes: [UInt8] = []
  private(set) var words: [UInt16] = []
  private(set) var quads: [UInt32] = []

  init() {}

  init(repeating value: UInt32, count: Int) {
    self.count = count
    low = count == 0 ? 0 : value
    high = low
  }

  subscript(row: Int) -> UInt32 {
    switch width {
    case .constant: low
    case .byte: UInt32(bytes[row])
    case .word: UInt32(words[row])
    case .quad: quads[row]
    }
  }

  mutating func append(_ value: UInt32) {
    if count == 0 {
      low = value
      high = value
    } else if value < low || value > high {
      admit(value)
    }
    switch width {
    case .constant: break
    case .byte: bytes.append(UInt8(truncatingIfNeeded: value))
    case .word: words.append(UInt16(truncatingIfNeeded: value))
    case .quad: quads.append(value)
    }
    count += 1
  }

  /// Makes room for a value outside of `low` through `high`.
  private mutating func admit(_ value: UInt32) {
    let needed: Width = value > 0xFFFF ? .quad : value > 0xFF ? .word : .byte
    let wider = Width(atLeast: needed, fitting: high)
    if wider.rawValue > width.rawValue { widen(to: wider) }
    low = min(low, value)
    high = max(high, value)
  }

  private mutating func widen(to wider: Width) {
    switch wider {
    case .constant: break
    case .byte: bytes = (0..<count).map { UInt8(truncatingIfNeeded: self[$0]) }
    case .word: words = (0..<count).map { UInt16(truncatingIfNeeded: self[$0]) }
    case .quad: quads = (0..<count).map { self[$0] }
    }
    if wider != .byte { bytes = [] }
    if wider != .word { words = [] }
    width = wider
  }
}

extension GrowingColumn.Width {
  fileprivate init(atLeast least: Self, fitting value: UInt32) {
    let fitting: Self = value > 0xFFFF ? .quad : value > 0xFF ? .word : .byte
    self = fitting.rawValue > least.rawValue ? fitting : least
  }
}

extension GrowingColumn {
  /// The memory its values need, in bytes.
  var byteCount: Int { count * Int(width.rawValue) }
}
