package import Kernel

/// One browser in which a person is signed in.
package struct Session: Hashable, Sendable {
  package typealias ID = Identifier<Session>

  package let id: ID
  package let account: Account.ID
  package let createdAt: Instant

  /// Exact to a minute.
  package let lastSeenAt: Instant

  /// The address it was opened from.
  package let address: String?
  package let browser: Browser
}
