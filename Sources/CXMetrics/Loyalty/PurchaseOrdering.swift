/// Rows of purchases put in the order of their keys by counting digits, the lowest first.
///
/// Rows of equal keys stay in the order they came. O(n) for n rows: a pass for every eleven bits.
struct PurchaseOrdering {
  private typealias Rows = UnsafeMutableBufferPointer<PurchaseSorting.Row>

  /// More, and the counts no longer stay in the nearest cache.
  private static let widestDigit = 11

  private let digitBits: Int
  private let passes: Int
  private var counts: [Int]

  /// Where every other pass puts the rows; used again for each part.
  private var spare = SharedCells<PurchaseSorting.Row>(count: 1)

  /// - Parameter bits: how many bits of a key may be set.
  init(bits: Int) {
    passes = (bits + Self.widestDigit - 1) / Self.widestDigit
    digitBits = passes == 0 ? 0 : (bits + passes - 1) / passes
    counts = [Int](repeating: 0, count: passes << digitBits)
  }

  /// Gives the rows in order, where the last pass left them: valid until the next call.
  mutating func order(
    _ rows: UnsafeMutableBufferPointer<PurchaseSorting.Row>
  ) -> UnsafeMutableBufferPointer<PurchaseSorting.Row> {
    if spare.count < rows.count { spare = SharedCells(count: rows.count) }
    var (from, to) = unsafe (rows, spare.part(0..<rows.count))
    unsafe countDigits(of: from)
    for pass in 0..<passes {
      unsafe move(from, to, pass)
      unsafe (from, to) = (to, from)
    }
    return unsafe from
  }

  /// Each pass’s counts, made into the place where each digit’s first row goes.
  private mutating func countDigits(of rows: Rows) {
    let (passes, bits) = (passes, digitBits)
    let mask = UInt64(1) << bits - 1
    var counts = counts.mutableSpan
    counts.update(repeating: 0)
    for pass in 0..<passes {
      let (first, shift) = (pass << bits, UInt64(pass * bits))
      for index in 0..<rows.count {
        counts[first + Int(unsafe rows[index].key >> shift & mask)] += 1
      }
      var next = 0
      for digit in first..<first + 1 << bits {
        (counts[digit], next) = (next, next + counts[digit])
      }
    }
  }

  private mutating func move(_ from: Rows, _ to: Rows, _ pass: Int) {
    let mask = UInt64(1) << digitBits - 1
    let (shift, first) = (UInt64(pass * digitBits), pass << digitBits)
    var places = counts.mutableSpan
    for index in 0..<from.count {
      let row = unsafe from[index]
      let digit = first + Int(row.key >> shift & mask)
      unsafe to[places[digit]] = row
      places[digit] += 1
    }
  }
}
