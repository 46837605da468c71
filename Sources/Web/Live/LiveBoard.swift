import Kernel
import Synchronization

/// Tells open pages that something changed; what changed they fetch themselves.
///
/// Whatever changes the store is seen, another process's work too: its pulse is taken every so
/// often, and only while somebody listens.
package final class LiveBoard: Sendable {
  /// What listeners hear.
  package enum Event: Hashable, Sendable {
    case changed

    /// Nothing happened, but the connection is still there.
    case stillHere
  }

  private let pulse: @Sendable () async throws -> Int64
  private let state = Mutex(State())

  private struct State: Sendable {
    var listeners: [Int: AsyncStream<Event>.Continuation] = [:]
    var next = 0
    var isClosed = false
  }

  /// - Parameter pulse: a number that grows with every change.
  package init(pulse: @escaping @Sendable () async throws -> Int64) { self.pulse = pulse }

  /// Nil when too many listen already, or the house is closing.
  package func listen() -> AsyncStream<Event>? {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Event.self,
      bufferingPolicy: .bufferingNewest(1)
    )
    let number: Int? = state.withLock { state in
      guard !state.isClosed, state.listeners.count < Limits.liveListenersMax else { return nil }
      state.next += 1
      state.listeners[state.next] = continuation
      return state.next
    }
    guard let number else { return nil }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
    }
    return stream
  }

  /// Whether something changed since a pulse.
  func isBehind(_ pulse: Int64) async throws -> Bool { try await self.pulse() != pulse }

  package var listenerCount: Int { state.withLock { $0.listeners.count } }

  /// Watches until the task is cancelled, then lets every listener go.
  ///
  /// - Parameter signOfLife: how many rounds without a change until listeners hear so.
  package func watch(every interval: Duration, signOfLife: Int = 10) async {
    var last: Int64?
    var quiet = 0
    while !Task.isCancelled {
      if listenerCount > 0, let now = try? await pulse() {
        quiet += 1
        if let last, now != last {
          tell(.changed)
          quiet = 0
        } else if quiet >= signOfLife {
          tell(.stillHere)
          quiet = 0
        }
        last = now
      } else {
        last = nil
      }
      do { try await Task.sleep(for: interval) } catch { break }
    }
    close()
  }

  private func tell(_ event: Event) {
    for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield(event) }
  }

  private func close() {
    let listeners = state.withLock { state in
      state.isClosed = true
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.finish() }
  }
}
