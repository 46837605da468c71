/// McNemar’s exact test of paired yes/no answers.
///
/// - Formula: twice the binomial chance, at one half, of a split at least as uneven as the one seen
///   among those who changed; at most 1.
/// - Units: a p-value, two-sided; 1 when nobody changed.
/// - Interval: none.
/// - Complexity: constant.
/// - Beware: those who answered alike both times say nothing here.
/// - Source: Q. McNemar, Psychometrika 12, 1947.
public struct McNemarTest: Hashable, Sendable, BitwiseCopyable {
  /// The smaller of the two counts.
  public let statistic: Int
  /// Two-sided and exact.
  public let pValue: Double

  /// - Parameters:
  ///   - onlyFirst: pairs that said yes the first time only.
  ///   - onlySecond: pairs that said yes the second time only.
  /// - Throws: `invalidInput` for a negative count.
  public init(onlyFirst: Int, onlySecond: Int) throws(MetricRefusal) {
    guard onlyFirst >= 0, onlySecond >= 0 else { throw .invalidInput }
    statistic = min(onlyFirst, onlySecond)
    let changed = BinomialDistribution(trials: Double(onlyFirst) + Double(onlySecond), p: 0.5)
    pValue = min(1, 2 * changed.cdf(Double(statistic)))
  }
}

extension McNemarTest: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample("12 changed one way, 4 the other", gives: ["p": 0.076812744140625]) {
      () throws(MetricRefusal) in [try Self(onlyFirst: 12, onlySecond: 4).pValue]
    },
    MetricExample("nobody changed", gives: ["p": 1]) { () throws(MetricRefusal) in
      [try Self(onlyFirst: 0, onlySecond: 0).pValue]
    },
    MetricExample("−1 changed", refuses: .invalidInput) { () throws(MetricRefusal) in
      [try Self(onlyFirst: -1, onlySecond: 0).pValue]
    },
  ]
}
