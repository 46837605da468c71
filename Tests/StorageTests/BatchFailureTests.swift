import Dispatch
import Logging
import Synchronization
import Testing

@testable import Storage

struct BatchFailureTests {
  /// SQLite in memory whose commits can be made to fail, and whose writer's thread to wait.
  final class HaltingStore: Store {
    let isBroken = Atomic<Bool>(false)
    let halts = Atomic<Bool>(false)
    let halted = DispatchSemaphore(value: 0)
    let goOn = DispatchSemaphore(value: 0)
    private let store: SQLiteStore

    init() throws { store = try SQLiteStore(.inMemory, readers: 1) }

    func read<Output: Sendable>(
      _ body: @escaping @Sendable (Connection) throws -> Output
    ) async throws -> Output { try await store.read(body) }

    func withWriter<Output>(_ body: (Connection) throws -> Output) throws -> Output {
      let output = try store.withWriter(body)
      if isBroken.load(ordering: .sequentiallyConsistent) { throw StorageUnavailable(.full) }
      return output
    }

    func migrating(_ body: (Connection) throws -> Void) throws { try store.migrating(body) }
    func backUpBeforeMigrating(to name: String) throws {}
    func close() { store.close() }

    func didCommit() {
      guard halts.load(ordering: .sequentiallyConsistent) else { return }
      halted.signal()
      goOn.wait()
    }
  }

  /// Items that failed leave a round behind, which meets the next one's in a single transaction:
  /// on a full disk some customers once waited for ever.
  @Test
  func `every item of a broken commit is told, whatever rounds it held`() async throws {
    let store = try HaltingStore()
    store.isBroken.store(true, ordering: .sequentiallyConsistent)
    store.halts.store(true, ordering: .sequentiallyConsistent)
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let writer = Writer(store: store, waitingMax: 10, logger: logger)
    let running = DispatchSemaphore(value: 0)
    let secondWaits = DispatchSemaphore(value: 0)
    let batch = BatchWriter<Int, Int>(writer: writer, maximum: 1, waitingMax: 10) { _, items in
      if items.contains(1) {
        running.signal()
        secondWaits.wait()
      }
      return items.map { .success($0) }
    }
    let first = Task { await fails(1, in: batch) }
    await wait(for: running)
    // Its round stays in the writer's queue however the first one's ends.
    let second = Task { await fails(2, in: batch) }
    while batch.waitingCount < 1 { await Task.yield() }
    secondWaits.signal()
    await wait(for: store.halted)
    let third = Task { await fails(3, in: batch) }
    while batch.waitingCount < 1 { await Task.yield() }
    store.halts.store(false, ordering: .sequentiallyConsistent)
    store.goOn.signal()
    for task in [first, second, third] { #expect(await isDone(task)) }
    writer.close()
  }

  private func fails(_ item: Int, in batch: BatchWriter<Int, Int>) async -> Bool {
    do {
      _ = try await batch.submit(item)
      return false
    } catch { return error is StorageUnavailable }
  }

  /// False as well when nobody told the task how it went: it must not hold up the whole suite.
  private func isDone(_ task: Task<Bool, Never>) async -> Bool {
    let verdicts = AsyncStream<Bool> { stream in
      Task {
        stream.yield(await task.value)
        stream.finish()
      }
      DispatchQueue.global().asyncAfter(deadline: .now() + 20) { stream.finish() }
    }
    return await verdicts.first { _ in true } ?? false
  }

  /// A semaphore must not be waited for on a thread that tasks share.
  private func wait(for semaphore: DispatchSemaphore) async {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        semaphore.wait()
        continuation.resume()
      }
    }
  }
}
