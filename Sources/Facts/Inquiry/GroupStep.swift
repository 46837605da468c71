/// A column to look at, and where its values lie on an axis.
struct GroupStep {
  let column: PackedColumn

  /// Places, by value plus `shift`.
  let table: [Int]
  let shift: Int
}

extension GroupCounts {
  /// Counts the selected rows of a chunk.
  ///
  /// The usual shapes (side by side, at most two axes that vary, codes of one or two bytes) have
  /// loops of their own; anything else looks up row by row.
  mutating func count(_ chunk: Chunk, _ words: Span<UInt64>, _ steps: [GroupStep], _ base: Int) {
    guard isDense, steps.count <= 2, !steps.contains(where: { $0.column.width == .quad }) else {
      countRowByRow(chunk, words, steps, base)
      return
    }
    switch steps.count {
    case 0: count(chunk, words) { _ in base * Self.width }
    case 1: count(chunk, words, steps[0], base)
    default: count(chunk, words, steps[0], steps[1], base)
    }
  }

  private mutating func countRowByRow(
    _ chunk: Chunk,
    _ words: Span<UInt64>,
    _ steps: [GroupStep],
    _ base: Int
  ) {
    for word in words.indices {
      var bits = words[word]
      while bits != 0 {
        let row = word * 64 + bits.trailingZeroBitCount
        bits &= bits - 1
        let group = steps.reduce(base) { $0 + $1.table[Int($1.column[row]) + $1.shift] }
        let cells = (isDense ? group : self.row(of: group)) * Self.width
        let score = UInt8(truncatingIfNeeded: chunk.scores[row])
        self.cells[cells + Int(score & ~Chunk.oppositeBit)] += score < Chunk.oppositeBit ? 1 : -1
      }
    }
  }

  private mutating func count(
    _ chunk: Chunk,
    _ words: Span<UInt64>,
    _ step: GroupStep,
    _ base: Int
  ) {
    guard let start = unsafe step.column.start else { return }
    unsafe step.table.withUnsafeBufferPointer { table in
      let table = unsafe table.baseAddress! + step.shift
      if step.column.width == .byte {
        let values = unsafe start.assumingMemoryBound(to: UInt8.self)
        count(chunk, words) { unsafe (table[Int(values[$0])] &+ base) &* Self.width }
      } else {
        let values = unsafe start.assumingMemoryBound(to: UInt16.self)
        count(chunk, words) { unsafe (table[Int(values[$0])] &+ base) &* Self.width }
      }
    }
  }

  private mutating func count(
    _ chunk: Chunk,
    _ words: Span<UInt64>,
    _ first: GroupStep,
    _ second: GroupStep,
    _ base: Int
  ) {
    switch (first.column.width, second.column.width) {
    case (.byte, .byte): count(chunk, words, first, UInt8.self, second, UInt8.self, base)
    case (.byte, _): count(chunk, words, first, UInt8.self, second, UInt16.self, base)
    case (_, .byte): count(chunk, words, first, UInt16.self, second, UInt8.self, base)
    default: count(chunk, words, first, UInt16.self, second, UInt16.self, base)
    }
  }

  @inline(__always)
  private mutating func count<First: BinaryInteger, Second: BinaryInteger>(
    _ chunk: Chunk,
    _ words: Span<UInt64>,
    _ first: GroupStep,
    _: First.Type,
    _ second: GroupStep,
    _: Second.Type,
    _ base: Int
  ) {
    guard let ones = unsafe first.column.start?.assumingMemoryBound(to: First.self),
      let twos = unsafe second.column.start?.assumingMemoryBound(to: Second.self)
    else { return }
    unsafe first.table.withUnsafeBufferPointer { oneTable in
      unsafe second.table.withUnsafeBufferPointer { twoTable in
        let oneTable = unsafe oneTable.baseAddress! + first.shift
        let twoTable = unsafe twoTable.baseAddress! + second.shift
        count(chunk, words) { row in
          unsafe (oneTable[Int(ones[row])] &+ twoTable[Int(twos[row])] &+ base) &* Self.width
        }
      }
    }
  }

  /// Counts every selected row's score at the cells that `place` gives for the row.
  @inline(__always)
  private mutating func count(_ chunk: Chunk, _ words: Span<UInt64>, at place: (Int) -> Int) {
    guard let scores = unsafe chunk.scores.start?.assumingMemoryBound(to: UInt8.self) else {
      return
    }
    unsafe cells.withUnsafeMutableBufferPointer { cells in
      let cells = cells.baseAddress!
      for word in 0..<words.count {
        var bits = unsafe words[unchecked: word]
        while bits != 0 {
          let row = word &* 64 &+ bits.trailingZeroBitCount
          bits &= bits &- 1
          let score = unsafe Int(scores[row])
          let sign = Int32(truncatingIfNeeded: 1 &- (score >> 6 & 2))
          unsafe cells[place(row) &+ (score & 0xF)] &+= sign
        }
      }
    }
  }
}
