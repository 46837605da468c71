package import Kernel
package import Storage
import Synchronization

/// Remembers whether the demo stands here, so that a page need not ask the store.
package final class DemoDirectory: Sendable {
  private let store: DemoStore
  private let known: Mutex<Bool>

  private init(store: DemoStore, isThere: Bool) {
    self.store = store
    known = Mutex(isThere)
  }

  package static func open(storage: Storage, clock: BusinessClock) async throws -> DemoDirectory {
    let store = DemoStore(storage: storage, clock: clock)
    return DemoDirectory(store: store, isThere: try await store.isThere())
  }

  package var isThere: Bool { known.withLock(\.self) }

  func remove() async throws {
    try await store.remove()
    known.withLock { $0 = false }
  }
}
