private import Foundation

/// How freely the weight of each piece may move: the further apart the shares of comments with the
/// piece lie within and without a label, the freer.
///
/// - Formula: sⱼ = |ln((1 + pⱼ)/(P + m)) − ln((1 + qⱼ)/(Q + m))|^0.8, p and q how many comments
///   with and without the label hold piece j, P and Q their sums over the m pieces. Column 0 has 1.
/// - Source: S. Wang and C. Manning, ACL 2012, whose ratios scale the values; here they are the
///   variances of weights, by this power, which served better (`docs/text.md`).
struct BayesVariances {
  /// For each lane ln((P + m)/(Q + m)).
  private var bases: [Float] = []

  /// For each lane the variances of pieces that few comments hold, by how many with the label and
  /// how many without: most pieces are among them, so that each is reckoned once.
  private var few: [Float]

  private static let fewMost = 64

  private init(lanes: Int) {
    few = Array(repeating: -1, count: lanes * Self.fewMost * Self.fewMost)
  }

  /// By column, from the rows that `isChosen` says.
  static func of(
    _ rows: SparseRows,
    columnCount: Int,
    _ signs: [LabelLanes],
    _ isChosen: (Int) -> Bool
  ) -> [LabelLanes] {
    let one = LabelLanes(repeating: 1)
    var with = [LabelLanes](repeating: one, count: columnCount)
    var held = [Float](repeating: 1, count: columnCount)
    var (sumWith, sum) = ([Int](repeating: columnCount, count: one.scalarCount), columnCount)
    for row in signs.indices where isChosen(row) {
      let range = rows.places(of: row)
      let member = one.replacing(with: 0, where: signs[row] .<= 0)
      for place in range {
        let column = Int(rows.columns[place])
        with[column] += member
        held[column] += 1
      }
      sum += range.count
      for lane in member.indices where member[lane] > 0 { sumWith[lane] += range.count }
    }
    var bayes = BayesVariances(lanes: one.scalarCount)
    bayes.bases = sumWith.map { Float(log(Double($0) / Double(sum + columnCount - $0))) }
    var variances = zip(with, held).map { with, held in bayes.variances(with, held) }
    variances[0] = one
    return variances
  }

  /// - Parameter held: how many comments hold the piece, and 1; `with`, of those with the label.
  private mutating func variances(_ with: LabelLanes, _ held: Float) -> LabelLanes {
    var variances = LabelLanes.zero
    for lane in with.indices {
      let without = held + 1 - with[lane]
      guard with[lane] < Float(Self.fewMost), without < Float(Self.fewMost) else {
        variances[lane] = variance(lane, with[lane], without)
        continue
      }
      let place = (lane * Self.fewMost + Int(with[lane])) * Self.fewMost + Int(without)
      if few[place] < 0 { few[place] = variance(lane, with[lane], without) }
      variances[lane] = few[place]
    }
    return variances
  }

  private func variance(_ lane: Int, _ with: Float, _ without: Float) -> Float {
    pow(abs(log(with / without) - bases[lane]), 0.8)
  }
}
