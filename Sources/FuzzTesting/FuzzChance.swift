import CXMetrics

/// The chance of one case: its seed and number alone decide it, so that any case is met again.
package struct FuzzChance: RandomNumberGenerator {
  private var generator: SeededGenerator

  package init(seed: UInt64, number: Int) {
    generator = SeededGenerator(seed: seed, stream: UInt64(number))
  }

  package mutating func next() -> UInt64 { generator.next() }

  /// From 0 to below the bound.
  mutating func below(_ bound: Int) -> Int { generator.next(below: bound) }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True once in so many times.
  mutating func once(in times: Int) -> Bool { below(times) == 0 }

  /// One of several, of which there is at least one.
  mutating func one<Element>(of list: [Element]) -> Element { list[below(list.count)] }
}
