import Dispatch
import Foundation
import Logging
import Synchronization

/// A write that waits for its turn.
struct WaitingWrite: Sendable {
  /// Runs inside the group's transaction; what it throws undoes this write alone.
  let run: @Sendable (Connection) throws -> Acknowledgement

  /// Told when nothing of this write was kept.
  let fail: @Sendable (any Error) -> Void

  /// How many wait for it so far.
  var count: @Sendable () -> Int = { 1 }
}

/// What a write that ran does once its fate is known.
struct Acknowledgement: Sendable {
  /// How many wait for it.
  var count = 1

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

  /// A last group at least this large makes it worth while to wait for the next to gather.
  static let gatheredMin = 8

  /// The wait goes by steps of this many seconds, 1 ms in all.
  static let gatherStep = 0.000_1
  static let gatherSteps = 10

  private let store: any Store
  private let mailbox: Mailbox<WaitingWrite>
  private let logger: Logger
  private let finished = DispatchSemaphore(value: 0)
  private let refusedAt = Mutex<ContinuousClock.Instant?>(nil)

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

  /// When the store last could not take a write.
  var lastRefusal: ContinuousClock.Instant? { refusedAt.withLock { $0 } }

  /// Remembers that the store could not take a write; other failures are the write's own.
  func note(_ error: any Error) {
    if error is StorageUnavailable { refusedAt.withLock { $0 = .now } }
  }

  /// Lets waiting writes through and returns when the thread has ended.
  func close() {
    mailbox.close()
    finished.wait()
  }

  private func work() {
    var last = 0
    while let first = mailbox.take(maximum: Self.groupMax) {
      let group = first + gather(after: first, expecting: last)
      last = commit(group)
      store.didCommit()
    }
    finished.signal()
  }

  /// Waits a moment for those whom the last commit set free: the first of them would otherwise have
  /// a synchronisation of the disk to itself while the others just miss it.
  private func gather(after first: [WaitingWrite], expecting last: Int) -> [WaitingWrite] {
    guard last >= Self.gatheredMin else { return [] }
    for _ in 0..<Self.gatherSteps {
      let waiting = mailbox.count + first.reduce(0) { $0 + $1.count() }
      if waiting >= last - last / 4 { break }
      Thread.sleep(forTimeInterval: Self.gatherStep)
    }
    return mailbox.takeAll()
  }

  /// Gives the count of what it acknowledged or refused.
  private func commit(_ group: [WaitingWrite]) -> Int {
    do {
      let outcomes = try store.withWriter { connection in
        try connection.transaction(.beginWriting) { db in
          try group.map { write in try outcome(of: write, in: db) }
        }
      }
      var count = 0
      for (write, outcome) in zip(group, outcomes) {
        switch outcome {
        case .success(let acknowledgement):
          count += acknowledgement.count
          acknowledgement.succeed()
        case .failure(let error):
          count += 1
          note(error)
          write.fail(error)
        }
      }
      return count
    } catch {
      let unavailable =
        error as? StorageUnavailable ?? StorageUnavailable(.failing, detail: "\(error)")
      logger.warning(
        "a commit failed; its writes were refused",
        metadata: ["writes": "\(group.count)", "reason": "\(unavailable)"]
      )
      note(unavailable)
      for write in group { write.fail(unavailable) }
      return 0
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
