import CXMetrics
import Facts
import Kernel
import Synchronization
import Testing

struct ConcurrencyTests {
  /// Every appended batch holds as many promoters as detractors, so that any whole number of
  /// batches has an NPS of 0, and half a batch has not.
  @Test func `an inquiry sees whole batches while others are appended`() async throws {
    let shared = SharedColumns()
    let batch = (0..<100).map { NewFact.plain(day: 100 + $0 % 3, points: $0 % 2 == 0 ? 10 : 0) }
    try await withThrowingTaskGroup { tasks in
      tasks.addTask {
        for _ in 0..<1_500 {
          shared.columns.withLock { columns in for fact in batch { columns.append(fact) } }
        }
      }
      for _ in 0..<2 {
        tasks.addTask {
          var last = 0
          while last < 150_000 {
            let columns = shared.columns.withLock { $0 }
            let tally = try await columns.tallies(for: Inquiry(questions: [1])).total
            #expect(tally[0] == tally[10])
            #expect(tally.total == columns.count)
            #expect(tally.total >= last)
            last = tally.total
          }
        }
      }
      try await tasks.waitForAll()
    }
  }

  @Test func `a copy keeps what it had`() async throws {
    var columns = FactColumns((0..<70_000).map { .plain(day: Int32($0 % 50)) })
    let copy = columns
    for day in 0..<70_000 { columns.append(.plain(day: Int32(day % 50), points: 0)) }
    #expect(try await copy.tallies(for: Inquiry(questions: [1])).total[9] == 70_000)
    #expect(try await copy.tallies(for: Inquiry(questions: [1])).total[0] == 0)
    #expect(try await columns.tallies(for: Inquiry(questions: [1])).total[0] == 70_000)
  }
}

private final class SharedColumns: Sendable {
  let columns = Mutex(FactColumns())
}
