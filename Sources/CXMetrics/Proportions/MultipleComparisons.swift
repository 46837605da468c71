/// P-values adjusted for having looked more than once, in the order given.
///
/// - Formula: Holm: in ascending order the i-th of m is multiplied by m − i + 1, never falling
///   below the one before; Benjamini–Hochberg: in descending order it is multiplied by m / i, never
///   rising above the one after. At most 1.
/// - Units: p-values.
/// - Interval: none.
/// - Complexity: sorting.
/// - Beware: Holm for what is shown to be believed, Benjamini–Hochberg for lists to explore.
/// - Source: S. Holm, Scandinavian Journal of Statistics 6, 1979; Y. Benjamini and Y. Hochberg,
///   Journal of the Royal Statistical Society B 57, 1995.
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

extension MultipleComparisons: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "0.001, 0.02, 0.03, 0.04, 0.5 by Holm",
      gives: ["1st": 0.005, "2nd": 0.08, "3rd": 0.09, "4th": 0.09, "5th": 0.5]
    ) { () throws(MetricRefusal) in try holm([0.001, 0.02, 0.03, 0.04, 0.5]) },
    MetricExample(
      "the same by Benjamini–Hochberg",
      gives: ["1st": 0.005, "2nd": 0.05, "3rd": 0.05, "4th": 0.05, "5th": 0.5]
    ) { () throws(MetricRefusal) in try benjaminiHochberg([0.001, 0.02, 0.03, 0.04, 0.5]) },
    MetricExample("1.2", refuses: .invalidInput) { () throws(MetricRefusal) in
      try holm([1.2])
    },
  ]
}
