/// Which rows of a chunk an inquiry counts, one bit each.
struct Selection {
  /// Rows whose tests are made before the next ones are looked at: they stay in the first cache.
  private static let blockLength = 4096

  /// 64 rows each; bits beyond the chunk's rows are 0.
  private(set) var words = [UInt64](repeating: 0, count: Chunk.capacity / 64)

  /// A byte per row of a block, 1 where it passed so far.
  private var passed = [UInt8](repeating: 0, count: Self.blockLength)

  /// A column to look at, and which of its values to let through.
  struct Test {
    let column: PackedColumn
    let runs: [ClosedRange<UInt32>]

    /// By value: 1 passes, 0 does not.
    let table: [UInt8]

    /// Comparing run by run pays up to here; beyond, the table is looked up.
    static let comparedRunsMax = 4
  }

  /// Selects the rows that pass every test; without a test, all.
  mutating func select(_ count: Int, passing tests: [Test]) {
    var start = 0
    while start < count {
      let length = min(Self.blockLength, count - start)
      let block = start..<start + length
      if tests.isEmpty {
        for row in 0..<length { passed[row] = 1 }
      }
      for (number, test) in tests.enumerated() { apply(test, block, isFirst: number == 0) }
      pack(block)
      start += length
    }
  }

  private mutating func apply(_ test: Test, _ block: Range<Int>, isFirst: Bool) {
    guard let start = unsafe test.column.start else {
      preconditionFailure("a column of one value passes or fails as a whole")
    }
    switch test.column.width {
    case .constant: break
    case .byte: unsafe apply(test, start.assumingMemoryBound(to: UInt8.self), block, isFirst)
    case .word: unsafe apply(test, start.assumingMemoryBound(to: UInt16.self), block, isFirst)
    case .quad: unsafe apply(test, start.assumingMemoryBound(to: UInt32.self), block, isFirst)
    }
  }

  @inline(__always)
  private mutating func apply<Value: FixedWidthInteger & UnsignedInteger>(
    _ test: Test,
    _ column: UnsafePointer<Value>,
    _ block: Range<Int>,
    _ isFirst: Bool
  ) {
    let values = unsafe column + block.lowerBound
    let count = block.count
    unsafe passed.withUnsafeMutableBufferPointer { passed in
      guard let passes = passed.baseAddress else { return }
      if test.runs.count == 1 {
        let low = Value(truncatingIfNeeded: test.runs[0].lowerBound)
        let length = Value(truncatingIfNeeded: test.runs[0].upperBound) &- low
        if isFirst {
          for row in 0..<count { unsafe passes[row] = values[row] &- low <= length ? 1 : 0 }
        } else {
          for row in 0..<count { unsafe passes[row] &= values[row] &- low <= length ? 1 : 0 }
        }
      } else {
        unsafe test.table.withUnsafeBufferPointer { table in
          for row in 0..<count {
            let pass = unsafe table.baseAddress![Int(values[row])]
            unsafe passes[row] = isFirst ? pass : passes[row] & pass
          }
        }
      }
    }
  }

  /// Moves a block's bytes into bits, eight by one multiplication.
  private mutating func pack(_ block: Range<Int>) {
    let length = block.count
    for byte in length..<min((length + 63) / 64 * 64, Self.blockLength) { passed[byte] = 0 }
    unsafe passed.withUnsafeBytes { passed in
      unsafe words.withUnsafeMutableBufferPointer { words in
        for word in 0..<(length + 63) / 64 {
          var bits: UInt64 = 0
          for octet in 0..<8 {
            let ones = unsafe passed.load(fromByteOffset: word * 64 + octet * 8, as: UInt64.self)
            bits |= ((ones &* 0x0102_0408_1020_4080) >> 56) << (8 * UInt64(octet))
          }
          unsafe words[block.lowerBound / 64 + word] = bits
        }
      }
    }
  }
}
