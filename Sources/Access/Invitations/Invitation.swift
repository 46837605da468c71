import Kernel

/// Somebody asked to come in, who has not come yet; the link's secret is kept hashed.
struct Invitation: Hashable, Sendable {
  typealias ID = Identifier<Invitation>

  let id: ID
  let email: EmailAddress
  let role: Role
  let expiresAt: Instant
}

extension Limits {
  /// How long an invitation works.
  package static let invitationAge: Duration = .seconds(7 * 86_400)

  /// People and invitations together: a list that one still reads.
  package static let peopleMax = 1_000
}
