/// What a person is here; a role is a set of permissions and nothing else.
package enum Role: String, CaseIterable, Hashable, Sendable {
  case owner
  case manager
  case agent
  case viewer

  package var permissions: Set<Permission> {
    switch self {
    case .owner: Set(Permission.allCases)
    case .manager: Set(Permission.allCases).subtracting([.manageAccess, .readAuditTrail])
    case .agent: [.readFigures, .readAnswers, .writeAnswers, .readSurveys]
    case .viewer: [.readFigures, .readSurveys]
    }
  }
}
