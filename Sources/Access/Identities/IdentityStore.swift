import Kernel
import Storage

/// Finds out who a bearer token or a session's cookie stands for.
struct IdentityStore: Sendable {
  let sessions: SessionStore
  let tokens: TokenStore
  let now: @Sendable () -> Instant

  func person(with secret: Secret) async throws -> Identity.Person? {
    let now = now()
    guard let found = try await sessions.person(with: secret, at: now) else { return nil }
    if now >= found.lastSeenAt + Limits.lastSeenInterval {
      // A full disk must not keep people from reading; the session just looks idle for longer.
      try? await sessions.markSeen(found.person.session, at: now)
    }
    return found.person
  }

  func holder(of secret: Secret) async throws -> Identity.TokenHolder? {
    let now = now()
    guard let token = try await tokens.token(with: secret) else { return nil }
    if token.lastUsedAt.map({ now >= $0 + Limits.lastSeenInterval }) ?? true {
      try? await tokens.markUsed(token.id, at: now)
    }
    return Identity.TokenHolder(token: token.id, name: token.name, scopes: token.scopes)
  }
}
