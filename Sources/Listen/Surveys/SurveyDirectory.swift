import Kernel
import Storage
import Synchronization

/// The surveys that answers come to, kept ready in memory.
///
/// A version is frozen, so it is read once. Which version is current, and whether the survey is
/// closed, another process may change at any moment: the recorder asks that again in the answer's
/// own transaction, and what it learns there is told to `refresh`.
package final class SurveyDirectory: Sendable {
  private struct State {
    var byToken: [String: OpenSurvey] = [:]
  }

  private let store: SurveyStore
  private let state = Mutex(State())

  /// Enough for any business; the oldest go when a stranger tries many tokens.
  static let surveysMax = 1_000

  package init(store: SurveyStore) { self.store = store }

  /// The current version of a survey as last seen; nil for an unknown or unpublished one.
  package func open(_ token: String) async throws -> OpenSurvey? {
    if let known = state.withLock({ $0.byToken[token] }) { return known }
    return try await refresh(token)
  }

  /// A version that answers were asked by: a page stays open while the next one is published. The
  /// current one for a number that no version has.
  package func open(_ token: String, version number: Int) async throws -> OpenSurvey? {
    guard let current = try await open(token) else { return nil }
    if current.version.number == number { return current }
    return try await store.open(token, version: number) ?? current
  }

  /// The current version read anew; what memory has while the store is out of reach, since a page
  /// that opens keeps its answers until they can be saved.
  package func latest(_ token: String) async throws -> OpenSurvey? {
    do { return try await refresh(token) } catch {
      guard let known = state.withLock({ $0.byToken[token] }) else { throw error }
      return known
    }
  }

  /// Reads the survey again, when something said that it changed.
  @discardableResult
  package func refresh(_ token: String) async throws -> OpenSurvey? {
    let read = try await store.open(token)
    state.withLock { state in
      if state.byToken.count >= Self.surveysMax { state.byToken.removeAll() }
      state.byToken[token] = read
    }
    return read
  }
}
