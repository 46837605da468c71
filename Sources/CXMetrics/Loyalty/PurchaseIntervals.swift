/// The days between a customer’s occasions, in memory that is used again for the next customer.
struct PurchaseIntervals {
  /// Those after the first `count` are `none`.
  private var days = [Int32](repeating: none, count: few)

  /// How many there are now.
  private(set) var count = 0

  /// More than any interval: days lie within a hundred million of day 0.
  private static let none = Int32.max

  private typealias Block = SIMD8<Int32>

  /// Beyond, comparing all with all is slower than sorting.
  private static let few = 64

  /// Takes the intervals between consecutive occasions of a range.
  mutating func take(_ occasions: borrowing Span<PurchaseOccasion>, _ range: Range<Int>) {
    let (before, now) = (count, max(0, range.count - 1))
    count = now
    if days.count < now {
      days.append(contentsOf: repeatElement(Self.none, count: 2 * now - days.count))
    }
    var span = days.mutableSpan
    for index in 0..<now {
      let first = range.lowerBound + index
      span[index] = Int32(truncatingIfNeeded: occasions[first + 1].day - occasions[first].day)
    }
    for index in now..<max(before, now) { span[index] = Self.none }
  }

  /// In the order they were taken.
  subscript(index: Int) -> Int { Int(days[index]) }

  /// Nil without an interval.
  var median: Double? {
    guard count > 0 else { return nil }
    let (lower, upper) = ((count - 1) / 2, count / 2)
    guard count <= Self.few else {
      let sorted = days[..<count].sorted()
      return 0.5 * (Double(sorted[lower]) + Double(sorted[upper]))
    }
    let (low, high) = values(at: Int32(lower), Int32(upper))
    return 0.5 * (Double(low) + Double(high))
  }

  /// The values at two places of the order, without sorting: the k-th is the largest of those that
  /// have at most k smaller ones, and how many are smaller is counted for eight at once.
  private func values(at lower: Int32, _ upper: Int32) -> (Int32, Int32) {
    let days = days.span
    let (lower, upper) = (Block(repeating: lower), Block(repeating: upper))
    var (lows, highs) = (Block(repeating: -1), Block(repeating: -1))
    for start in stride(from: 0, to: count, by: Block.scalarCount) {
      let block = unsafe days.bytes.unsafeLoadUnaligned(fromByteOffset: 4 * start, as: Block.self)
      var smaller = Block(repeating: 0)
      for index in 0..<count {
        smaller &-= Self.ones(where: Block(repeating: days[index]), isBelow: block)
      }
      lows = Self.larger(lows, block | Self.ones(where: lower, isBelow: smaller))
      highs = Self.larger(highs, block | Self.ones(where: upper, isBelow: smaller))
    }
    return (Self.largest(of: lows), Self.largest(of: highs))
  }

  /// −1, which is all bits, by the sign of a difference that cannot overflow; Swift’s own ordered
  /// comparison goes lane by lane.
  private static func ones(where one: Block, isBelow other: Block) -> Block {
    (one &- other) &>> Block(repeating: 31)
  }

  private static func larger(_ one: Block, _ other: Block) -> Block {
    let isBelow = ones(where: one, isBelow: other)
    return one & ~isBelow | other & isBelow
  }

  private static func largest(of block: Block) -> Int32 {
    var largest = block[0]
    for lane in 1..<Block.scalarCount { largest = max(largest, block[lane]) }
    return largest
  }
}
