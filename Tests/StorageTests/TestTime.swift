import Kernel
import Storage
import Synchronization

/// A clock that stands until it is moved.
final class TestTime: Sendable {
  private let milliseconds = Mutex<Int64>(1_000_000)

  var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }

  func move(by duration: Duration) {
    milliseconds.withLock { $0 += duration.components.seconds * 1_000 }
  }

  var time: WorkRunner.Time { .init(now: { self.now }, sleep: { _ in await Task.yield() }) }
}

/// What handlers did, in order.
final class Log: Sendable {
  private let lines = Mutex<[String]>([])

  func note(_ line: String) { lines.withLock { $0.append(line) } }

  var all: [String] { lines.withLock { $0 } }
}
