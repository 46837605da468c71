import Kernel
import Storage

/// Keeps what the business wants each measure to reach, beside the business itself.
struct GoalStore: Sendable {
  let storage: Storage

  /// Sets or, with nil, takes away the goal of one measure; the others stay.
  ///
  /// - Returns: the business as it is then kept; nil where nobody has set it up yet.
  func set(
    _ goal: Double?,
    of measure: String,
    by actor: AuditEntry.Actor,
    at now: Instant
  ) async throws -> Business? {
    // Two servers may set the goals of two measures at once: the later one begins again.
    while true {
      let attempt = try await storage.write { db in
        try Self.attempt(goal, of: measure, by: actor, at: now, in: db)
      }
      switch attempt {
      case .kept(let business): return business
      case .overtaken: continue
      }
    }
  }

  private enum Attempt: Sendable {
    case kept(Business?)
    case overtaken
  }

  private static func attempt(
    _ goal: Double?,
    of measure: String,
    by actor: AuditEntry.Actor,
    at now: Instant,
    in db: Connection
  ) throws -> Attempt {
    guard var business = try BusinessStore.business(in: db) else { return .kept(nil) }
    if business.goals[measure] == goal { return .kept(business) }
    let before = GoalsJSON.text(business.goals)
    business.goals[measure] = goal
    let changed = try db.execute(
      """
      UPDATE business SET goals = \(GoalsJSON.text(business.goals))
      WHERE id = 1 AND goals = \(before)
      """
    )
    guard changed == 1 else { return .overtaken }
    try AuditStore.append(
      AuditEntry(
        at: now,
        by: actor,
        goal == nil ? "goal.removed" : "goal.set",
        AuditEntry.Subject("business", 1, named: measure)
      ),
      in: db
    )
    return .kept(business)
  }
}
