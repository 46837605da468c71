private import Foundation

/// How freely the weight of each piece may move: the further apart the shares of comments with the
/// piece lie within and without a label, the freer.
///
/// - Formula: sⱼ = |ln((1 + pⱼ)/(P + m)) − ln((1 + qⱼ)/(Q + m))|^0.8, p and q how many comments
///   with and without the label hold piece j, P and Q their sums over the m pieces. Column 0 has 1.
/// - Source: S. Wang and C. Manning, ACL 2012, whose ratios scale the values; here they are the
///   variances of weights, by this power, which served better (`docs/text.md`).
enum BayesVariances {
  /// By column, from the rows that `isChosen` says.
  static func of(
    _ rows: SparseRows,
    columnCount: Int,
    _ isMember: [Bool],
    _ isChosen: [Bool]
  ) -> [Float] {
    var (with, without) = (
      [Float](repeating: 1, count: columnCount),
      [Float](repeating: 1, count: columnCount)
    )
    var (sumWith, sumWithout) = (columnCount, columnCount)
    for row in isMember.indices where isChosen[row] {
      let range = rows.places(of: row)
      if isMember[row] {
        for place in range { with[Int(rows.columns[place])] += 1 }
        sumWith += range.count
      } else {
        for place in range { without[Int(rows.columns[place])] += 1 }
        sumWithout += range.count
      }
    }
    let base = Float(log(Double(sumWith) / Double(sumWithout)))
    var variances = with.indices.map { column in
      pow(abs(log(with[column] / without[column]) - base), 0.8)
    }
    variances[0] = 1
    return variances
  }
}
