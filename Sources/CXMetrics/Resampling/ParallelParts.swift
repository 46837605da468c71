import Dispatch
import Synchronization

/// Work divided into parts, done on all cores; the parts, hence the result, are the same whatever
/// the number of cores.
package enum ParallelParts {
  /// What each part gives, in the order of the parts.
  package static func map<Part: Sendable>(
    _ count: Int,
    _ part: @Sendable (Int) -> Part
  ) -> [Part] {
    guard count > 1 else { return (0..<max(0, count)).map(part) }
    let done = Mutex<[Part?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = part(index)
      done.withLock { $0[index] = result }
    }
    return done.withLock { $0.compactMap(\.self) }
  }

  /// What each element of a long run of small tasks gives, in their order, `size` tasks a part.
  package static func flatMap<Element: Sendable>(
    _ count: Int,
    inPartsOf size: Int,
    _ part: @Sendable (Range<Int>) -> [Element]
  ) -> [Element] {
    let parts = count / size + (count % size == 0 ? 0 : 1)
    return map(parts) { part($0 * size..<min(count, ($0 + 1) * size)) }.flatMap(\.self)
  }
}
