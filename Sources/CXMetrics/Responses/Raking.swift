/// Weights that make respondents agree with the known shares of several traits at once.
///
/// - Formula: from weights of 1, each category of each trait in turn is multiplied by its target
///   share over its weighted share, until a whole cycle changes nothing by more than the tolerance
///   (iterative proportional fitting).
/// - Units: weights with mean 1.
/// - Interval: none; the design effect tells how much wider intervals become.
/// - Complexity: respondents × traits a cycle; one array of weights and one of categories.
/// - Beware: join categories before one with a target has no respondents; cut weights above 5
///   (`WeightTrimming`) and say so.
/// - Source: W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11, 1940.
public struct Raking: Hashable, Sendable {
  /// One a respondent, in the order given.
  public let weights: [Double]

  /// What the weights cost.
  public let spread: WeightSpread

  /// How many cycles it took.
  public let cycles: Int

  /// What is tried when nobody says otherwise, and the most that may be asked for.
  public static let cyclesUsual = 1000
  /// The most cycles that may be asked for.
  public static let cyclesMax = 100_000

  /// - Parameters:
  ///   - cyclesMax: cycles after which it gives up.
  ///   - tolerance: how near to 1 every factor of a cycle must come.
  ///   - categories: of each respondent, one index for each trait, one respondent after another.
  ///   - targets: for each trait the shares of its categories; any positive total.
  /// - Throws: `noData` without respondents, `emptyMargin` when a category with a target has no
  ///   respondents, `respondentOutsideFrame` for an index that its trait does not have,
  ///   `notConverged`, `lengthMismatch`, `invalidInput`.
  public init(
    categories: [Int],
    targets: [[Double]],
    tolerance: Double = 1e-9,
    cyclesMax: Int = Self.cyclesUsual
  ) throws(MetricRefusal) {
    guard !targets.isEmpty, tolerance.isFinite, cyclesMax >= 0 else { throw .invalidInput }
    guard categories.count.isMultiple(of: targets.count) else { throw .lengthMismatch }
    guard !categories.isEmpty else { throw .noData }
    var fit = try Fit(categories: categories, targets: targets)
    try fit.checkMargins()
    var cycle = 0
    while true {
      guard cycle < min(cyclesMax, Self.cyclesMax) else { throw .notConverged }
      cycle += 1
      let change = fit.cycle()
      guard change.isFinite else { throw .notConverged }
      if change < tolerance { break }
    }
    cycles = cycle
    (weights, spread) = try fit.scaled()
  }

  /// The fitting itself.
  private struct Fit {
    let categories: [Int]
    let targets: [[Double]]
    var weights: [Double]
    var sums: [[Double]]

    init(categories: [Int], targets: [[Double]]) throws(MetricRefusal) {
      let rows = Double(categories.count / targets.count)
      var counts: [[Double]] = []
      for shares in targets {
        let whole = shares.reduce(0, +)
        guard shares.allSatisfy({ $0 >= 0 }), whole > 0, whole.isFinite else {
          throw .invalidInput
        }
        counts.append(shares.map { $0 / whole * rows })
      }
      for (position, category) in categories.enumerated() {
        guard targets[position % targets.count].indices.contains(category) else {
          throw .respondentOutsideFrame
        }
      }
      self.categories = categories
      self.targets = counts
      weights = Array(repeating: 1, count: categories.count / targets.count)
      sums = counts.map { Array(repeating: 0, count: $0.count) }
    }

    /// Refuses a category with a target in which there is nobody to weight.
    mutating func checkMargins() throws(MetricRefusal) {
      for trait in targets.indices {
        addUp(trait)
        for (target, sum) in zip(targets[trait], sums[trait]) where target > 0 && sum == 0 {
          throw .emptyMargin
        }
      }
    }

    private mutating func addUp(_ trait: Int) {
      for category in sums[trait].indices { sums[trait][category] = 0 }
      for row in weights.indices {
        sums[trait][categories[row * targets.count + trait]] += weights[row]
      }
    }

    /// Fits each trait once; the largest change of any factor.
    mutating func cycle() -> Double {
      var change = 0.0
      for trait in targets.indices {
        addUp(trait)
        for category in sums[trait].indices {
          // A category that has lost all weight and shall have none is as it should be.
          let (target, sum) = (targets[trait][category], sums[trait][category])
          let factor = target == 0 && sum == 0 ? 1 : target / sum
          sums[trait][category] = factor
          change = change < abs(factor - 1) || factor.isNaN ? abs(factor - 1) : change
        }
        for row in weights.indices {
          weights[row] *= sums[trait][categories[row * targets.count + trait]]
        }
      }
      return change
    }

    func scaled() throws(MetricRefusal) -> ([Double], WeightSpread) {
      let mean = weights.reduce(0, +) / Double(weights.count)
      guard mean > 0, mean.isFinite else { throw .notConverged }
      var spread = WeightSpread()
      let scaled = weights.map { $0 / mean }
      for weight in scaled { spread.add(weight) }
      return (scaled, spread)
    }
  }
}

extension Raking: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "7 respondents by age (y y y o o o o) and sex (f f m f m m m), halves wanted of each",
      gives: [
        "y f": 1.2426785900259145, "y m": 1.0146428199482795, "o f": 1.01464281994817,
        "o m": 0.8284523933505734, "design effect": 1.0295000520724915,
      ]
    ) { () throws(MetricRefusal) in
      let raking = try Self(
        categories: [0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1],
        targets: [[0.5, 0.5], [0.5, 0.5]],
        tolerance: 1e-12
      )
      return [0, 2, 3, 4].map { raking.weights[$0] } + [raking.spread.designEffect]
    },
    MetricExample("nobody of a category with a target", refuses: .emptyMargin) {
      () throws(MetricRefusal) in
      try Self(categories: [0, 0], targets: [[0.5, 0.5]]).weights
    },
    MetricExample("traits that exclude each other", refuses: .notConverged) {
      () throws(MetricRefusal) in
      try Self(categories: [0, 0, 1, 1], targets: [[0.9, 0.1], [0.1, 0.9]]).weights
    },
  ]
}
