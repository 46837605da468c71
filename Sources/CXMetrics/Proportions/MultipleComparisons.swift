/// P-values adjusted for having looked more than once, in the order given.
public enum MultipleComparisons {
  /// Holm’s adjustment: keeps the chance of any false find within bounds. For what is displayed.
  ///
  /// - Source: S. Holm, Scandinavian Journal of Statistics 6, 1979.
  /// - Throws: `invalidInput` for a value outside 0...1.
  public static func holm(_ pValues: [Double]) throws(MetricRefusal) -> [Double] {
    let order = try ascending(pValues)
    var adjusted = pValues
    var largest = 0.0
    for (rank, index) in order.enumerated() {
      largest = max(largest, Double(pValues.count - rank) * pValues[index])
      adjusted[index] = min(1, largest)
    }
    return adjusted
  }

  /// Benjamini and Hochberg’s adjustment: bounds the share of false finds. For exploring.
  ///
  /// - Source: Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57, 1995.
  /// - Throws: `invalidInput` for a value outside 0...1.
  public static func benjaminiHochberg(_ pValues: [Double]) throws(MetricRefusal) -> [Double] {
    let order = try ascending(pValues)
    var adjusted = pValues
    var smallest = 1.0
    for (rank, index) in order.enumerated().reversed() {
      smallest = min(smallest, Double(pValues.count) / Double(rank + 1) * pValues[index])
      adjusted[index] = smallest
    }
    return adjusted
  }

  private static func ascending(_ pValues: [Double]) throws(MetricRefusal) -> [Int] {
    guard pValues.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .invalidInput }
    return pValues.indices.sorted { pValues[$0] < pValues[$1] }
  }
}
