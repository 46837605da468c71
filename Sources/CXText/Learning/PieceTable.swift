/// The columns of pieces, found by their numbers.
///
/// - Complexity: O(1) for a piece; 16 to 32 bytes for each one held.
struct PieceTable {
  /// Number and column of each piece in one word, at the place that the number’s first bits give or
  /// the next free one.
  private var entries: [UInt64]
  private var shift: UInt32

  /// The number of each column.
  private(set) var hashes: [UInt32] = []

  private static let free = UInt64.max

  /// - Parameter count: about how many pieces are to come.
  init(expecting count: Int) {
    let bits = max(4, Int.bitWidth - (2 * max(1, count) - 1).leadingZeroBitCount)
    entries = Array(repeating: Self.free, count: 1 << bits)
    shift = UInt32(32 - min(31, bits))
  }

  /// The table of a model.
  init(hashes: [UInt32]) {
    self.init(expecting: hashes.count)
    for hash in hashes { _ = column(adding: hash) }
  }

  /// Nil for a piece that the table does not hold.
  @inline(__always)
  func column(of hash: UInt32) -> Int? {
    let entries = entries.span
    var place = slot(of: hash)
    while true {
      let entry = entries[place]
      if entry == Self.free { return nil }
      if entry >> 32 == UInt64(hash) { return Int(UInt32(truncatingIfNeeded: entry)) }
      place = (place + 1) & (entries.count - 1)
    }
  }

  /// Adds the columns of those pieces that the table holds, in their order.
  ///
  /// All are fetched before the first is looked at, so that memory is waited for once and not for
  /// each of them.
  @inline(__always)
  func find(_ hashes: [UInt32], _ fetched: inout [UInt64], _ columns: inout [Int]) {
    let entries = entries.span
    fetched.removeAll(keepingCapacity: true)
    for hash in hashes { fetched.append(entries[slot(of: hash)]) }
    for (hash, entry) in zip(hashes, fetched) where entry != Self.free {
      if entry >> 32 == UInt64(hash) {
        columns.append(Int(UInt32(truncatingIfNeeded: entry)))
      } else if let column = column(of: hash) {
        columns.append(column)
      }
    }
  }

  /// The column of a piece, a new one if it has none.
  mutating func column(adding hash: UInt32) -> Int {
    if let known = column(of: hash) { return known }
    if 2 * (hashes.count + 1) > entries.count { grow() }
    let column = hashes.count
    hashes.append(hash)
    insert(hash, column)
    return column
  }

  private mutating func insert(_ hash: UInt32, _ column: Int) {
    var place = slot(of: hash)
    while entries[place] != Self.free { place = (place + 1) & (entries.count - 1) }
    entries[place] = UInt64(hash) << 32 | UInt64(column)
  }

  /// Where a piece is looked for first; the product spreads numbers that share their first bits.
  @inline(__always)
  private func slot(of hash: UInt32) -> Int { Int((hash &* 0x9E37_79B1) >> shift) }

  private mutating func grow() {
    entries = Array(repeating: Self.free, count: 2 * entries.count)
    shift = UInt32(32 - min(31, entries.count.trailingZeroBitCount))
    for (column, hash) in hashes.enumerated() { insert(hash, column) }
  }
}
