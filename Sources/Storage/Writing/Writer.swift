import Dispatch
import Foundation
import Logging

/// A write that waits for its turn.
struct WaitingWrite: Sendable {
  /// Runs inside the group's transaction; what it throws undoes this write alone.
  let run: @Sendable (Connection) throws -> Acknowledgement

  /// Told when nothing of this write was kept.
  let fail: @Sendable (any Error) -> Void
}

/// What a write that ran does once its fate is known.
struct Acknowledgement: Sendable {
  /// Called only after the commit is on disk.
  let succeed: @Sendable () -> Void
}

/// The one writer of a store: commits everything that waits in one transaction (group commit).
///
/// One synchronisation of the disk then serves many writes. Each write has a savepoint, so that a
/// failing one fails alone; when the commit itself fails, all of them do and none was acknowledged.
final class Writer: Sendable {
  /// Writes of one transaction; more would make the first ones wait long.
  static let groupMax = 512

  private let store: any Store
  private let mailbox: Mailbox<WaitingWrite>
  private let logger: Logger
  private let finished = DispatchSemaphore(value: 0)

  init(store: any Store, waitingMax: Int, logger: Logger) {
    self.store = store
    self.logger = logger
    mailbox = Mailbox(capacity: waitingMax)
    let thread = Thread { [self] in work() }
    thread.name = "storage writer"
    thread.start()
  }

  func submit(_ write: WaitingWrite) {
    switch mailbox.put(write) {
    case .taken: break
    case .full: write.fail(StorageUnavailable(.busy))
    case .closed: write.fail(StorageUnavailable(.closed))
    }
  }

  /// Lets waiting writes through and returns when the thread has ended.
  func close() {
    mailbox.close()
    finished.wait()
  }

  private func work() {
    while let group = mailbox.take(maximum: Self.groupMax) {
      commit(group)
      store.didCommit()
    }
    finished.signal()
  }

  private func commit(_ group: [WaitingWrite]) {
    do {
      let outcomes = try store.withWriter { connection in
        try connection.transaction(.beginWriting) { db in
          try group.map { write in try outcome(of: write, in: db) }
        }
      }
      for (write, outcome) in zip(group, outcomes) {
        switch outcome {
        case .success(let acknowledgement): acknowledgement.succeed()
        case .failure(let error): write.fail(error)
        }
      }
    } catch {
      let unavailable =
        error as? StorageUnavailable ?? StorageUnavailable(.failing, detail: "\(error)")
      logger.warning(
        "a commit failed; its writes were refused",
        metadata: ["writes": "\(group.count)", "reason": "\(unavailable)"]
      )
      for write in group { write.fail(unavailable) }
    }
  }

  /// Throws only where the whole transaction is lost.
  private func outcome(
    of write: WaitingWrite,
    in db: Connection
  ) throws -> Result<Acknowledgement, any Error> {
    do {
      return .success(try db.savepoint { try write.run(db) })
    } catch {
      if db.hasLostTransaction { throw error }
      return .failure(error)
    }
  }
}
