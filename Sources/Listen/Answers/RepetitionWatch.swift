import Kernel
import Synchronization

/// Remembers for some minutes which words came to which survey.
///
/// Kept in memory: it only raises a flag, and a restart forgetting ten minutes harms nobody.
final class RepetitionWatch: Sendable {
  private struct Sighting: Hashable {
    let survey: Int64
    let fingerprint: Int64
  }

  private struct State {
    var last: [Sighting: (at: Instant, count: Int)] = [:]
    var sweptAt = Instant(milliseconds: 0)
  }

  private let state = Mutex(State())
  private let window: Duration

  init(window: Duration) { self.window = window }

  /// How often the same came within the window, this time left out.
  func note(_ fingerprint: Int64, survey: Int64, at now: Instant) -> Int {
    let sighting = Sighting(survey: survey, fingerprint: fingerprint)
    let window = window
    return state.withLock { state in
      if state.sweptAt + window < now {
        state.last = state.last.filter { $0.value.at + window >= now }
        state.sweptAt = now
      }
      let seen = state.last[sighting].flatMap { $0.at + window >= now ? $0.count : nil } ?? 0
      state.last[sighting] = (now, seen + 1)
      return seen
    }
  }
}
