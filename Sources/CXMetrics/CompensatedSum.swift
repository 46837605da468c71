/// A sum of amounts that loses nothing to the order in which they come.
///
/// - Formula: the rounding error of every addition is kept beside the sum.
/// - Complexity: two words; no allocation.
/// - Source: A. Neumaier, Zeitschrift für Angewandte Mathematik und Mechanik 54, 1974.
struct CompensatedSum: Hashable, Sendable, BitwiseCopyable {
  private var sum = 0.0
  private var lost = 0.0

  mutating func add(_ amount: Double) {
    let next = sum + amount
    lost += abs(sum) >= abs(amount) ? (sum - next) + amount : (amount - next) + sum
    sum = next
  }

  mutating func merge(_ other: Self) {
    add(other.sum)
    lost += other.lost
  }

  /// Infinite where the amounts are too large to be added up at all.
  var value: Double { sum.isFinite ? sum + lost : sum }
}
