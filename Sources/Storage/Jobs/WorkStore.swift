package import Kernel

/// The tables `job` and `outbox`: claiming, finishing, trying again, giving up.
package struct WorkStore: Sendable {
  /// Characters kept of an error's text.
  static let errorCharactersMax = 1_000

  let storage: Storage
  package let queue: WorkQueue

  package init(storage: Storage, queue: WorkQueue) {
    self.storage = storage
    self.queue = queue
  }

  static let migrations = [
    Migration(
      "2026-01 job and outbox",
      sql: """
        CREATE TABLE job (
          id {id}, kind {text} NOT NULL, payload {text} NOT NULL, unique_key {text},
          state {text} NOT NULL CHECK (state IN ('waiting', 'dead')),
          attempts {int} NOT NULL, run_at {int} NOT NULL, claim {int}, last_error {text},
          created_at {int} NOT NULL
        ) {strict};
        CREATE INDEX job_by_state_and_time ON job (state, run_at);
        CREATE UNIQUE INDEX job_by_key ON job (kind, unique_key)
          WHERE state = 'waiting' AND claim IS NULL;
        CREATE TABLE outbox (
          id {id}, kind {text} NOT NULL, destination {text} NOT NULL, payload {text} NOT NULL,
          unique_key {text} NOT NULL,
          state {text} NOT NULL CHECK (state IN ('waiting', 'dead', 'sent')),
          attempts {int} NOT NULL, run_at {int} NOT NULL, claim {int}, last_error {text},
          created_at {int} NOT NULL
        ) {strict};
        CREATE INDEX outbox_by_state_and_time ON outbox (state, run_at);
        CREATE UNIQUE INDEX outbox_by_key ON outbox (unique_key);
        """
    )
  ]

  /// Takes work that is due, oldest first; until `lease` has passed nobody else is given it.
  func claim(
    kinds: [String],
    atMost count: Int,
    at now: Instant,
    lease: Duration
  ) async throws -> [Work] {
    // A look costs no commit, and mostly nothing is due.
    let isDue = try await storage.read { [queue] db in
      try db.row(
        """
        SELECT 1 AS due FROM \(queue.table)
        WHERE state = 'waiting' AND run_at <= \(now) AND kind IN \(list: kinds) LIMIT 1
        """
      ) != nil
    }
    guard isDue else { return [] }
    return try await storage.write { [queue] db in
      let claim = try db.next("work_claim").lowerBound
      let destination: SQL = queue == .outbox ? "destination" : "NULL AS destination"
      let rows = try db.rows(
        """
        UPDATE \(queue.table)
        SET claim = \(claim), attempts = attempts + 1, run_at = \(now + lease)
        WHERE id IN (
          SELECT id FROM \(queue.table)
          WHERE state = 'waiting' AND run_at <= \(now) AND kind IN \(list: kinds)
          ORDER BY run_at, id LIMIT \(count) \(db.dialect.claimingRows)
        ) RETURNING id, kind, payload, \(destination), unique_key, attempts
        """
      )
      return try rows.map { row in
        Work(
          id: try row["id"],
          queue: queue,
          kind: try row["kind"],
          payload: try row["payload"],
          destination: try row["destination"],
          key: try row["unique_key"],
          attempts: try row["attempts"],
          claim: claim
        )
      }.sorted { $0.id.rawValue < $1.id.rawValue }
    }
  }

  /// Deletes a job, marks a message as sent; nothing when the lease ran out and another has it.
  func finish(_ work: Work) async throws {
    try await storage.write { db in try Self.finish(work, in: db) }
  }

  /// Finishes work in the very transaction that did it: both happen or neither.
  package static func finish(_ work: Work, in db: Connection) throws {
    switch work.queue {
    case .job:
      try db.execute("DELETE FROM job WHERE id = \(work.id) AND claim = \(work.claim)")
    case .outbox:
      try db.execute(
        "UPDATE outbox SET state = 'sent' WHERE id = \(work.id) AND claim = \(work.claim)"
      )
    }
  }

  /// Lets it be claimed again at a later time.
  func postpone(_ work: Work, to instant: Instant, because error: any Error) async throws {
    try await storage.write { [queue] db in
      // An equal job that came meanwhile stands for this one too.
      if queue == .job, let key = work.key {
        let replaced = try db.execute(
          """
          DELETE FROM job WHERE id = \(work.id) AND claim = \(work.claim) AND EXISTS (
            SELECT 1 FROM job AS newer WHERE newer.kind = \(work.kind)
            AND newer.unique_key = \(key) AND newer.state = 'waiting' AND newer.claim IS NULL
          )
          """
        )
        if replaced > 0 { return }
      }
      try db.execute(
        """
        UPDATE \(queue.table)
        SET claim = NULL, run_at = \(instant), last_error = \(Self.text(of: error))
        WHERE id = \(work.id) AND claim = \(work.claim)
        """
      )
    }
  }

  /// Keeps it for people to look at.
  func giveUp(_ work: Work, because error: any Error) async throws {
    try await storage.write { [queue] db in
      try db.execute(
        """
        UPDATE \(queue.table) SET state = 'dead', last_error = \(Self.text(of: error))
        WHERE id = \(work.id) AND claim = \(work.claim)
        """
      )
    }
  }

  private static func text(of error: any Error) -> String {
    String("\(error)".replacing("\0", with: "").prefix(errorCharactersMax))
  }
}

// MARK: - What people see and do

extension WorkStore {
  /// Work given up, latest first.
  package func dead(limit: Int = 100) async throws -> [DeadWork] {
    try await storage.read { [queue] db in
      let destination: SQL = queue == .outbox ? "destination" : "NULL AS destination"
      return try db.rows(
        """
        SELECT id, kind, \(destination), attempts, last_error, created_at FROM \(queue.table)
        WHERE state = 'dead' ORDER BY id DESC LIMIT \(limit)
        """
      ).map { row in
        DeadWork(
          id: try row["id"],
          kind: try row["kind"],
          destination: try row["destination"],
          attempts: try row["attempts"],
          lastError: try row["last_error", as: String?.self] ?? "",
          createdAt: try row["created_at"]
        )
      }
    }
  }

  /// Gives dead work another series of tries; false where there is none of that number.
  @discardableResult
  package func revive(_ id: Identifier<Work>, at now: Instant) async throws -> Bool {
    try await storage.write { [queue] db in
      // A claim of its own number keeps it apart from an equal job that waits unclaimed.
      try db.execute(
        """
        UPDATE \(queue.table) SET state = 'waiting', attempts = 0, run_at = \(now), claim = 0
        WHERE id = \(id) AND state = 'dead'
        """
      ) == 1
    }
  }

  /// How much waits, claimed or not.
  package func countWaiting() async throws -> Int {
    try await storage.read { [queue] db in
      try db.value("SELECT count(*) FROM \(queue.table) WHERE state = 'waiting'") ?? 0
    }
  }

  /// Forgets messages sent before a time; their keys could then be used again.
  @discardableResult
  package func forgetSent(before instant: Instant) async throws -> Int {
    try await storage.write { db in
      try db.execute("DELETE FROM outbox WHERE state = 'sent' AND created_at < \(instant)")
    }
  }
}
