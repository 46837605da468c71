package import Kernel
package import Storage
import Synchronization

/// Remembers whether the demo stands here, so that a page need not ask the store each time.
///
/// What this process changes is known at once, what another changes within a second.
package final class DemoDirectory: Sendable {
  private let store: DemoStore
  private let now: @Sendable () -> Instant
  private let known = Mutex((isThere: false, at: Instant(milliseconds: .min / 2)))

  private static let memory: Duration = .seconds(1)

  package init(storage: Storage, clock: BusinessClock) {
    store = DemoStore(storage: storage, clock: clock)
    now = clock.now
  }

  package func isThere() async throws -> Bool {
    let now = now()
    let fresh = known.withLock { now < $0.at + Self.memory ? $0.isThere : nil }
    if let fresh { return fresh }
    let isThere = try await store.isThere()
    known.withLock { $0 = (isThere, now) }
    return isThere
  }

  func remove() async throws {
    try await store.remove()
    known.withLock { $0 = (false, now()) }
  }
}
