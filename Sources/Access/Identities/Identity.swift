/// Who is calling.
package enum Identity: Hashable, Sendable {
  case person(Person)
  case token(TokenHolder)

  /// A person with a session.
  package struct Person: Hashable, Sendable {
    package let account: Account.ID
    package let name: String
    package let email: String
    package let role: Role
    package let session: Session.ID

    /// What this session's forms carry as `csrf`.
    package let csrf: String
  }

  /// A program with an API token.
  package struct TokenHolder: Hashable, Sendable {
    package let token: APIToken.ID
    package let name: String
    package let scopes: Set<Scope>
  }

  package var permissions: Set<Permission> {
    switch self {
    case .person(let person): person.role.permissions
    case .token(let holder): holder.scopes.reduce(into: []) { $0.formUnion($1.permissions) }
    }
  }

  package func may(_ permission: Permission) -> Bool { permissions.contains(permission) }
}
