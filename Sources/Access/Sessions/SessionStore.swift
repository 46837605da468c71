package import Kernel
package import Storage

/// Who is signed in, and where.
package struct SessionStore: Sendable {
  let storage: Storage

  static let migrations = [
    Migration(
      "2026-01 sign_in_session",
      sql: """
        CREATE TABLE sign_in_session (
          id {id}, token_hash {blob} NOT NULL UNIQUE,
          account {int} NOT NULL REFERENCES account (id),
          created_at {int} NOT NULL, last_seen_at {int} NOT NULL,
          idle_max {int} NOT NULL, expires_at {int} NOT NULL,
          address {text}, browser {text}, browser_system {text}
        ) {strict};
        CREATE INDEX sign_in_session_by_account ON sign_in_session (account);
        """
    )
  ]

  /// Forgets sessions that ended by themselves, with the addresses they were opened from.
  package static func forgetEnded(at now: Instant, in db: Connection) throws {
    try db.execute(
      """
      DELETE FROM sign_in_session
      WHERE expires_at <= \(now) OR last_seen_at + idle_max <= \(now)
      """
    )
  }

  /// Opens a session in the place of the one this browser had.
  func open(
    for account: Account,
    with secret: Secret,
    replacing old: Secret?,
    from origin: SessionOrigin,
    lasting life: SessionLife,
    at now: Instant
  ) async throws {
    try await storage.write { db in
      // Sessions that ended by themselves are swept when somebody opens one.
      try db.execute(
        """
        DELETE FROM sign_in_session WHERE account = \(account.id)
        AND (expires_at <= \(now) OR last_seen_at + idle_max <= \(now))
        """
      )
      if let old { try db.execute("DELETE FROM sign_in_session WHERE token_hash = \(old.hash)") }
      let id = try db.next("sign_in_session").lowerBound
      try db.execute(
        """
        INSERT INTO sign_in_session (id, token_hash, account, created_at, last_seen_at, idle_max,
          expires_at, address, browser, browser_system)
        VALUES (\(id), \(secret.hash), \(account.id), \(now), \(now), \(life.idle.milliseconds),
          \(now + life.total), \(origin.address), \(origin.browser.name), \(origin.browser.system))
        """
      )
      try AuditStore.append(
        AuditEntry(
          at: now,
          by: .person(account.id, named: account.name),
          "session.opened",
          AuditEntry.Subject("session", id, named: account.email.text)
        ),
        in: db
      )
    }
  }

  /// The person a session belongs to, with when it was last written down as used; nil when it
  /// ended or never was.
  func person(
    with secret: Secret,
    at now: Instant
  ) async throws -> (person: Identity.Person, lastSeenAt: Instant)? {
    try await storage.read { db in
      let row = try db.row(
        """
        SELECT s.id AS session_id, s.last_seen_at, a.*
        FROM sign_in_session s JOIN account a ON a.id = s.account
        WHERE s.token_hash = \(secret.hash) AND s.expires_at > \(now)
        AND s.last_seen_at + s.idle_max > \(now)
        """
      )
      guard let row else { return nil }
      let account = try Account(row)
      let person = Identity.Person(
        account: account.id,
        name: account.name,
        email: account.email.text,
        role: account.role,
        session: try row["session_id"],
        csrf: secret.csrf
      )
      return (person, try row["last_seen_at"])
    }
  }

  func markSeen(_ session: Session.ID, at now: Instant) async throws {
    _ = try await storage.write { db in
      try db.execute("UPDATE sign_in_session SET last_seen_at = \(now) WHERE id = \(session)")
    }
  }

  /// Where a person is signed in now, last seen first.
  func open(of account: Account.ID, at now: Instant) async throws -> [Session] {
    try await storage.read { db in
      try db.rows(
        """
        SELECT * FROM sign_in_session
        WHERE account = \(account) AND expires_at > \(now) AND last_seen_at + idle_max > \(now)
        ORDER BY last_seen_at DESC, id DESC
        """
      ).map(Session.init)
    }
  }

  /// Ends sessions of this person's own; those of others are left alone.
  func end(_ ending: SessionEnding, of person: Identity.Person, at now: Instant) async throws {
    try await storage.write { db in
      let which: SQL =
        switch ending {
        case .one(let session): "id = \(session)"
        case .allButThis: "id <> \(person.session)"
        }
      let ended = try db.rows(
        """
        DELETE FROM sign_in_session WHERE account = \(person.account) AND \(which) RETURNING id
        """
      )
      for row in ended {
        try AuditStore.append(
          AuditEntry(
            at: now,
            by: .person(person.account, named: person.name),
            "session.ended",
            AuditEntry.Subject("session", try row["id"], named: person.email)
          ),
          in: db
        )
      }
    }
  }
}

/// Which of a person's sessions end.
enum SessionEnding: Sendable {
  case one(Session.ID)
  case allButThis
}

extension Session {
  init(_ row: Row) throws {
    id = try row["id"]
    account = try row["account"]
    createdAt = try row["created_at"]
    lastSeenAt = try row["last_seen_at"]
    address = try row["address"]
    browser = Browser(name: try row["browser"], system: try row["browser_system"])
  }
}

extension Duration {
  var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
