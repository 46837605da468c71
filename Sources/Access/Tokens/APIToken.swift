package import Kernel

/// A program's key to the API; its secret is shown once and kept hashed.
package struct APIToken: Hashable, Sendable {
  package typealias ID = Identifier<APIToken>

  package let id: ID
  package let name: String
  package let scopes: Set<Scope>
  package let createdAt: Instant

  /// Exact to a minute; nil when it was never used.
  package let lastUsedAt: Instant?
  package let revokedAt: Instant?
}
