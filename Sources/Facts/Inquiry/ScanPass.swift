/// The inner loops of a scan, each over one block of one column.
///
/// They index without checks, which is what lets the compiler turn them into vector code; their
/// callers hold every index in range, as each function says.
enum ScanPass {
  /// Comparing run by run pays up to here; beyond, a table is looked up.
  private static let comparedRunsMax = 4

  /// Sets `hits[i]` to 1 where the column's value lies in a run, to 0 elsewhere.
  ///
  /// `hits` is as long as the rows at least, `table` as the column's largest value plus one.
  static func test(
    _ column: Column,
    _ rows: Range<Int>,
    runs: [ClosedRange<UInt32>],
    table: [UInt8],
    into hits: inout [UInt8]
  ) {
    var hits = hits.mutableSpan
    switch column.width {
    case .constant: preconditionFailure("a column of one value passes or fails as a whole")
    case .byte: test(column.bytes.span.extracting(rows), runs, table, &hits)
    case .word: test(column.words.span.extracting(rows), runs, table, &hits)
    case .quad: test(column.quads.span.extracting(rows), runs, table, &hits)
    }
  }

  @inline(__always)
  private static func test<Value: FixedWidthInteger & UnsignedInteger>(
    _ values: Span<Value>,
    _ runs: [ClosedRange<UInt32>],
    _ table: [UInt8],
    _ hits: inout MutableSpan<UInt8>
  ) {
    guard runs.count <= comparedRunsMax || table.isEmpty else {
      let table = table.span
      for row in 0..<values.count {
        unsafe hits[unchecked: row] = table[unchecked: Int(values[unchecked: row])]
      }
      return
    }
    for (number, run) in runs.enumerated() {
      compare(values, with: run, joining: number > 0, &hits)
    }
  }

  /// Plain pointers, because only for these does the compiler write vector code.
  @inline(__always)
  private static func compare<Value: FixedWidthInteger & UnsignedInteger>(
    _ values: Span<Value>,
    with run: ClosedRange<UInt32>,
    joining: Bool,
    _ hits: inout MutableSpan<UInt8>
  ) {
    let low = Value(truncatingIfNeeded: run.lowerBound)
    let length = Value(truncatingIfNeeded: run.upperBound - run.lowerBound)
    unsafe values.withUnsafeBufferPointer { values in
      unsafe hits.withUnsafeMutableBufferPointer { hits in
        guard let value = values.baseAddress, let hit = hits.baseAddress else { return }
        if joining {
          for row in 0..<values.count {
            unsafe hit[row] |= value[row] &- low <= length ? 1 : 0
          }
        } else {
          for row in 0..<values.count {
            unsafe hit[row] = value[row] &- low <= length ? 1 : 0
          }
        }
      }
    }
  }

  /// Leaves 1 in `mask` where both hold 1; both have the same length.
  static func intersect(_ mask: inout [UInt8], with hits: [UInt8]) {
    var mask = mask.mutableSpan
    let hits = hits.span
    for row in 0..<mask.count {
      unsafe mask[unchecked: row] = mask[unchecked: row] & hits[unchecked: row]
    }
  }

  /// Lists the places of the ones among the first `count` bytes of `mask`; gives their number.
  ///
  /// `mask` holds zeros and ones and is a multiple of 8 long; `positions` has room for 8 more.
  static func compact(_ mask: [UInt8], count: Int, into positions: inout [UInt16]) -> Int {
    var selected = 0
    let onesOfByte = Self.onesOfByte.span
    unsafe mask.withUnsafeBytes { mask in
      unsafe positions.withUnsafeMutableBytes { positions in
        var row = 0
        while row < count {
          var ones = unsafe mask.loadUnaligned(fromByteOffset: row, as: UInt64.self)
          if count - row < 8 { ones &= (1 << (8 * UInt64(count - row))) - 1 }
          // Moves the lowest bit of byte i to bit i of the top byte.
          let bits = Int(truncatingIfNeeded: (ones &* 0x0102_0408_1020_4080) >> 56)
          let places = unsafe onesOfByte[unchecked: bits] &+ UInt16(truncatingIfNeeded: row)
          unsafe positions.storeBytes(of: places, toByteOffset: 2 * selected, as: SIMD8<UInt16>.self)
          selected += bits.nonzeroBitCount
          row += 8
        }
      }
    }
    return selected
  }

  /// For every byte the places of its ones, from the lowest, padded with zeros.
  private static let onesOfByte: [SIMD8<UInt16>] = (0..<256).map { byte in
    var places = SIMD8<UInt16>()
    var next = 0
    for bit in 0..<8 where byte >> bit & 1 == 1 {
      places[next] = UInt16(bit)
      next += 1
    }
    return places
  }

  /// Adds to each selected row's group the place that its value has in `table`.
  ///
  /// Every selected value plus `shift` is an index of `table`.
  static func place(
    _ column: Column,
    _ rows: Range<Int>,
    at positions: [UInt16],
    count: Int,
    table: [Int],
    shift: Int,
    into groups: inout [Int]
  ) {
    var groups = groups.mutableSpan
    let positions = positions.span.extracting(first: count)
    switch column.width {
    case .constant: preconditionFailure("a column of one value has one place for all rows")
    case .byte: place(column.bytes.span.extracting(rows), positions, table, shift, &groups)
    case .word: place(column.words.span.extracting(rows), positions, table, shift, &groups)
    case .quad: place(column.quads.span.extracting(rows), positions, table, shift, &groups)
    }
  }

  @inline(__always)
  private static func place<Value: FixedWidthInteger & UnsignedInteger>(
    _ values: Span<Value>,
    _ positions: Span<UInt16>,
    _ table: [Int],
    _ shift: Int,
    _ groups: inout MutableSpan<Int>
  ) {
    let table = table.span
    for index in 0..<positions.count {
      let value = unsafe Int(values[unchecked: Int(positions[unchecked: index])])
      unsafe groups[unchecked: index] &+= table[unchecked: value &+ shift]
    }
  }

  /// Counts each selected row's score in its group.
  static func tally(
    _ scores: [UInt8],
    _ rows: Range<Int>,
    at positions: [UInt16],
    count: Int,
    signed: Bool,
    groups: [Int],
    into cells: inout [Int32]
  ) {
    let scores = scores.span.extracting(rows)
    let positions = positions.span
    let groups = groups.span
    var cells = cells.mutableSpan
    for index in 0..<count {
      let score = unsafe Int(scores[unchecked: Int(positions[unchecked: index])])
      let group = unsafe groups[unchecked: index] &* GroupCounts.width
      if signed {
        let sign = Int32(truncatingIfNeeded: 1 - (score >> 6 & 2))
        unsafe cells[unchecked: group &+ (score & 0xF)] &+= sign
      } else {
        unsafe cells[unchecked: group &+ score] &+= 1
      }
    }
  }
}
