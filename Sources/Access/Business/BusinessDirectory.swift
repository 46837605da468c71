import Foundation
package import Kernel
package import Storage
import Synchronization

/// Remembers the business, so that a page need not ask the store for what changes once a year.
///
/// What this process changes is known here at once, what another changes within a second.
package final class BusinessDirectory: Sendable {
  private let store: BusinessStore
  private let texts: BusinessTextStore
  private let fallback: Business
  private let now: @Sendable () -> Instant
  private let known: Mutex<(business: Business, isSet: Bool, at: Instant)>

  private static let memory: Duration = .seconds(1)

  /// - Parameter fallback: what is said of the business until somebody sets it up.
  package init(
    storage: Storage,
    fallback: Business = Business(),
    now: @escaping @Sendable () -> Instant = { .now() }
  ) {
    store = BusinessStore(storage: storage)
    texts = BusinessTextStore(storage: storage)
    self.fallback = fallback
    self.now = now
    known = Mutex((fallback, false, Instant(milliseconds: .min / 2)))
  }

  /// What was known last, without a look at the store.
  package var remembered: Business { known.withLock { $0.business } }

  /// Whether somebody has set the business up.
  package func isSet() async throws -> Bool {
    _ = try await current()
    return known.withLock { $0.isSet }
  }

  package func current() async throws -> Business {
    let now = now()
    let fresh = known.withLock { now < $0.at + Self.memory ? $0.business : nil }
    if let fresh { return fresh }
    let found = try await store.known()
    return known.withLock { known in
      known = (found.business ?? fallback, found.business != nil, now)
      known.business.texts = found.texts
      return known.business
    }
  }

  /// Sets what respondents read in one language; what is left out is ours again.
  package func set(
    _ words: [String: String],
    in language: Language,
    by actor: AuditEntry.Actor,
    at now: Instant
  ) async throws {
    try await texts.set(words, in: language, by: actor, at: now)
    known.withLock { $0.business.texts.own[language] = words.isEmpty ? nil : words }
  }

  package func set(
    _ business: Business,
    logo: BusinessStore.LogoChange = .kept,
    by actor: AuditEntry.Actor,
    at now: Instant
  ) async throws {
    let kept = try await store.set(business, logo: logo, by: actor, at: now)
    known.withLock { $0 = (kept, true, self.now()) }
  }

  /// Sets or, with nil, takes away what a measure should reach.
  ///
  /// A business that nobody has set up yet is then kept as it is known.
  package func set(
    goal: Double?,
    of measure: String,
    by actor: AuditEntry.Actor,
    at now: Instant
  ) async throws {
    if try await !isSet() { try await set(current(), by: actor, at: now) }
    let kept = try await GoalStore(storage: store.storage)
      .set(goal, of: measure, by: actor, at: now)
    if let kept { known.withLock { $0 = (kept, true, self.now()) } }
  }
}
