import Kernel

/// Counts the facts that a plan accepts, chunk by chunk.
///
/// Two passes: the filters' columns become a selection of a bit per row; then every selected row
/// adds up its places on the axes and counts its score there.
struct InquiryScan {
  private let plan: InquiryPlan
  private(set) var counts: GroupCounts
  private var selection = Selection()

  init(_ plan: InquiryPlan, denseGroupsMax: Int = GroupCounts.denseGroupsMax) {
    self.plan = plan
    counts = GroupCounts(groupCount: plan.groupCount, denseGroupsMax: denseGroupsMax)
  }

  mutating func scan(_ chunk: Chunk) {
    selection.select(chunk.count, passing: tests(of: chunk))
    let (steps, base) = steps(of: chunk)
    let words = selection.words
    counts.count(chunk, words.span.extracting(first: (chunk.count + 63) / 64), steps, base)
    withExtendedLifetime(chunk.slab) {}
  }

  /// Filters that this chunk passes as a whole are left out.
  private func tests(of chunk: Chunk) -> [Selection.Test] {
    var tests: [Selection.Test] = []
    let days = plan.days(of: chunk)
    if days != chunk.firstDay...chunk.lastDay {
      let run = UInt32(days.lowerBound - chunk.baseDay)...UInt32(days.upperBound - chunk.baseDay)
      tests.append(Selection.Test(column: chunk.days, runs: [run], table: []))
    }
    for filter in plan.filters {
      guard let dimension = filter.dimension else { continue }
      let column = chunk.column(of: dimension)
      let zone = column.low...column.high
      let runs = filter.runs.filter { $0.overlaps(zone) }.map { $0.clamped(to: zone) }
      if runs != [zone] {
        tests.append(Selection.Test(column: column, runs: runs, table: filter.table))
      }
    }
    return tests
  }

  /// Axes on which the whole chunk has one place are added up in `base`.
  private func steps(of chunk: Chunk) -> (steps: [GroupStep], base: Int) {
    var steps: [GroupStep] = []
    var base = 0
    for axis in plan.axes {
      switch axis.source {
      case .nothing: break
      case .codes(let dimension):
        let column = chunk.column(of: dimension)
        if column.low == column.high {
          base += axis.table[Int(column.low)]
        } else {
          steps.append(GroupStep(column: column, table: axis.table, shift: 0))
        }
      case .days(let first):
        let days = plan.days(of: chunk)
        let place = axis.table[Int(days.lowerBound - first)]
        if place == axis.table[Int(days.upperBound - first)] {
          base += place
        } else {
          let shift = Int(chunk.baseDay) - Int(first)
          steps.append(GroupStep(column: chunk.days, table: axis.table, shift: shift))
        }
      }
    }
    return (steps, base)
  }
}
