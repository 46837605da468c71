import Kernel
import Listen
import Logging
import ServiceLifecycle
import Storage

/// Keeps the promise of how long people's words are kept.
struct RetentionWork: Service {
  let jobs: RetentionJobs

  func run() async throws { await cancelWhenGracefulShutdown { await jobs.run() } }
}

/// Once a day, throws away what has served its time.
struct SubmissionExpiry: Service {
  let submissions: SubmissionStore
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await submissions.forgetOld(at: .now())
        } catch {
          logger.warning("old keys were not forgotten", metadata: ["error": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(86_400))
      }
    }
  }
}
