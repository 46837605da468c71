import Kernel
package import Storage

/// Who may sign in.
package struct AccountStore: Sendable {
  let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  static let migrations = [
    Migration(
      "2026-01 account",
      sql: """
        CREATE TABLE account (
          id {id}, email {text} NOT NULL UNIQUE, name {text} NOT NULL,
          role {text} NOT NULL CHECK (role IN ('owner', 'manager', 'agent', 'viewer')),
          password {text} NOT NULL, created_at {int} NOT NULL
        ) {strict};
        """
    )
  ]

  /// Why a change was refused, in words for the command line.
  package enum Refusal: Error, Hashable, CustomStringConvertible {
    case emailTaken(EmailAddress)
    case unknown(EmailAddress)
    case lastOwner

    /// Somebody else has removed the account meanwhile.
    case gone

    package var description: String {
      switch self {
      case .emailTaken(let email): "there is an account for \(email) already"
      case .unknown(let email): "there is no account for \(email); see touchstone user list"
      case .gone: "there is no such account any more"
      case .lastOwner: "this is the last owner; make somebody else an owner first"
      }
    }
  }

  /// Everybody, by e-mail.
  package func all() async throws -> [Account] {
    try await storage.read { db in
      try db.rows("SELECT * FROM account ORDER BY email").map(Account.init)
    }
  }

  func hasOwner() async throws -> Bool {
    try await storage.read { try Self.ownerCount($0) > 0 }
  }

  /// The account of an e-mail address with what its password is checked against.
  func credentials(of email: EmailAddress) async throws -> (account: Account, hash: PasswordHash)? {
    try await storage.read { db in
      guard let row = try db.row("SELECT * FROM account WHERE email = \(email.text)"),
        let hash = PasswordHash(try row["password", as: String.self])
      else { return nil }
      return (try Account(row), hash)
    }
  }

  func add(_ newcomer: NewAccount, by actor: AuditEntry.Actor, at now: Instant) async throws
    -> Account
  {
    try await storage.write { try Self.add(newcomer, by: actor, at: now, in: $0) }
  }

  static func add(
    _ newcomer: NewAccount,
    by actor: AuditEntry.Actor,
    at now: Instant,
    in db: Connection
  ) throws -> Account {
    let id = try db.next("account").lowerBound
    let added = try db.execute(
      """
      INSERT INTO account (id, email, name, role, password, created_at)
      VALUES (\(id), \(newcomer.email.text), \(newcomer.name), \(newcomer.role.rawValue),
        \(newcomer.password.description), \(now))
      ON CONFLICT (email) DO NOTHING
      """
    )
    guard added == 1 else { throw Refusal.emailTaken(newcomer.email) }
    let account = Account(
      id: Account.ID(rawValue: id),
      email: newcomer.email,
      name: newcomer.name,
      role: newcomer.role,
      createdAt: now
    )
    try AuditStore.append(
      AuditEntry(
        at: now,
        by: actor,
        "account.created",
        account.subject,
        details: ["role": .string(account.role.rawValue)]
      ),
      in: db
    )
    return account
  }

  /// Gives an account another password and ends its sessions, save one.
  func setPassword(
    of email: EmailAddress,
    to password: PasswordHash,
    sparing session: Session.ID? = nil,
    by actor: AuditEntry.Actor,
    at now: Instant
  ) async throws {
    try await storage.write { db in
      let account = try Self.account(of: email, in: db)
      try db.execute(
        "UPDATE account SET password = \(password.description) WHERE id = \(account.id)"
      )
      try db.execute(
        """
        DELETE FROM sign_in_session
        WHERE account = \(account.id) AND id <> \(session?.rawValue ?? 0)
        """
      )
      try AuditStore.append(
        AuditEntry(at: now, by: actor, "account.password_changed", account.subject),
        in: db
      )
    }
  }

  /// Lets a person do more or less from their next request on.
  func setRole(
    of id: Account.ID,
    to role: Role,
    by actor: AuditEntry.Actor,
    at now: Instant
  ) async throws {
    try await storage.write { db in
      let account = try Self.account(id, in: db)
      guard account.role != role else { return }
      if account.role == .owner { try Self.refuseLastOwner(db) }
      try db.execute("UPDATE account SET role = \(role.rawValue) WHERE id = \(id)")
      let details: JSONObject = [
        "from": .string(account.role.rawValue), "to": .string(role.rawValue),
      ]
      try AuditStore.append(
        AuditEntry(at: now, by: actor, "account.role_changed", account.subject, details: details),
        in: db
      )
    }
  }

  /// Takes an account away with its sessions; the audit trail keeps what it did.
  func remove(_ email: EmailAddress, by actor: AuditEntry.Actor, at now: Instant) async throws {
    try await storage.write { db in
      try Self.remove(try Self.account(of: email, in: db), by: actor, at: now, in: db)
    }
  }

  func remove(_ id: Account.ID, by actor: AuditEntry.Actor, at now: Instant) async throws {
    try await storage.write { db in
      try Self.remove(try Self.account(id, in: db), by: actor, at: now, in: db)
    }
  }

  private static func remove(
    _ account: Account,
    by actor: AuditEntry.Actor,
    at now: Instant,
    in db: Connection
  ) throws {
    if account.role == .owner { try refuseLastOwner(db) }
    try db.execute("DELETE FROM sign_in_session WHERE account = \(account.id)")
    try SavedViewStore.removeAll(of: account.id, in: db)
    try db.execute("DELETE FROM account WHERE id = \(account.id)")
    try AuditStore.append(
      AuditEntry(at: now, by: actor, "account.removed", account.subject),
      in: db
    )
  }

  private static func refuseLastOwner(_ db: Connection) throws {
    if try ownerCount(db) == 1 { throw Refusal.lastOwner }
  }

  static func ownerCount(_ db: Connection) throws -> Int {
    let owner = Role.owner.rawValue
    return try db.value("SELECT count(*) FROM account WHERE role = \(owner)") ?? 0
  }

  private static func account(_ id: Account.ID, in db: Connection) throws -> Account {
    guard let row = try db.row("SELECT * FROM account WHERE id = \(id)") else { throw Refusal.gone }
    return try Account(row)
  }

  private static func account(of email: EmailAddress, in db: Connection) throws -> Account {
    guard let row = try db.row("SELECT * FROM account WHERE email = \(email.text)") else {
      throw Refusal.unknown(email)
    }
    return try Account(row)
  }
}

/// Somebody about to get an account.
struct NewAccount: Sendable {
  let email: EmailAddress
  let name: String
  let role: Role
  let password: PasswordHash
}

extension Account {
  init(_ row: Row) throws {
    id = try row["id"]
    email = EmailAddress(stored: try row["email"])
    name = try row["name"]
    role = Role(stored: try row["role"])
    createdAt = try row["created_at"]
  }

  var subject: AuditEntry.Subject {
    AuditEntry.Subject("account", id.rawValue, named: email.text)
  }
}

extension Role {
  /// The least that a role of a newer version may be taken for.
  init(stored text: String) { self = Role(rawValue: text) ?? .viewer }
}
