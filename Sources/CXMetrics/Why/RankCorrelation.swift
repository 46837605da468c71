/// Spearman’s correlation: how far two values rise together, straight or not.
///
/// - Formula: Pearson’s r of the ranks, equal values sharing the mean of their ranks.
/// - Units: none. Range: −1 through 1; nil for fewer than three pairs and where a side does not
///   vary.
/// - Interval: Bonett and Wright’s, tanh(atanh r ± z √((1 + r²/2)/(n − 3))), from four pairs on.
/// - Complexity: O(n log n) and O(n) memory, for ranks need all values.
/// - Beware: the p-value is Student’s on n − 2, an approximation for few pairs and many ties.
/// - Source: C. Spearman, American Journal of Psychology 15, 1904; D. G. Bonett and T. A. Wright,
///   Psychometrika 65, 2000.
public enum RankCorrelation {
  /// The correlation of the ranks of two columns; pairs that lack a value are left out first.
  ///
  /// - Throws: `lengthMismatch` for columns of different length, `invalidInput` for a value that is
  ///   not finite.
  public static func correlation(
    _ x: [Double?],
    _ y: [Double?],
    confidence: Confidence = .standard
  ) throws(MetricRefusal) -> Correlation {
    guard x.count == y.count else { throw .lengthMismatch }
    var (xs, ys): ([Double], [Double]) = ([], [])
    for (x, y) in zip(x, y) {
      guard let x, let y else { continue }
      guard x.isFinite, y.isFinite else { throw .invalidInput }
      xs.append(x)
      ys.append(y)
    }
    var pairs = PairMoments()
    for (x, y) in zip(ranks(of: xs), ranks(of: ys)) { try pairs.add(x, y) }
    return try Correlation(pairs, confidence: confidence) { r in 1 + r * r / 2 }
  }

  /// Ranks from 1, equal values sharing the mean of theirs.
  static func ranks(of values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let rank = 0.5 * Double(start + 1 + end)
      for place in start..<end { ranks[order[place]] = rank }
      start = end
    }
    return ranks
  }
}

extension RankCorrelation: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "1, 2, 2, 3, 4, 4, 5, 6 against 2, 1, 3, 3, 5, 4, 4, 7",
      gives: [
        "r": 0.8902439024390245, "low": 0.36908932962792657, "high": 0.9854738771379555,
        "p": 0.003039295568488806,
      ]
    ) { () throws(MetricRefusal) in
      let figure = try correlation([1, 2, 2, 3, 4, 4, 5, 6], [2, 1, 3, 3, 5, 4, 4, 7])
      return [figure.value, figure.interval?.low, figure.interval?.high, figure.pValue]
    },
    MetricExample("a curve that always rises", gives: ["r": 1]) { () throws(MetricRefusal) in
      [try correlation([1, 2, 3, 4], [1, 10, 100, 1000]).value]
    },
    MetricExample("columns of two and three", refuses: .lengthMismatch) {
      () throws(MetricRefusal) in [try correlation([1, 2], [1, 2, 3]).value]
    },
  ]
}
