private import Foundation

/// Makes a probability of a score that a model gave.
///
/// - Formula: p = 1/(1 + exp(−(a s + b))), with a and b of the greatest likelihood of what comments
///   turned out to be that the model had not seen, each kind counted once more than it came.
/// - Range: 0 to 1, neither reached.
/// - Source: J. Platt, Advances in Large Margin Classifiers, 1999, with the counts of its appendix.
struct ProbabilityScale: Hashable {
  var slope: Float
  var offset: Float

  /// Scores as they are.
  static let plain = ProbabilityScale(slope: 1, offset: 0)

  /// Scores beyond 30 are certain enough.
  func probability(_ score: Float) -> Double {
    1 / (1 + exp(-Double(min(30, max(-30, slope * score + offset)))))
  }

  init(slope: Float, offset: Float) {
    self.slope = slope
    self.offset = offset
  }

  /// The scale that fits scores best; the plain one where only one outcome was seen.
  init(scores: [Float], outcomes: [Bool]) {
    self = .plain
    let positives = outcomes.count { $0 }
    let negatives = outcomes.count - positives
    guard positives > 0, negatives > 0 else { return }
    let (high, low) = (
      Double(positives + 1) / Double(positives + 2), 1 / Double(negatives + 2)
    )
    var (slope, offset) = (1.0, 0.0)
    for _ in 0..<50 {
      var sums = NewtonSums()
      for (score, outcome) in zip(scores, outcomes) {
        let target = outcome ? high : low
        sums.add(Double(score), target, 1 / (1 + exp(-(slope * Double(score) + offset))))
      }
      guard let step = sums.step else { break }
      slope -= min(2, max(-2, step.slope))
      offset -= min(2, max(-2, step.offset))
      if abs(step.slope) + abs(step.offset) < 1e-7 { break }
    }
    // A slope below 0 would mean that the model says the opposite of what it learned.
    guard slope.isFinite, offset.isFinite, slope > 0 else { return }
    self.slope = Float(slope)
    self.offset = Float(offset)
  }
}

/// First and second derivatives of minus the log likelihood.
private struct NewtonSums {
  private var (first, second) = ((0.0, 0.0), (0.0, 0.0, 0.0))

  mutating func add(_ score: Double, _ target: Double, _ probability: Double) {
    let error = probability - target
    let weight = probability * (1 - probability)
    first = (first.0 + error * score, first.1 + error)
    second = (second.0 + weight * score * score, second.1 + weight * score, second.2 + weight)
  }

  /// Nil where the curve is too flat to say.
  var step: (slope: Double, offset: Double)? {
    let ridge = 1e-9
    let (a, b, c) = (second.0 + ridge, second.1, second.2 + ridge)
    let determinant = a * c - b * b
    guard determinant > 1e-15 else { return nil }
    return (
      (c * first.0 - b * first.1) / determinant, (a * first.1 - b * first.0) / determinant
    )
  }
}
