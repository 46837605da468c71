import Dispatch
import Synchronization

/// Hands values from many tasks to one thread or a few, which sleep while there are none.
final class Mailbox<Element: Sendable>: Sendable {
  enum Answer { case taken, full, closed }

  private struct State {
    var waiting: [Element] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let signal = DispatchSemaphore(value: 0)
  private let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  func put(_ element: Element) -> Answer {
    let (answer, wasEmpty): (Answer, Bool) = state.withLock { state in
      if state.isClosed { return (.closed, false) }
      if state.waiting.count >= capacity { return (.full, false) }
      state.waiting.append(element)
      return (.taken, state.waiting.count == 1)
    }
    if wasEmpty { signal.signal() }
    return answer
  }

  /// Waits for something and takes at most `maximum` of it; nil once closed and empty.
  func take(maximum: Int) -> [Element]? {
    while true {
      signal.wait()
      let (taken, isMore, isClosed): ([Element], Bool, Bool) = state.withLock { state in
        let taken = Array(state.waiting.prefix(maximum))
        state.waiting.removeFirst(taken.count)
        return (taken, !state.waiting.isEmpty, state.isClosed)
      }
      // One signal stands for all that wait, so pass it on for what is left, and for the end.
      if isMore || isClosed { signal.signal() }
      if !taken.isEmpty { return taken }
      if isClosed { return nil }
    }
  }

  /// What waits now, without waiting for more.
  func takeAll() -> [Element] {
    state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
  }

  var count: Int { state.withLock { $0.waiting.count } }

  /// Refuses whatever comes later; what is waiting is still taken.
  func close() {
    state.withLock { $0.isClosed = true }
    signal.signal()
  }
}
