import Synchronization

/// A writer fed with values: everything that waits goes to one closure in one transaction.
///
/// Cheaper than a closure for each value, since one statement can then serve many of them. Made by
/// `Storage.batch`.
package final class BatchWriter<Item: Sendable, Output: Sendable>: Sendable {
  package typealias Body = @Sendable (Connection, [Item]) throws -> [Result<Output, any Error>]

  private struct Entry: Sendable {
    let item: Item
    let continuation: CheckedContinuation<Output, any Error>
  }

  private let waiting = Mutex<[Entry]>([])
  private let writer: Writer
  private let maximum: Int
  private let waitingMax: Int
  private let body: Body

  init(writer: Writer, maximum: Int, waitingMax: Int, body: @escaping Body) {
    self.writer = writer
    self.maximum = maximum
    self.waitingMax = waitingMax
    self.body = body
  }

  /// Returns when the item's transaction is on disk.
  ///
  /// - Throws: the item's own failure; `StorageUnavailable` when nothing could be written.
  package func submit(_ item: Item) async throws -> Output {
    try await withCheckedThrowingContinuation { continuation in
      let entry = Entry(item: item, continuation: continuation)
      let (isTaken, isFirst): (Bool, Bool) = waiting.withLock { waiting in
        guard waiting.count < waitingMax else { return (false, false) }
        waiting.append(entry)
        return (true, waiting.count == 1)
      }
      if !isTaken { continuation.resume(throwing: StorageUnavailable(.busy)) }
      if isFirst { enqueueRound() }
    }
  }

  /// What one round took, so that it answers for that and for no other round's.
  ///
  /// Several rounds can meet in one transaction: a round whose items failed with an earlier
  /// transaction still comes, and so does the one asked for by items that came since.
  private final class Round: Sendable {
    private let entries = Mutex<[Entry]?>(nil)

    var taken: [Entry]? { entries.withLock { $0 } }

    func take(_ entries: [Entry]) { self.entries.withLock { $0 = entries } }
  }

  /// One round is asked for whenever items begin to wait.
  private func enqueueRound() {
    let round = Round()
    writer.submit(
      WaitingWrite(
        run: { [self] db in try run(round, in: db) },
        fail: { [self] error in
          // A round that never had its turn was the one that those who wait have been waiting for.
          for entry in round.taken ?? takeWaiting(.max).entries {
            entry.continuation.resume(throwing: error)
          }
        },
        count: { [self] in waitingCount }
      )
    )
  }

  var waitingCount: Int { waiting.withLock { $0.count } }

  private func takeWaiting(_ maximum: Int) -> (entries: [Entry], isMore: Bool) {
    waiting.withLock { waiting in
      let entries = Array(waiting.prefix(maximum))
      waiting.removeFirst(entries.count)
      return (entries, !waiting.isEmpty)
    }
  }

  private func run(_ round: Round, in db: Connection) throws -> Acknowledgement {
    let (entries, isMore) = takeWaiting(maximum)
    round.take(entries)
    if isMore { enqueueRound() }
    guard !entries.isEmpty else { return Acknowledgement(count: 0) {} }
    let results = try results(for: entries.map(\.item), in: db)
    return Acknowledgement(count: entries.count) {
      for (entry, result) in zip(entries, results) { entry.continuation.resume(with: result) }
    }
  }

  /// When the closure throws, each item runs again by itself, so that one bad item fails alone.
  private func results(
    for items: [Item],
    in db: Connection
  ) throws -> [Result<Output, any Error>] {
    do {
      return try run(items, in: db)
    } catch {
      if db.hasLostTransaction { throw error }
      if items.count == 1 { return [failure(error)] }
      return try items.map { item in
        do {
          return try run([item], in: db)[0]
        } catch {
          if db.hasLostTransaction { throw error }
          return failure(error)
        }
      }
    }
  }

  private func failure(_ error: any Error) -> Result<Output, any Error> {
    writer.note(error)
    return .failure(error)
  }

  private func run(_ items: [Item], in db: Connection) throws -> [Result<Output, any Error>] {
    try db.savepoint {
      let results = try body(db, items)
      precondition(results.count == items.count, "a batch answers for each of its items")
      return results
    }
  }
}
