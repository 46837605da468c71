package import Kernel

/// Work to be done later, written in the transaction that calls for it.
///
/// It is done at least once: after a crash it is tried again, so doing it twice must be harmless.
package struct Work: Sendable, Identifiable {
  package let id: Identifier<Work>
  package let queue: WorkQueue
  package let kind: String

  /// Whatever the kind's handler reads, JSON as a rule.
  package let payload: String

  /// The address, for a message on its way outside.
  package let destination: String?

  /// What makes it one with an equal one; to be sent along as idempotency key.
  package let key: String?

  /// This try included.
  package let attempts: Int

  /// Tells this claim from a later one of the same work.
  let claim: Int64
}

/// Where work waits.
package enum WorkQueue: String, Sendable, CaseIterable {
  /// Work within the house; gone when done.
  case job

  /// Messages to the outside; kept when sent, so that the same key never goes out twice.
  case outbox

  var table: SQL {
    switch self {
    case .job: "job"
    case .outbox: "outbox"
    }
  }

  var counter: StaticString {
    switch self {
    case .job: "job"
    case .outbox: "outbox"
    }
  }
}

/// Work that was given up, to be shown to people.
package struct DeadWork: Sendable {
  package let id: Identifier<Work>
  package let kind: String
  package let destination: String?
  package let attempts: Int
  package let lastError: String
  package let createdAt: Instant
}

/// Thrown by a handler for what no later try can mend: the work is given up at once.
package struct WorkRefused: Error, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}

extension Connection {
  /// Adds a job to this transaction; false where an equal one (same kind and key) already waits.
  ///
  /// One that is running does not count: it may have read what has changed since.
  @discardableResult
  package func enqueue(
    _ kind: String,
    payload: String = "{}",
    key: String? = nil,
    at instant: Instant
  ) throws -> Bool {
    let id = try next(WorkQueue.job.counter).lowerBound
    return try execute(
      """
      INSERT INTO job (id, kind, payload, unique_key, state, attempts, run_at, created_at)
      VALUES (\(id), \(kind), \(payload), \(key), 'waiting', 0, \(instant), \(instant))
      ON CONFLICT DO NOTHING
      """
    ) == 1
  }

  /// Adds a message to the outside to this transaction; false where its key was ever used.
  @discardableResult
  package func post(
    _ kind: String,
    to destination: String,
    payload: String,
    key: String,
    at instant: Instant
  ) throws -> Bool {
    let id = try next(WorkQueue.outbox.counter).lowerBound
    return try execute(
      """
      INSERT INTO outbox
      (id, kind, destination, payload, unique_key, state, attempts, run_at, created_at)
      VALUES (\(id), \(kind), \(destination), \(payload), \(key), 'waiting', 0, \(instant),
      \(instant)) ON CONFLICT DO NOTHING
      """
    ) == 1
  }
}
