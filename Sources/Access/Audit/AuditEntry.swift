package import Kernel

/// One line of the audit trail: who did what to what, and when.
package struct AuditEntry: Hashable, Sendable {
  package let at: Instant
  package let actor: Actor

  /// Subject and verb, `token.revoked`.
  package let action: String
  package let subject: Subject

  /// What else one would ask; never a secret, never a customer's words.
  package let details: JSONObject

  package init(
    at: Instant,
    by actor: Actor,
    _ action: String,
    _ subject: Subject,
    details: JSONObject = [:]
  ) {
    self.at = at
    self.actor = actor
    self.action = action
    self.subject = subject
    self.details = details
  }

  /// Who did it, by the name they had then.
  package struct Actor: Hashable, Sendable {
    /// `person`, `token`, `command_line`, `set_up`, `invitation` or `house`.
    package let kind: String
    package let id: Int64?
    package let name: String

    /// Somebody with a shell on the server.
    package static func commandLine(user: String) -> Actor {
      Actor(kind: "command_line", id: nil, name: user)
    }

    /// The house itself, by what people decided before.
    package static let house = Actor(kind: "house", id: nil, name: "")

    static func person(_ account: Account.ID, named name: String) -> Actor {
      Actor(kind: "person", id: account.rawValue, name: name)
    }

    static func setUp(named name: String) -> Actor { Actor(kind: "set_up", id: nil, name: name) }

    /// Somebody who comes in by an invitation.
    static func invited(named name: String) -> Actor {
      Actor(kind: "invitation", id: nil, name: name)
    }
  }

  /// What it was done to, `survey` 12 “After the visit”.
  package struct Subject: Hashable, Sendable {
    package let kind: String
    package let id: Int64
    package let name: String

    package init(_ kind: String, _ id: Int64, named name: String) {
      self.kind = kind
      self.id = id
      self.name = name
    }
  }
}

extension Identity {
  package var actor: AuditEntry.Actor {
    switch self {
    case .person(let person): .person(person.account, named: person.name)
    case .token(let holder):
      AuditEntry.Actor(kind: "token", id: holder.token.rawValue, name: holder.name)
    }
  }
}
