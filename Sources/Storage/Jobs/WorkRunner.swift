package import Kernel
package import Logging

/// Claims work as it falls due and hands it to its kind's handler, until its task is cancelled.
///
/// ```swift
/// let runner = WorkRunner(storage: storage, queue: .job, handlers: ["alert": sendAlert])
/// try await runner.run()
/// ```
///
/// Many may run at once, in one process or several: each piece of work is claimed by one.
package struct WorkRunner: Sendable {
  package typealias Handler = @Sendable (Work) async throws -> Void

  /// The world's time, or a test's.
  package struct Time: Sendable {
    let now: @Sendable () -> Instant
    let sleep: @Sendable (Duration) async throws -> Void

    package init(
      now: @escaping @Sendable () -> Instant,
      sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
      self.now = now
      self.sleep = sleep
    }
  }

  /// Tries before work is given up: with pauses doubling from two seconds, about half a day.
  package static let attemptsMax = 16

  static let firstPause: Duration = .seconds(2)
  static let longestPause: Duration = .seconds(3 * 3600)

  /// How long a handler may take; after that the work may be given to another.
  static let lease: Duration = .seconds(600)

  /// Work done at the same time by one runner.
  static let together = 8

  /// How often an idle runner looks.
  static let pollEvery: Duration = .milliseconds(500)

  private let store: WorkStore
  private let handlers: [String: Handler]
  private let time: Time
  private let logger: Logger

  package init(
    storage: Storage,
    queue: WorkQueue,
    handlers: [String: Handler],
    time: Time = .real,
    logger: Logger = Logger(label: "work")
  ) {
    store = WorkStore(storage: storage, queue: queue)
    self.handlers = handlers
    self.time = time
    self.logger = logger
  }

  /// Runs until the task is cancelled; a store out of reach is waited for.
  package func run() async {
    while !Task.isCancelled {
      do {
        if try await runDue() > 0 { continue }
      } catch {
        logger.warning("work could not be claimed", metadata: ["reason": "\(error)"])
      }
      do { try await time.sleep(Self.pollEvery) } catch { return }
    }
  }

  /// Does what is due now, once, and gives the count of what was tried.
  @discardableResult
  package func runDue() async throws -> Int {
    let works = try await store.claim(
      kinds: handlers.keys.sorted(),
      atMost: Self.together,
      at: time.now(),
      lease: Self.lease
    )
    try await withThrowingTaskGroup(of: Void.self) { group in
      for work in works { group.addTask { try await attempt(work) } }
      try await group.waitForAll()
    }
    return works.count
  }

  private func attempt(_ work: Work) async throws {
    guard let handler = handlers[work.kind] else { return }
    // Only a process that ended amid the last try leaves work with more tries than there are.
    guard work.attempts <= Self.attemptsMax else {
      return try await store.giveUp(work, because: WorkRefused("ended amid its last try"))
    }
    do {
      try await handler(work)
      try await store.finish(work)
    } catch is CancellationError {
      // Stopping is not the work's fault: it is due again at once.
      try await store.postpone(work, to: time.now(), because: CancellationError())
    } catch {
      let isLast = error is WorkRefused || work.attempts >= Self.attemptsMax
      logger.log(
        level: isLast ? .warning : .notice,
        isLast ? "work was given up" : "work will be tried again",
        metadata: [
          "kind": "\(work.kind)", "id": "\(work.id.rawValue)", "attempt": "\(work.attempts)",
          "reason": "\(error)",
        ]
      )
      if isLast {
        try await store.giveUp(work, because: error)
      } else {
        let pause = Self.pause(after: work.attempts) * Double.random(in: 0.5...1)
        try await store.postpone(work, to: time.now() + pause, because: error)
      }
    }
  }

  /// Doubles with each try up to the longest; half to all of it is then waited for, by chance.
  static func pause(after attempts: Int) -> Duration {
    var pause = firstPause
    for _ in 1..<max(1, attempts) where pause < longestPause { pause = pause * 2 }
    return min(pause, longestPause)
  }
}

extension WorkRunner.Time {
  package static var real: Self {
    Self(now: { .now() }, sleep: { try await Task.sleep(for: $0) })
  }
}
