import Kernel
import Synchronization

extension FactColumns {
  /// Answers an inquiry over these columns as they are, on up to `workers` threads at once.
  package func tallies(for inquiry: Inquiry, workers: Int = 2) async throws -> Tallies {
    let plan = try InquiryPlan(inquiry, over: self)
    let counts = await Self.count(plan, workers: min(workers, plan.chunks.count))
    if counts.isOverfull { throw InquiryRefusal.tooManyGroups(limit: GroupCounts.groupsMax) }
    return Tallies(axes: plan.axes.map(\.keys), groups: counts.laidOut(on: plan.axes))
  }

  /// Workers take the next chunk as they come free, so that uneven chunks share out evenly.
  private static func count(_ plan: InquiryPlan, workers: Int) async -> GroupCounts {
    let next = NextChunk()
    guard workers > 1 else { return next.scanRest(of: plan) }
    return await withTaskGroup(of: GroupCounts.self) { tasks in
      for _ in 0..<workers { tasks.addTask { next.scanRest(of: plan) } }
      var total = await tasks.next() ?? GroupCounts(groupCount: plan.groupCount)
      for await counts in tasks { total.merge(counts) }
      return total
    }
  }
}

/// The chunk that no worker has taken yet.
private final class NextChunk: Sendable {
  private let index = Atomic(0)

  func scanRest(of plan: InquiryPlan) -> GroupCounts {
    var scan = InquiryScan(plan)
    while true {
      let chunk = index.wrappingAdd(1, ordering: .relaxed).oldValue
      guard chunk < plan.chunks.count, !scan.counts.isOverfull else { return scan.counts }
      scan.scan(plan.chunks[chunk])
    }
  }
}
