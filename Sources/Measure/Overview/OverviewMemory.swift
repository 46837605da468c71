import Kernel
import Synchronization

/// Remembers the overviews just printed: whoever asks for the same view of the same answers, in the
/// same language and with the same rights, gets the same page.
final class OverviewMemory: Sendable {
  struct Key: Hashable, Sendable {
    let request: OverviewRequest
    let language: Language
    let readsAnswers: Bool
    let setsGoals: Bool
    let today: Day
    let calendar: BusinessCalendar
    let goals: [String: Double]
  }

  private struct Entry: Sendable {
    let pulse: Int64
    let print: OverviewPrint
  }

  private let entries = Mutex<[Key: Entry]>([:])

  /// Views remembered; when more are looked at, all are forgotten and the next ones kept.
  static let entriesMax = 100

  /// - Parameter pulse: the store's, which grows with everything that a page could show.
  func page(
    _ key: Key,
    at pulse: Int64,
    making body: () async throws -> OverviewPrint
  ) async rethrows -> OverviewPrint {
    let known = entries.withLock { $0[key] }
    if let known, known.pulse == pulse { return known.print }
    let made = try await body()
    entries.withLock { entries in
      if entries.count >= Self.entriesMax { entries.removeAll() }
      entries[key] = Entry(pulse: pulse, print: made)
    }
    return made
  }
}
