/// Cronbach’s alpha: how far items that should measure one thing agree.
///
/// - Formula: k/(k − 1) · (1 − Σ var_j / var_total), variances by n − 1, complete rows only.
/// - Units: none. Range: at most 1, and may be negative: then ask whether an item is reversed. Nil
///   for fewer than two items or rows, and when the total does not vary.
/// - Interval: Feldt’s, 1 − (1 − α) F(1 − g/2) through 1 − (1 − α) F(g/2) on n − 1 and
///   (n − 1)(k − 1) degrees of freedom, g = 1 − confidence.
/// - Complexity: O(k) for a row and O(k) memory; parts merge.
/// - Beware: grows with the number of items; it does not show that they measure one thing only.
///   Items that never vary stay in.
/// - Source: L. J. Cronbach, Psychometrika 16, 1951; L. S. Feldt, Psychometrika 30, 1965.
public struct CronbachAlpha: Hashable, Sendable {
  /// How one item goes with the others.
  public struct Item: Hashable, Sendable, BitwiseCopyable {
    /// Alpha of the other items; nil for fewer than two others and when their total does not vary.
    public let alphaIfDeleted: Double?

    /// The item’s correlation with the total of the others; nil when either does not vary.
    public let itemRestCorrelation: Double?
  }

  /// Complete rows.
  public let rows: Int

  /// Nil as the chapter says.
  public let value: Double?

  /// Nil where alpha is.
  public let interval: Interval?

  /// In the order of the columns; empty where alpha is nil.
  public let items: [Item]

  /// - Throws: `invalidInput` for values too large to compute with.
  public init(
    _ table: ItemCovariances,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    rows = table.rows
    let k = Double(table.columns)
    guard table.columns > 1, table.rows > 1 else {
      (value, interval, items) = (nil, nil, [])
      return
    }
    let total = table.totalVariance
    guard total.isFinite, table.sumOfVariances.isFinite else { throw .invalidInput }
    guard total > table.noise else {
      (value, interval, items) = (nil, nil, [])
      return
    }
    let alpha = k / (k - 1) * (1 - table.sumOfVariances / total)
    let n = Double(rows)
    let f = FDistribution(n - 1, (n - 1) * (k - 1))
    value = alpha
    interval = Interval(
      low: 1 - (1 - alpha) * f.quantile(1 - confidence.risk / 2),
      high: 1 - (1 - alpha) * f.quantile(confidence.risk / 2)
    )
    items = (0..<table.columns).map { table.item($0) }
  }
}

extension CronbachAlpha: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "12 respondents, 5 items",
      gives: [
        "alpha": 0.8773337222870479, "low": 0.7176806232197965, "high": 0.9597250715501557,
        "without the second": 0.8809891808346212,
      ]
    ) { () throws(MetricRefusal) in
      let alpha = try examined([
        [2, 2, 5, 4, 5], [5, 4, 5, 5, 5], [1, 1, 1, 2, 2], [5, 4, 5, 5, 4], [2, 4, 4, 3, 3],
        [2, 3, 2, 3, 3], [2, 3, 2, 2, 1], [2, 2, 2, 2, 3], [4, 2, 4, 2, 2], [4, 4, 3, 3, 4],
        [3, 3, 4, 5, 4], [4, 4, 3, 3, 3],
      ])
      return [
        alpha.value, alpha.interval?.low, alpha.interval?.high, alpha.items[1].alphaIfDeleted,
      ]
    },
    MetricExample("two items of opposite direction", gives: ["alpha": -10.4]) {
      () throws(MetricRefusal) in
      [try examined([[1, 4], [2, 4], [4, 1], [3, 2], [2, 2]]).value]
    },
    MetricExample("five respondents who all answer 4", gives: ["alpha": nil, "low": nil]) {
      () throws(MetricRefusal) in
      let alpha = try examined(Array(repeating: [4, 4, 4], count: 5))
      return [alpha.value, alpha.interval?.low]
    },
    MetricExample("a row shorter than the others", refuses: .lengthMismatch) {
      () throws(MetricRefusal) in [try examined([[1, 2], [3]]).value]
    },
  ]

  private static func examined(_ rows: [[Double?]]) throws(MetricRefusal) -> Self {
    var table = ItemCovariances(columns: rows[0].count)
    for row in rows { try table.add(row) }
    return try Self(table)
  }
}
