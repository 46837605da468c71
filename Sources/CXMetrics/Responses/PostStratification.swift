/// Weights that make the strata of the respondents as large as those of the frame.
///
/// - Formula: w_h = (N_h / N) / (n_h / n), N_h being the frame’s count of a stratum and n_h the
///   respondents’.
/// - Units: weights with mean 1 over respondents; nil for a stratum without respondents.
/// - Interval: none; the design effect tells how much wider intervals become.
/// - Complexity: linear in the strata.
/// - Beware: join strata before one of them has no respondents; cut weights above 5
///   (`WeightTrimming`) and say so.
/// - Source: J. Bethlehem, “Applied Survey Methods”, 2009; L. Kish, “Survey Sampling”, 1965.
public struct PostStratification: Hashable, Sendable {
  /// By stratum, in the order given; nil where a stratum has no respondents and no customers.
  public let weights: [Double?]

  /// What the weights cost.
  public let spread: WeightSpread

  /// - Parameters:
  ///   - frame: how many customers each stratum has; any unit.
  ///   - respondents: in the same order.
  /// - Throws: `noData` when nobody answered, `emptyStratum` for a stratum of the frame without
  ///   respondents, `lengthMismatch`, `invalidInput` for a negative count or an empty frame.
  public init(frame: [Double], respondents: [Int]) throws(MetricRefusal) {
    guard frame.count == respondents.count else { throw .lengthMismatch }
    let population = frame.reduce(0, +)
    guard let total = CountLimit.sum(respondents), frame.allSatisfy({ $0 >= 0 }),
      population.isFinite
    else { throw .invalidInput }
    guard total > 0 else { throw .noData }
    guard population > 0 else { throw .invalidInput }
    var weights: [Double?] = []
    var spread = WeightSpread()
    for (size, count) in zip(frame, respondents) {
      guard count > 0 else {
        if size > 0 { throw .emptyStratum }
        weights.append(nil)
        continue
      }
      let weight = size / population / (Double(count) / Double(total))
      weights.append(weight)
      spread.add(weight, times: count)
    }
    self.weights = weights
    self.spread = spread
  }
}

extension PostStratification: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "north 600 customers and 30 respondents, south 400 and 60",
      gives: [
        "north": 1.8, "south": 0.6, "design effect": 1.32, "effective count": 68.18181818181817,
      ]
    ) { () throws(MetricRefusal) in
      let weighting = try Self(frame: [600, 400], respondents: [30, 60])
      return weighting.weights + [weighting.spread.designEffect, weighting.spread.effectiveCount]
    },
    MetricExample("nobody answered in the south", refuses: .emptyStratum) {
      () throws(MetricRefusal) in
      try Self(frame: [600, 400], respondents: [30, 0]).weights
    },
    MetricExample("nobody answered at all", refuses: .noData) { () throws(MetricRefusal) in
      try Self(frame: [600, 400], respondents: [0, 0]).weights
    },
  ]
}
