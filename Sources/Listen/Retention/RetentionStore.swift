import Access
package import Kernel
package import Storage

/// Decides how long answers are kept, and carries it out a part at a time.
package struct RetentionStore: Sendable {
  private let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  /// Answers, or lines, that go in one transaction, so that new answers never wait long behind it.
  static let batchRows = 500

  func policy() async throws -> RetentionPolicy {
    try await storage.read { try Self.policy(in: $0) }
  }

  func set(_ policy: RetentionPolicy, by actor: AuditEntry.Actor, at now: Instant) async throws {
    try await storage.write { db in
      guard try Self.policy(in: db) != policy else { return }
      try db.execute(
        """
        UPDATE retention SET answer_months = \(policy.answerMonths),
          manner = \(policy.manner.rawValue), trail_months = \(policy.trailMonths) WHERE id = 1
        """
      )
      try Self.note(
        "retention.changed",
        [
          "answer_months": policy.answerMonths.map { .integer(Int64($0)) } ?? .null,
          "manner": .string(policy.manner.rawValue),
          "trail_months": policy.trailMonths.map { .integer(Int64($0)) } ?? .null,
        ],
        by: actor,
        at: now,
        in: db
      )
    }
  }

  /// What a policy would touch.
  struct Reach: Hashable, Sendable {
    var answers = 0
    var lines = 0
  }

  /// What a policy would touch if it were carried out on a day. One query.
  func reach(of policy: RetentionPolicy, on today: Day) async throws -> Reach {
    let answers = policy.answerMonths.map { RetentionPolicy.start(keeping: $0, on: today) }
    let lines = policy.trailMonths.map { RetentionPolicy.start(keeping: $0, on: today) }
    return try await storage.read { db in
      let row = try db.row(
        """
        SELECT (SELECT count(*) FROM response
            WHERE \(Self.isDue(before: answers, policy.manner))) AS answers,
          (SELECT count(*) FROM audit_entry WHERE at < \(lines)) AS lines
        """
      )
      return Reach(answers: try row?["answers"] ?? 0, lines: try row?["lines"] ?? 0)
    }
  }

  private static func isDue(before start: Instant?, _ manner: RetentionPolicy.Manner) -> SQL {
    switch manner {
    case .strip: "at < \(start) AND flags & \(AnswerFlag.stripped.rawValue) = 0"
    case .erase: "at < \(start)"
    }
  }

  /// Carries the policy out unless that was done today. Cut off, the next call goes on; two servers
  /// at once share the work.
  ///
  /// - Returns: what it touched; nil when the day's work was done already.
  @discardableResult
  package func carryOut(at now: Instant, on today: Day) async throws -> Int? {
    let (policy, doneDay) = try await storage.read { db in
      (
        try Self.policy(in: db),
        try db.value("SELECT done_day FROM retention WHERE id = 1", as: Day?.self) ?? nil
      )
    }
    guard doneDay != today else { return nil }
    var touched = 0
    if let months = policy.answerMonths {
      let start = RetentionPolicy.start(keeping: months, on: today)
      touched += try await repeating { try Self.takePart(before: start, policy, at: now, in: $0) }
      _ = try await repeating { try Self.forgetRefusals(before: start, in: $0) }
    }
    if let months = policy.trailMonths {
      let start = RetentionPolicy.start(keeping: months, on: today)
      let gone = try await repeating {
        try AuditStore.forget(before: start, atMost: Self.batchRows, in: $0)
      }
      if gone > 0 { try await noteTrail(gone, at: now) }
      touched += gone
    }
    try await storage.write { db in
      try SessionStore.forgetEnded(at: now, in: db)
      try db.execute("UPDATE retention SET done_day = \(today), done_at = \(now) WHERE id = 1")
    }
    return touched
  }

  /// When the policy was last carried out to its end.
  package static func lastDone(in db: Connection) throws -> Instant? {
    try db.value("SELECT done_at FROM retention WHERE id = 1", as: Instant?.self) ?? nil
  }

  /// One transaction after another until one finds nothing; between two is the place to stop.
  private func repeating(
    _ part: @escaping @Sendable (Connection) throws -> Int
  ) async throws -> Int {
    var sum = 0
    while true {
      try Task.checkCancellation()
      let count = try await storage.write(part)
      if count == 0 { return sum }
      sum += count
    }
  }

  private static func takePart(
    before start: Instant,
    _ policy: RetentionPolicy,
    at now: Instant,
    in db: Connection
  ) throws -> Int {
    let answers = try ErasableAnswer.all(
      where: "\(isDue(before: start, policy.manner)) ORDER BY id LIMIT \(batchRows)",
      in: db
    )
    guard !answers.isEmpty else { return 0 }
    switch policy.manner {
    case .strip: try AnswerStripping.strip(answers, at: now, in: db)
    case .erase: try AnswerErasureStore.erase(answers, at: now, in: db)
    }
    try note(
      policy.manner == .strip ? "answers.stripped" : "answers.expired",
      ["answers": .integer(Int64(answers.count)), "before": .string(start.description)],
      by: .house,
      at: now,
      in: db
    )
    return answers.count
  }

  /// Lines that imports refused, which may tell of people too.
  private static func forgetRefusals(before start: Instant, in db: Connection) throws -> Int {
    try db.execute(
      """
      DELETE FROM import_refusal
      WHERE import_run IN (SELECT id FROM import_run WHERE started_at < \(start))
      """
    )
  }

  private func noteTrail(_ lines: Int, at now: Instant) async throws {
    try await storage.write { db in
      try Self.note(
        "trail.shortened",
        ["lines": .integer(Int64(lines))],
        by: .house,
        at: now,
        in: db
      )
    }
  }

  private static func policy(in db: Connection) throws -> RetentionPolicy {
    guard let row = try db.row("SELECT * FROM retention WHERE id = 1") else {
      return RetentionPolicy()
    }
    return RetentionPolicy(
      answerMonths: try row["answer_months"],
      manner: RetentionPolicy.Manner(rawValue: try row["manner"]) ?? .strip,
      trailMonths: try row["trail_months"]
    )
  }

  private static func note(
    _ action: String,
    _ details: JSONObject,
    by actor: AuditEntry.Actor,
    at now: Instant,
    in db: Connection
  ) throws {
    let subject = AuditEntry.Subject("retention", 1, named: "")
    try AuditStore.append(AuditEntry(at: now, by: actor, action, subject, details: details), in: db)
  }
}
