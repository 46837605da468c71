/// Which drivers an outcome hangs on, and how much of its variance each accounts for.
///
/// - Formula: relative weights: L = R^½ of the drivers’ correlations R, b = L⁻¹ r, weight
///   Σ L² b². LMG: the Shapley value of R², its mean rise over all orders of entering.
/// - Units: shares of variance; both kinds add up to R². Range: 0 through 1. Percent are of R².
/// - Interval: `KeyDriverIntervals`, by bootstrap.
/// - Complexity: O(k²) for a row; relative weights O(k³); LMG O(2^k), of at most 20 drivers.
/// - Beware: a halo makes all drivers go together. Weights have no direction: read the sign of the
///   correlation. They hold for the customers asked, and say what goes with the outcome, not what
///   moves it: test the action. Have at least 50 rows, and ten a driver.
/// - Source: J. W. Johnson, Multivariate Behavioral Research 35, 2000; R. H. Lindeman, P. F.
///   Merenda and R. Z. Gold, “Introduction to Bivariate and Multivariate Analysis”, 1980; U.
///   Grömping, Journal of Statistical Software 17(1), 2006.
public struct KeyDrivers: Hashable, Sendable {
  /// What to compute.
  public enum Method: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    /// Johnson’s relative weights; of any number of drivers.
    case relativeWeights = "relative_weights"

    /// The Shapley values of R²; nil of more than `shapleyDriversMax` drivers.
    case shapley = "lmg"
  }

  /// The most drivers of which Shapley values are computed.
  public static let shapleyDriversMax = ShapleyWeights.driversMax

  /// One driver that varies.
  public struct Driver: Hashable, Sendable {
    /// As its column was named.
    public let name: String

    /// With the outcome; its sign says the direction.
    public let correlation: Double

    /// In the regression on all drivers.
    public let standardizedBeta: Double

    /// A share of the variance of the outcome; nil unless asked for.
    public let relativeWeight: Double?

    /// Percent of R²; nil where R² is 0.
    public let relativeWeightPercent: Double?

    /// A share of the variance of the outcome; nil unless asked for, and of too many drivers.
    public let shapley: Double?

    /// Percent of R²; nil where R² is 0.
    public let shapleyPercent: Double?
  }

  /// Complete rows.
  public let count: Int

  /// The share of the outcome’s variance that all drivers together account for.
  public let rSquared: Double

  /// The same, less what drivers of no worth would account for.
  public let adjustedRSquared: Double

  /// Those that vary, in the order of the columns.
  public let drivers: [Driver]

  /// The names of those that do not.
  public let constant: [String]

  /// - Throws: in this order `invalidInput` for values too large to compute with, `noUsableDriver`,
  ///   `tooFewRows` unless there are two complete rows more than drivers, `constantOutcome`,
  ///   `singularDrivers`.
  public init(
    _ rows: DriverMoments,
    methods: Set<Method> = Set(Method.allCases)
  ) throws(MetricRefusal) {
    let correlations = try rows.correlations()
    let relative = try RelativeWeights(correlations)
    let isShapleyAsked =
      methods.contains(.shapley) && correlations.count <= Self.shapleyDriversMax
    let shapley = isShapleyAsked ? ShapleyWeights(correlations).values : nil
    let weights = methods.contains(.relativeWeights) ? relative.weights : nil
    let rSquared = relative.rSquared
    func percent(_ share: Double?) -> Double? {
      rSquared > RoundingNoise.share ? share.map { 100 * $0 / rSquared } : nil
    }
    count = rows.count
    self.rSquared = rSquared
    let freedom = Double(rows.count - correlations.count - 1)
    adjustedRSquared = 1 - (1 - rSquared) * Double(rows.count - 1) / freedom
    constant = rows.constant
    drivers = rows.usable.enumerated().map { place, column in
      Driver(
        name: rows.names[column],
        correlation: correlations.outcome[place],
        standardizedBeta: relative.standardizedBetas[place],
        relativeWeight: weights?[place],
        relativeWeightPercent: percent(weights?[place]),
        shapley: shapley?[place],
        shapleyPercent: percent(shapley?[place])
      )
    }
  }
}

extension KeyDrivers: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "25 customers, satisfaction by a and b, and z that never varies",
      gives: [
        "R²": 0.4866984910667897, "a": 0.15808356852212727, "a by LMG": 0.1580835685221273,
        "b": 0.3286149225446624, "drivers": 2,
      ]
    ) { () throws(MetricRefusal) in
      let found = try Self(rows(x: [exampleA, exampleB, Array(repeating: 3, count: 25)]))
      return [
        found.rSquared, found.drivers[0].relativeWeight, found.drivers[0].shapley,
        found.drivers[1].relativeWeight, Double(found.drivers.count),
      ]
    },
    MetricExample("a driver and its copy", refuses: .singularDrivers) { () throws(MetricRefusal) in
      [try Self(rows(x: [exampleA, exampleA])).rSquared]
    },
    MetricExample("a driver that never varies", refuses: .noUsableDriver) {
      () throws(MetricRefusal) in [try Self(rows(x: [Array(repeating: 3, count: 25)])).rSquared]
    },
    MetricExample("as many drivers as rows", refuses: .tooFewRows) { () throws(MetricRefusal) in
      [try Self(rows(x: [[1, 2, nil], [2, 1, nil]])).rSquared]
    },
  ]

  static let exampleOutcome = [
    4.47, 5.07, 2.61, 4.01, 3.37, 4.17, 4.98, 3.02, 1.49, 4.25, 3.42, 4.31, 4.31, 4.93, 4, 4.33,
    3.19, 3.66, 3.15, 2.69, 3.98, 4.76, 4.09, 2.9, 3.56,
  ]
  static let exampleA: [Double?] = [
    5, 6, 6, 6, 3, 6, 7, 6, 2, 3, 5, 3, 5, 5, 6, 5, 3, 4, 5, 3, 5, 6, 5, 4, 3,
  ]
  static let exampleB: [Double?] = [
    6, 6, 4, 4, 4, 4, 6, 4, 3, 4, 4, 5, 6, 4, 4, 4, 3, 3, 4, 4, 6, 5, 5, 3, 4,
  ]

  private static func rows(x: [[Double?]]) throws(MetricRefusal) -> DriverMoments {
    var rows = DriverMoments(drivers: x.indices.map { "driver \($0 + 1)" })
    for place in x[0].indices {
      try rows.add(outcome: exampleOutcome[place], drivers: x.map { $0[place] })
    }
    return rows
  }
}
