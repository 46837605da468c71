package import Kernel
package import Logging
package import Storage

/// Once a day, lets go of what has been kept long enough; what a stop cut off goes on at the start.
package struct RetentionJobs: Sendable {
  private let store: RetentionStore
  private let clock: BusinessClock
  private let logger: Logger

  package init(storage: Storage, clock: BusinessClock, logger: Logger) {
    store = RetentionStore(storage: storage)
    self.clock = clock
    self.logger = logger
  }

  /// Works until its task is cancelled; a store out of reach is waited for.
  package func run(lookingEvery pause: Duration = .seconds(600)) async {
    while !Task.isCancelled {
      do { try await runDue() } catch is CancellationError { return } catch {
        logger.warning("what is old stays for now", metadata: ["reason": "\(error)"])
      }
      do { try await Task.sleep(for: pause) } catch { return }
    }
  }

  /// Does the day's work if it is not done.
  package func runDue() async throws {
    let now = clock.now()
    let touched = try await store.carryOut(at: now, on: clock.day(of: now))
    if let touched, touched > 0 {
      logger.notice("old answers and lines went", metadata: ["count": "\(touched)"])
    }
  }
}
