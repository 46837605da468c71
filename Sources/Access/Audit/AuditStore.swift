package import Kernel
package import Storage

/// The audit trail; lines are added and never changed, but for the names of what was erased.
package struct AuditStore: Sendable {
  let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  static let migrations = [
    Migration(
      "2026-01 audit_entry",
      sql: """
        CREATE TABLE audit_entry (
          id {id}, at {int} NOT NULL,
          actor_kind {text} NOT NULL, actor {int}, actor_name {text} NOT NULL,
          action {text} NOT NULL,
          subject_kind {text} NOT NULL, subject {int} NOT NULL, subject_name {text} NOT NULL,
          details {text} NOT NULL
        ) {strict};
        CREATE INDEX audit_entry_by_subject ON audit_entry (subject_kind, subject);
        """
    )
  ]

  /// Adds a line within the transaction of the change it tells of.
  package static func append(_ entry: AuditEntry, in db: Connection) throws {
    let id = try db.next("audit_entry").lowerBound
    try db.execute(
      """
      INSERT INTO audit_entry (id, at, actor_kind, actor, actor_name, action,
        subject_kind, subject, subject_name, details)
      VALUES (\(id), \(entry.at), \(entry.actor.kind), \(entry.actor.id), \(entry.actor.name),
        \(entry.action), \(entry.subject.kind), \(entry.subject.id), \(entry.subject.name),
        \(JSON.object(entry.details).serialized()))
      """
    )
  }

  /// Gives things that were erased another name in the lines about them, which tell as much as
  /// before and lead back to nobody.
  package static func rename(
    _ kind: String,
    _ names: [(id: Int64, name: String)],
    in db: Connection
  ) throws {
    for (id, name) in names {
      try db.execute(
        """
        UPDATE audit_entry SET subject_name = \(name)
        WHERE subject_kind = \(kind) AND subject = \(id)
        """
      )
    }
  }

  /// Forgets the oldest lines of before a moment.
  ///
  /// - Returns: how many went, at most `count`.
  package static func forget(
    before start: Instant,
    atMost count: Int,
    in db: Connection
  ) throws -> Int {
    try db.execute(
      """
      DELETE FROM audit_entry WHERE id IN (
        SELECT id FROM audit_entry WHERE at < \(start) ORDER BY id LIMIT \(count))
      """
    )
  }

  /// The newest lines, newest first.
  package func newest(_ count: Int) async throws -> [AuditEntry] {
    try await storage.read { db in
      try db.rows("SELECT * FROM audit_entry ORDER BY id DESC LIMIT \(count)").map(Self.entry)
    }
  }

  /// The lines about one thing, oldest first.
  package static func entries(
    about kind: String,
    _ id: Int64,
    in db: Connection
  ) throws -> [AuditEntry] {
    try db.rows(
      """
      SELECT * FROM audit_entry
      WHERE subject_kind = \(kind) AND subject = \(id) ORDER BY id
      """
    ).map(entry)
  }

  private static func entry(_ row: Row) throws -> AuditEntry {
    let details = try JSON.parse(row["details", as: String.self]).object ?? [:]
    return AuditEntry(
      at: try row["at"],
      by: AuditEntry.Actor(
        kind: try row["actor_kind"],
        id: try row["actor"],
        name: try row["actor_name"]
      ),
      try row["action"],
      AuditEntry.Subject(
        try row["subject_kind"],
        try row["subject"],
        named: try row["subject_name"]
      ),
      details: details
    )
  }
}
