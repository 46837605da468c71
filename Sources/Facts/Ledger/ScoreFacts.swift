package import Foundation
import Kernel
package import Storage
import Synchronization

/// Answers inquiries from columns that follow the ledger of a store.
///
/// Whoever asks sees every fact committed before, by this process or another: the ledger's head is
/// read first, and what the columns lack is taken in.
package final class ScoreFacts: Sendable {
  let storage: Storage
  private let snapshot: URL?
  private let columns: Mutex<FactColumns>

  /// The head of the snapshot on disk.
  private let savedHead: Mutex<Int64>

  /// Why the columns were built from the whole ledger; nil when a snapshot served.
  package let rebuiltBecause: SnapshotRefusal?

  private init(
    storage: Storage,
    snapshot: URL?,
    columns: FactColumns,
    savedHead: Int64,
    rebuiltBecause: SnapshotRefusal?
  ) {
    self.storage = storage
    self.snapshot = snapshot
    self.columns = Mutex(columns)
    self.savedHead = Mutex(savedHead)
    self.rebuiltBecause = rebuiltBecause
  }

  /// Fills the columns from the snapshot and the ledger's tail, or from the whole ledger.
  package static func open(storage: Storage, snapshot: URL?) async throws -> ScoreFacts {
    let (start, refusal) = try await saved(snapshot, storage: storage)
    let facts = ScoreFacts(
      storage: storage,
      snapshot: snapshot,
      columns: start,
      savedHead: start.head,
      rebuiltBecause: refusal
    )
    _ = try await facts.caughtUp()
    return facts
  }

  /// Another ledger's snapshot would mix two businesses' answers, so one row is compared.
  @concurrent private static func saved(_ snapshot: URL?, storage: Storage) async throws
    -> (FactColumns, SnapshotRefusal?)
  {
    guard let snapshot else { return (FactColumns(), .missing) }
    do throws(SnapshotRefusal) {
      let columns = try FactSnapshot.read(snapshot)
      let head = columns.head
      let mark: UInt64
      do {
        mark = try await storage.read { db in try LedgerReading.mark(ofFact: head, in: db) }
      } catch {
        throw .unreadable("\(error)")
      }
      guard mark == columns.mark else { throw .ofAnotherLedger }
      return (columns, nil)
    } catch {
      return (FactColumns(), error)
    }
  }
}

extension ScoreFacts {
  /// The columns with every fact committed before this was called.
  package func caughtUp() async throws -> FactColumns {
    let start = columns.withLock { $0 }
    let reached = try await storage.read { db in try LedgerReading.caughtUp(start, in: db) }
    return columns.withLock { columns in
      // Two that read at the same time end with the one that saw more.
      if reached.head > columns.head { columns = reached }
      return columns
    }
  }

  /// The columns with every fact up to one at least: without a look at the store when they have it.
  package func caughtUp(to head: Int64) async throws -> FactColumns {
    let columns = columns.withLock { $0 }
    return columns.head >= head ? columns : try await caughtUp()
  }

  /// Answers an inquiry over all facts committed before it was asked.
  package func tallies(for inquiry: Inquiry) async throws -> Tallies {
    try await caughtUp().tallies(for: inquiry)
  }

  /// The values of a dimension that facts have, in the order they were first met.
  package func values(of dimension: String) async throws -> [String] {
    try await caughtUp().values(of: dimension)
  }
}

extension ScoreFacts {
  /// Writes the columns to disk when they moved on since the last time.
  @concurrent package func saveSnapshot() async throws {
    guard let snapshot else { return }
    let columns = columns.withLock { $0 }
    guard columns.head > savedHead.withLock({ $0 }) else { return }
    try FactSnapshot.write(columns, to: snapshot)
    savedHead.withLock { $0 = max($0, columns.head) }
  }

  /// Saves every so often, and once more when the task is cancelled.
  ///
  /// A failure, such as a full disk, is handed over and the next one awaited: only the next start
  /// is slower for it.
  package func saveSnapshots(
    every interval: Duration,
    onFailure: @Sendable (any Error) -> Void
  ) async {
    var isCancelled = false
    while !isCancelled {
      do { try await Task.sleep(for: interval) } catch { isCancelled = true }
      do { try await saveSnapshot() } catch { onFailure(error) }
    }
  }
}
