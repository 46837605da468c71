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

  fileprivate struct Listener: Sendable {
    let stream: AsyncStream<Event>.Continuation

    /// The last pulse it knows of; nil until the first that is taken.
    var pulse: Int64?
    var quietRounds = 0
  }

  private struct State: Sendable {
    var listeners: [Int: Listener] = [:]
    var next = 0
    var isClosed = false
  }

  /// - Parameter pulse: a number that grows with every change.
  package init(pulse: @escaping @Sendable () async throws -> Int64) { self.pulse = pulse }

  /// Nil when too many listen already, or the house is closing.
  ///
  /// - Parameter pulse: the one that the listener's page was made at, so that nothing is missed
  ///   between the page and its first listening; nil for whatever comes next.
  package func listen(since pulse: Int64? = nil) -> AsyncStream<Event>? {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Event.self,
      bufferingPolicy: .bufferingNewest(1)
    )
    let number: Int? = state.withLock { state in
      guard !state.isClosed, state.listeners.count < Limits.liveListenersMax else { return nil }
      state.next += 1
      state.listeners[state.next] = Listener(stream: continuation, pulse: pulse)
      return state.next
    }
    guard let number else { return nil }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
    }
    return stream
  }

  package var listenerCount: Int { state.withLock { $0.listeners.count } }

  /// Watches until the task is cancelled, then lets every listener go.
  ///
  /// - Parameter signOfLife: how many rounds without a change until listeners hear so.
  package func watch(every interval: Duration, signOfLife: Int = 10) async {
    while !Task.isCancelled {
      if listenerCount > 0, let now = try? await pulse() { tell(now, signOfLife) }
      do { try await Task.sleep(for: interval) } catch { break }
    }
    close()
  }

  private func tell(_ now: Int64, _ signOfLife: Int) {
    state.withLock { state in
      for number in state.listeners.keys {
        state.listeners[number]?.hear(now, signOfLife: signOfLife)
      }
    }
  }

  private func close() {
    let listeners = state.withLock { state in
      state.isClosed = true
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.stream.finish() }
  }
}

extension LiveBoard.Listener {
  fileprivate mutating func hear(_ now: Int64, signOfLife: Int) {
    defer { pulse = now }
    if let pulse, pulse != now {
      stream.yield(.changed)
      quietRounds = 0
      return
    }
    quietRounds += 1
    if quietRounds >= signOfLife {
      // Whoever is slow to listen must hear of a change and not of the quiet after it.
      if case .dropped(.changed) = stream.yield(.stillHere) { stream.yield(.changed) }
      quietRounds = 0
    }
  }
}
