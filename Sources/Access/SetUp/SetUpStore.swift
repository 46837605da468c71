import Kernel
import Storage

/// The one link with which the owner is created.
struct SetUpStore: Sendable {
  let storage: Storage

  static let migrations = [
    Migration(
      "2026-01 set_up_link",
      sql: """
        CREATE TABLE set_up_link (
          token_hash {blob} PRIMARY KEY NOT NULL, expires_at {int} NOT NULL
        ) {strict};
        """
    )
  ]

  /// The link was used, is too old, was replaced, or there is an owner already; which one is
  /// nobody's business.
  struct LinkSpent: Error {}

  /// Puts a link in the place of any earlier one; false when there is an owner.
  func replaceLink(with secret: Secret, expiring expiry: Instant) async throws -> Bool {
    try await storage.write { db in
      try db.execute("DELETE FROM set_up_link")
      guard try AccountStore.ownerCount(db) == 0 else { return false }
      try db.execute(
        "INSERT INTO set_up_link (token_hash, expires_at) VALUES (\(secret.hash), \(expiry))"
      )
      return true
    }
  }

  func isOpen(_ secret: Secret, at now: Instant) async throws -> Bool {
    try await storage.read { try Self.isOpen(secret, at: now, in: $0) }
  }

  /// Creates the owner and spends the link, both or neither.
  func redeem(_ secret: Secret, for owner: NewAccount, at now: Instant) async throws -> Account {
    try await storage.write { db in
      guard try Self.isOpen(secret, at: now, in: db) else { throw LinkSpent() }
      try db.execute("DELETE FROM set_up_link")
      return try AccountStore.add(owner, by: .setUp(named: owner.name), at: now, in: db)
    }
  }

  private static func isOpen(
    _ secret: Secret,
    at now: Instant,
    in db: Connection
  ) throws -> Bool {
    let links: Int? = try db.value(
      """
      SELECT count(*) FROM set_up_link
      WHERE token_hash = \(secret.hash) AND expires_at > \(now)
      """
    )
    return try links == 1 && AccountStore.ownerCount(db) == 0
  }
}
