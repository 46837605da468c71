import Kernel

/// Counts the facts that a plan accepts, chunk by chunk, in blocks that stay in the first cache.
///
/// Each block goes through three passes without a branch per fact: every filter turns its column
/// into a mask of bytes, the mask becomes a list of positions, and every axis adds its share of
/// the group's place for the positions left.
struct InquiryScan {
  /// - Units: facts.
  private static let blockLength = 4096

  private let plan: InquiryPlan
  private(set) var counts: GroupCounts
  private var mask = [UInt8](repeating: 0, count: Self.blockLength)
  private var hits = [UInt8](repeating: 0, count: Self.blockLength)
  private var positions = [UInt16](repeating: 0, count: Self.blockLength + 8)
  private var groups = [Int](repeating: 0, count: Self.blockLength)

  init(_ plan: InquiryPlan, denseGroupsMax: Int = GroupCounts.denseGroupsMax) {
    self.plan = plan
    counts = GroupCounts(groupCount: plan.groupCount, denseGroupsMax: denseGroupsMax)
  }

  mutating func scan(_ chunk: Chunk) {
    let tests = tests(of: chunk)
    let (steps, base) = steps(of: chunk)
    var start = 0
    while start < chunk.count {
      let rows = start..<min(start + Self.blockLength, chunk.count)
      let selected = select(rows, passing: tests)
      place(selected, in: rows, by: steps, from: base)
      tally(selected, of: chunk, in: rows)
      start = rows.upperBound
    }
  }

  /// Fills `positions` with the rows that pass, counted from the block's first; gives their number.
  private mutating func select(_ rows: Range<Int>, passing tests: [Test]) -> Int {
    guard !tests.isEmpty else {
      for position in 0..<rows.count { positions[position] = UInt16(position) }
      return rows.count
    }
    for (number, test) in tests.enumerated() {
      ScanPass.test(test.column, rows, runs: test.runs, table: test.table, into: &hits)
      if number == 0 { swap(&mask, &hits) } else { ScanPass.intersect(&mask, with: hits) }
    }
    return ScanPass.compact(mask, count: rows.count, into: &positions)
  }

  private mutating func place(
    _ selected: Int,
    in rows: Range<Int>,
    by steps: [Step],
    from base: Int
  ) {
    for position in 0..<selected { groups[position] = base }
    for step in steps {
      ScanPass.place(
        step.column,
        rows,
        at: positions,
        count: selected,
        table: step.table,
        shift: step.shift,
        into: &groups
      )
    }
  }

  private mutating func tally(_ selected: Int, of chunk: Chunk, in rows: Range<Int>) {
    if !counts.isDense {
      for position in 0..<selected { groups[position] = counts.row(of: groups[position]) }
    }
    ScanPass.tally(
      chunk.scores,
      rows,
      at: positions,
      count: selected,
      signed: chunk.hasOpposites,
      groups: groups,
      into: &counts.cells
    )
  }
}

// MARK: - What a chunk asks of the passes

extension InquiryScan {
  /// A column to look at, and which of its values to let through.
  private struct Test {
    let column: Column
    let runs: [ClosedRange<UInt32>]

    /// For more runs than comparing pays for.
    let table: [UInt8]
  }

  /// A column to look at, and where its values lie on an axis.
  private struct Step {
    let column: Column
    let table: [Int]

    /// Added to a value to find it in `table`.
    let shift: Int
  }

  /// Filters that this chunk passes as a whole are left out.
  private func tests(of chunk: Chunk) -> [Test] {
    var tests: [Test] = []
    let days = plan.days(of: chunk)
    if days != chunk.days.first...chunk.days.last {
      let base = chunk.days.base
      let run = UInt32(days.lowerBound - base)...UInt32(days.upperBound - base)
      tests.append(Test(column: chunk.days.offsets, runs: [run], table: []))
    }
    for filter in plan.filters {
      guard let dimension = filter.dimension else { continue }
      let column = chunk.column(of: dimension)
      let zone = column.low...column.high
      let runs = filter.runs.filter { $0.overlaps(zone) }.map { $0.clamped(to: zone) }
      if runs != [zone] { tests.append(Test(column: column, runs: runs, table: filter.table)) }
    }
    return tests
  }

  /// Axes on which the whole chunk has one place are added up in `base`.
  private func steps(of chunk: Chunk) -> (steps: [Step], base: Int) {
    var steps: [Step] = []
    var base = 0
    for axis in plan.axes {
      switch axis.source {
      case .nothing: break
      case .codes(let dimension):
        let column = chunk.column(of: dimension)
        if column.low == column.high {
          base += axis.table[Int(column.low)]
        } else {
          steps.append(Step(column: column, table: axis.table, shift: 0))
        }
      case .days(let first):
        let days = plan.days(of: chunk)
        let place = axis.table[Int(days.lowerBound - first)]
        if place == axis.table[Int(days.upperBound - first)] {
          base += place
        } else {
          let shift = Int(chunk.days.base) - Int(first)
          steps.append(Step(column: chunk.days.offsets, table: axis.table, shift: shift))
        }
      }
    }
    return (steps, base)
  }
}
