package import Kernel
package import Storage

/// The API tokens; the secrets themselves are not here.
package struct TokenStore: Sendable {
  let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  static let migrations = [
    Migration(
      "2026-01 api_token",
      sql: """
        CREATE TABLE api_token (
          id {id}, token_hash {blob} NOT NULL UNIQUE, name {text} NOT NULL,
          scopes {text} NOT NULL, created_at {int} NOT NULL,
          last_used_at {int}, revoked_at {int}
        ) {strict};
        """
    )
  ]

  /// No token of this number, or revoked already.
  package struct NotThere: Error, CustomStringConvertible {
    package let id: APIToken.ID
    package var description: String {
      "there is no token \(id.rawValue) to revoke; see touchstone token list"
    }
  }

  /// Makes a token; its secret is in the answer and nowhere else.
  package func create(
    named name: String,
    scopes: Set<Scope>,
    by actor: AuditEntry.Actor,
    at now: Instant
  ) async throws -> (token: APIToken, secret: String) {
    try await create(
      named: name,
      scopes: scopes,
      secret: .random(byteCount: 32),
      by: actor,
      at: now
    )
  }

  /// Makes a token of a secret; a token that has it already is given back as it is.
  func create(
    named name: String,
    scopes: Set<Scope>,
    secret: Secret,
    by actor: AuditEntry.Actor,
    at now: Instant
  ) async throws -> (token: APIToken, secret: String) {
    let secret = Secret(text: "ts_" + secret.text)
    let token = try await storage.write { db in
      if let known = try db.row("SELECT * FROM api_token WHERE token_hash = \(secret.hash)") {
        return try APIToken(known)
      }
      let id = try db.next("api_token").lowerBound
      let listed = Self.listed(scopes)
      try db.execute(
        """
        INSERT INTO api_token (id, token_hash, name, scopes, created_at)
        VALUES (\(id), \(secret.hash), \(name), \(listed), \(now))
        """
      )
      let subject = AuditEntry.Subject("token", id, named: name)
      let details: JSONObject = ["scopes": .string(listed)]
      try AuditStore.append(
        AuditEntry(at: now, by: actor, "token.created", subject, details: details),
        in: db
      )
      return APIToken(
        id: APIToken.ID(rawValue: id),
        name: name,
        scopes: scopes,
        createdAt: now,
        lastUsedAt: nil,
        revokedAt: nil
      )
    }
    return (token, secret.text)
  }

  /// All tokens, oldest first, revoked ones too.
  package func all() async throws -> [APIToken] {
    try await storage.read { db in
      try db.rows("SELECT * FROM api_token ORDER BY id").map(APIToken.init)
    }
  }

  package func revoke(
    _ id: APIToken.ID,
    by actor: AuditEntry.Actor,
    at now: Instant
  ) async throws -> APIToken {
    try await storage.write { db in
      let row = try db.row(
        """
        UPDATE api_token SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL
        RETURNING *
        """
      )
      guard let row else { throw NotThere(id: id) }
      let token = try APIToken(row)
      let subject = AuditEntry.Subject("token", id.rawValue, named: token.name)
      try AuditStore.append(AuditEntry(at: now, by: actor, "token.revoked", subject), in: db)
      return token
    }
  }

  /// The token with this secret; nil when it was revoked or never was.
  func token(with secret: Secret) async throws -> APIToken? {
    try await storage.read { db in
      try db.row(
        """
        SELECT * FROM api_token WHERE token_hash = \(secret.hash) AND revoked_at IS NULL
        """
      ).map(APIToken.init)
    }
  }

  func markUsed(_ id: APIToken.ID, at now: Instant) async throws {
    _ = try await storage.write { db in
      try db.execute("UPDATE api_token SET last_used_at = \(now) WHERE id = \(id)")
    }
  }

  fileprivate static func listed(_ scopes: Set<Scope>) -> String {
    scopes.map(\.rawValue).sorted().joined(separator: ",")
  }
}

extension APIToken {
  /// A scope that only a newer version knows gives nothing here.
  init(_ row: Row) throws {
    let listed: String = try row["scopes"]
    id = try row["id"]
    name = try row["name"]
    scopes = Set(listed.split(separator: ",").compactMap { Scope(rawValue: String($0)) })
    createdAt = try row["created_at"]
    lastUsedAt = try row["last_used_at"]
    revokedAt = try row["revoked_at"]
  }

  /// The scopes in the words of the command line.
  package var listedScopes: String { TokenStore.listed(scopes) }
}
