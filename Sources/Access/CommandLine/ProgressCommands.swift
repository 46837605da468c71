import Foundation
import Synchronization

/// Where commands write.
package enum CommandText {
  package static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  package static func say(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}

/// Says on standard error how far reading has come, once it has taken over a second.
package final class ProgressLine: Sendable {
  private struct State {
    var next: ContinuousClock.Instant
    var isShown = false
  }

  private static let firstAfter: Duration = .seconds(1)
  private static let step: Duration = .milliseconds(250)

  /// Where lines cannot be overwritten, they come less often.
  private static let stepInLog: Duration = .seconds(10)

  private let total: Int?
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let state: Mutex<State>

  /// - Parameter total: the length of what is read, in bytes, where known.
  package init(total: Int?) {
    self.total = total
    state = Mutex(State(next: .now + Self.firstAfter))
  }

  /// Says how far a file has been read, in bytes.
  package func reach(_ bytes: Int, doing: String = "Reading") {
    say(
      total.map { "\(doing): \(min(100, 100 * bytes / max($0, 1))) % (\(bytes / 1_000_000) MB)" }
        ?? "\(doing): \(bytes / 1_000_000) MB"
    )
  }

  /// Says anything else, as seldom.
  package func say(_ text: @autoclosure () -> String) {
    state.withLock { state in
      guard ContinuousClock.now >= state.next else { return }
      state.next = .now + (isTerminal ? Self.step : Self.stepInLog)
      state.isShown = true
      write(isTerminal ? "\r\(text())  " : "\(text())\n")
    }
  }

  /// Clears the line, so that what follows stands alone.
  package func end() {
    state.withLock { state in
      if state.isShown && isTerminal { write("\r\u{1B}[K") }
    }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
