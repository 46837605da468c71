import Kernel
import Storage

/// Who was asked to come in by a link that works once.
struct InvitationStore: Sendable {
  let storage: Storage

  static let migrations = [
    Migration(
      "2026-03 invitation",
      sql: """
        CREATE TABLE invitation (
          id {id}, token_hash {blob} NOT NULL UNIQUE, email {text} NOT NULL UNIQUE,
          role {text} NOT NULL CHECK (role IN ('owner', 'manager', 'agent', 'viewer')),
          expires_at {int} NOT NULL
        ) {strict};
        """
    )
  ]

  /// The link was used, is too old, was withdrawn or replaced; which one is nobody's business.
  struct LinkSpent: Error {}

  /// There are as many people as fit (peopleMax).
  struct Full: Error {}

  /// Those still waited for, by e-mail.
  func open(at now: Instant) async throws -> [Invitation] {
    try await storage.read { db in
      try db.rows("SELECT * FROM invitation WHERE expires_at > \(now) ORDER BY email")
        .map(Invitation.init)
    }
  }

  /// Invites somebody by a secret; a new invitation takes the place of an earlier one.
  ///
  /// - Throws: `AccountStore.Refusal.emailTaken`, `Full`.
  func invite(
    _ email: EmailAddress,
    as role: Role,
    with secret: Secret,
    by actor: AuditEntry.Actor,
    at now: Instant
  ) async throws {
    try await storage.write { db in
      guard try db.row("SELECT id FROM account WHERE email = \(email.text)") == nil else {
        throw AccountStore.Refusal.emailTaken(email)
      }
      let same = try db.row("SELECT id FROM invitation WHERE token_hash = \(secret.hash)")
      guard same == nil else { return }
      try db.execute("DELETE FROM invitation WHERE email = \(email.text) OR expires_at <= \(now)")
      let people: Int? = try db.value(
        "SELECT (SELECT count(*) FROM account) + (SELECT count(*) FROM invitation)"
      )
      guard people ?? 0 < Limits.peopleMax else { throw Full() }
      let id = try db.next("invitation").lowerBound
      try db.execute(
        """
        INSERT INTO invitation (id, token_hash, email, role, expires_at)
        VALUES (\(id), \(secret.hash), \(email.text), \(role.rawValue),
          \(now + Limits.invitationAge))
        """
      )
      try AuditStore.append(
        AuditEntry(
          at: now,
          by: actor,
          "person.invited",
          AuditEntry.Subject("invitation", id, named: email.text),
          details: ["role": .string(role.rawValue)]
        ),
        in: db
      )
    }
  }

  /// Makes a link useless; false when it was already.
  func withdraw(
    _ id: Invitation.ID,
    by actor: AuditEntry.Actor,
    at now: Instant
  ) async throws -> Bool {
    try await storage.write { db in
      guard let row = try db.row("DELETE FROM invitation WHERE id = \(id) RETURNING *") else {
        return false
      }
      let invitation = try Invitation(row)
      let subject = AuditEntry.Subject("invitation", id.rawValue, named: invitation.email.text)
      try AuditStore.append(AuditEntry(at: now, by: actor, "invitation.withdrawn", subject), in: db)
      return true
    }
  }

  func invitation(with secret: Secret, at now: Instant) async throws -> Invitation? {
    try await storage.read { try Self.invitation(with: secret, at: now, in: $0) }
  }

  /// Makes the account and spends the link, both or neither.
  func redeem(
    _ secret: Secret,
    named name: String,
    password: PasswordHash,
    at now: Instant
  ) async throws -> Account {
    try await storage.write { db in
      guard let invitation = try Self.invitation(with: secret, at: now, in: db) else {
        throw LinkSpent()
      }
      try db.execute("DELETE FROM invitation WHERE id = \(invitation.id)")
      let newcomer = NewAccount(
        email: invitation.email,
        name: name,
        role: invitation.role,
        password: password
      )
      return try AccountStore.add(newcomer, by: .invited(named: name), at: now, in: db)
    }
  }

  private static func invitation(
    with secret: Secret,
    at now: Instant,
    in db: Connection
  ) throws -> Invitation? {
    try db.row(
      "SELECT * FROM invitation WHERE token_hash = \(secret.hash) AND expires_at > \(now)"
    ).map(Invitation.init)
  }
}

extension Invitation {
  fileprivate init(_ row: Row) throws {
    id = try row["id"]
    email = EmailAddress(stored: try row["email"])
    role = Role(stored: try row["role"])
    expiresAt = try row["expires_at"]
  }
}
