internal import CXMetrics
private import Foundation

/// Finds the weights of a logistic regression whose weights have variances of their own, by its
/// dual, one comment after the other.
///
/// - Formula: minimises ½ Σⱼ wⱼ²/sⱼ + Σᵢ cᵢ ln(1 + exp(−yᵢ w·xᵢ)), y = ±1. With αᵢ = cᵢ/(1 +
///   exp(−uᵢ)) and wⱼ = sⱼ Σᵢ αᵢ yᵢ xᵢⱼ, the minimum has uᵢ = −yᵢ w·xᵢ for every comment; each in
///   turn is brought there by Newton’s steps on its u alone.
/// - Complexity: O(values) a round.
/// - Source: H.-F. Yu, F.-L. Huang and C.-J. Lin, Machine Learning 85, 2011, written in logits.
struct LogisticSearch {
  let rows: SparseRows
  let columnCount: Int

  /// By column.
  let variances: [Float]

  /// Whether each row has the label.
  let isMember: [Bool]

  /// What a row’s error costs; rows of cost 0 are left out.
  let costs: [Float]

  /// The rounds after which the weights are taken as they are.
  let roundsMost: Int

  /// A round in which no comment’s logit is further than this from its place is the last.
  private static let tolerance: Float = 0.02

  /// Where logits begin: far enough out that hardly any comment counts yet.
  static let firstLogit: Float = -4

  /// What each row scores before a weight is found; empty where that is 0.
  var offsets: [Float] = []

  /// Weights by column. `logits` are where the search begins, and then where it ended, by row.
  func weights(_ logits: inout [Float], seed: UInt64) -> [Float] {
    var order = costs.indices.filter { costs[$0] > 0 }
    var weights = [Float](repeating: 0, count: columnCount)
    var squares = [Float](repeating: 0, count: costs.count)
    for row in order {
      squares[row] = square(of: row)
      move(&weights, row, by: Self.alpha(costs[row], logits[row]))
    }
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<roundsMost {
      for place in stride(from: order.count - 1, to: 0, by: -1) {
        order.swapAt(place, generator.next(below: place + 1))
      }
      var farthest: Float = 0
      for row in order {
        farthest = max(farthest, visit(row, &weights, &logits[row], squares[row]))
      }
      if farthest < Self.tolerance { break }
    }
    return weights
  }

  /// Brings a comment’s logit to its place; how far it was from there.
  @inline(__always)
  private func visit(
    _ row: Int,
    _ weights: inout [Float],
    _ logit: inout Float,
    _ square: Float
  ) -> Float {
    let cost = costs[row]
    let score = rows.product(row, weights) + (offsets.isEmpty ? 0 : offsets[row])
    let margin = isMember[row] ? score : -score
    let before = Self.alpha(cost, logit)
    let distance = abs(logit + margin)
    var u = logit
    for _ in 0..<4 {
      let share = 1 / (1 + exp(-u))
      let step =
        (u + margin + (cost * share - before) * square)
        / (1 + cost * square * share * (1 - share))
      u -= min(4, max(-4, step))
      if abs(step) < 1e-3 { break }
    }
    logit = u
    let change = Self.alpha(cost, u) - before
    // What would not be seen in a sum of this size need not be added to thousands of weights.
    if abs(change) > 1e-6 * cost { move(&weights, row, by: change) }
    return distance
  }

  @inline(__always)
  private func move(_ weights: inout [Float], _ row: Int, by alpha: Float) {
    let signed = isMember[row] ? alpha : -alpha
    let (columns, values, variances) = (rows.columns.span, rows.values.span, variances.span)
    var span = weights.mutableSpan
    for place in rows.places(of: row) {
      let column = Int(columns[place])
      span[column] += signed * values[place] * variances[column]
    }
  }

  private func square(of row: Int) -> Float {
    var sum: Float = 0
    for place in rows.places(of: row) {
      sum += variances[Int(rows.columns[place])] * rows.values[place] * rows.values[place]
    }
    return sum
  }

  private static func alpha(_ cost: Float, _ logit: Float) -> Float { cost / (1 + exp(-logit)) }
}
