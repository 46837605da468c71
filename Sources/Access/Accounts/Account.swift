package import Kernel

/// A person who may sign in.
package struct Account: Hashable, Sendable {
  package typealias ID = Identifier<Account>

  package let id: ID
  package let email: EmailAddress
  package let name: String
  package let role: Role
  package let createdAt: Instant
}
