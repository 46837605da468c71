import Dispatch
import Kernel

/// Works on a few passwords at a time, off the threads that answer requests.
///
/// Scrypt is slow and hungry on purpose; without a queue a burst of sign-ins would take all memory.
actor PasswordDesk {
  /// Everybody waiting is more than a few seconds of work.
  struct Busy: Error {}

  private let atOnce: Int
  private let waitingMax: Int
  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private let queue = DispatchQueue(label: "passwords", attributes: .concurrent)

  init(
    atOnce: Int = Limits.passwordChecksAtOnceMax,
    waitingMax: Int = Limits.passwordChecksWaitingMax
  ) {
    self.atOnce = atOnce
    self.waitingMax = waitingMax
  }

  func hash(_ password: Password, cost: ScryptCost) async throws -> PasswordHash {
    try await work { try PasswordHash(password, cost: cost) }
  }

  func check(_ password: Password, against hash: PasswordHash) async throws -> Bool {
    try await work { try hash.matches(password) }
  }

  /// - Throws: `Busy` when too many wait already.
  func work<Output: Sendable>(
    _ body: @escaping @Sendable () throws -> Output
  ) async throws -> Output {
    if running < atOnce {
      running += 1
    } else {
      guard waiting.count < waitingMax else { throw Busy() }
      // Whoever leaves hands over the place, so `running` stays as it is.
      await withCheckedContinuation { waiting.append($0) }
    }
    defer { leave() }
    let queue = queue
    return try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try body() }) }
    }
  }

  private func leave() {
    if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
  }
}
