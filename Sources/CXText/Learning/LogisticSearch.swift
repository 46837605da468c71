internal import CXMetrics

/// Finds the weights of logistic regressions, up to four labels at once, whose weights have
/// variances of their own, by their duals, one comment after the other.
///
/// - Formula: minimises ½ Σⱼ wⱼ²/sⱼ + Σᵢ cᵢ ln(1 + exp(−yᵢ w·xᵢ)), y = ±1, for each label. With
///   αᵢ = cᵢ/(1 + exp(−uᵢ)) and wⱼ = sⱼ Σᵢ αᵢ yᵢ xᵢⱼ, the minimum has uᵢ = −yᵢ w·xᵢ for every
///   comment; each in turn is brought there by Newton’s steps on its u alone.
/// - Complexity: O(values) a round.
/// - Source: H.-F. Yu, F.-L. Huang and C.-J. Lin, Machine Learning 85, 2011, written in logits.
struct LogisticSearch {
  let rows: SparseRows

  /// By column.
  let variances: [LabelLanes]

  /// By row: 1 with the label, −1 without.
  let signs: [LabelLanes]

  /// What a row’s error costs; at 0 a label does not learn from the row.
  let costs: [LabelLanes]

  /// The rounds after which the weights are taken as they are.
  let roundsMost: Int

  /// What each row scores before a weight is found; empty where that is 0.
  var offsets: [LabelLanes] = []

  /// A round in which no comment’s logit is further than this from its place is the last.
  var tolerance: Float = 0.02

  /// Where logits begin: far enough out that hardly any comment counts yet.
  static let firstLogit = LabelLanes(repeating: -4)

  /// A weight and its variance, side by side as both are wanted at once.
  private struct Column {
    var weight: LabelLanes
    let variance: LabelLanes
  }

  /// Weights by column. `logits` are where the search begins, and then where it ended, by row.
  func weights(_ logits: inout [LabelLanes], seed: UInt64) -> [LabelLanes] {
    var order = costs.indices.filter { costs[$0].max() > 0 }
    var columns = variances.map { Column(weight: .zero, variance: $0) }
    var squares = [LabelLanes](repeating: .zero, count: costs.count)
    for row in order {
      squares[row] = square(of: row)
      move(&columns, row, by: costs[row] * logits[row].logistic)
    }
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<roundsMost {
      for place in stride(from: order.count - 1, to: 0, by: -1) {
        order.swapAt(place, generator.next(below: place + 1))
      }
      var farthest = LabelLanes.zero
      for row in order {
        let distance = visit(row, &columns, &logits[row], squares[row])
        farthest.replace(with: distance, where: distance .> farthest)
      }
      if farthest.max() < tolerance { break }
    }
    return columns.map(\.weight)
  }

  /// Brings a comment’s logits to their places; how far they were from there.
  @inline(__always)
  private func visit(
    _ row: Int,
    _ columns: inout [Column],
    _ logit: inout LabelLanes,
    _ square: LabelLanes
  ) -> LabelLanes {
    let cost = costs[row]
    let score = product(row, columns) + (offsets.isEmpty ? .zero : offsets[row])
    let margin = signs[row] * score
    let before = cost * logit.logistic
    let distance = (logit + margin).magnitudes.replacing(with: 0, where: cost .== 0)
    var u = logit
    for _ in 0..<4 {
      let share = u.logistic
      let step =
        (u + margin + (cost * share - before) * square)
        / (1 + cost * square * share * (1 - share))
      u -= step.clamped(
        lowerBound: LabelLanes(repeating: -4),
        upperBound: LabelLanes(repeating: 4)
      )
      if step.magnitudes.max() < 1e-3 { break }
    }
    logit = u
    let change = cost * u.logistic - before
    // What would not be seen in a sum of this size need not be added to thousands of weights.
    if (change.magnitudes - 1e-6 * cost).max() > 0 { move(&columns, row, by: change) }
    return distance
  }

  @inline(__always)
  private func product(_ row: Int, _ columns: [Column]) -> LabelLanes {
    let (weights, places, values) = (columns.span, rows.columns.span, rows.values.span)
    var sum = LabelLanes.zero
    for place in rows.places(of: row) { sum += weights[Int(places[place])].weight * values[place] }
    return sum
  }

  @inline(__always)
  private func move(_ columns: inout [Column], _ row: Int, by alpha: LabelLanes) {
    let signed = signs[row] * alpha
    let (places, values) = (rows.columns.span, rows.values.span)
    var span = columns.mutableSpan
    for place in rows.places(of: row) {
      let column = Int(places[place])
      span[column].weight += signed * values[place] * span[column].variance
    }
  }

  private func square(of row: Int) -> LabelLanes {
    var sum = LabelLanes.zero
    for place in rows.places(of: row) {
      let value = rows.values[place]
      sum += variances[Int(rows.columns[place])] * (value * value)
    }
    return sum
  }
}

extension LogisticSearch {
  /// A search for one label.
  init(
    rows: SparseRows,
    variances: [Float],
    isMember: [Bool],
    costs: [Float],
    roundsMost: Int,
    offsets: [Float] = []
  ) {
    func lanes(_ number: Float) -> LabelLanes { LabelLanes(number, 0, 0, 0) }
    self.init(
      rows: rows,
      variances: variances.map(lanes),
      signs: isMember.map { lanes($0 ? 1 : -1) },
      costs: costs.map(lanes),
      roundsMost: roundsMost,
      offsets: offsets.map(lanes)
    )
  }

  /// The weights of the only label.
  func weights(seed: UInt64, from logit: Float) -> [Float] {
    var logits = Array(repeating: LabelLanes(logit, 0, 0, 0), count: costs.count)
    return weights(&logits, seed: seed).map { $0[0] }
  }
}

extension LabelLanes {
  fileprivate var magnitudes: LabelLanes { replacing(with: -self, where: self .< 0) }
}
