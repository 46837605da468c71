/// How much each dimension counts, as shares that add up to 1.
///
/// - Source: V. A. Zeithaml, A. Parasuraman and L. L. Berry, “Delivering Quality Service”, 1990,
///   for dividing 100 points between the dimensions and for the usual 11, 32, 22, 19 and 16.
public struct DimensionWeights: Sendable, Equatable {
  /// What is meant when nobody says otherwise: 11, 32, 22, 19 and 16 of 100.
  public static let usual = DimensionWeights(shares: ByDimension { usualPoints[$0.place] / 100 })

  private static let usualPoints: [Double] = [11, 32, 22, 19, 16]

  /// How far the points that a respondent gave may be from 100 together.
  public static let pointsTolerance = 0.5

  private let shares: ByDimension<Double>

  private init(shares: ByDimension<Double>) { self.shares = shares }

  /// Any points, divided by their total.
  ///
  /// - Throws: `invalidInput` when points are negative or not finite, or all are 0.
  public init(_ points: ByDimension<Double>) throws(MetricRefusal) {
    var total = 0.0
    for dimension in ServiceQualityDimension.allCases {
      guard points[dimension] >= 0 else { throw .invalidInput }
      total += points[dimension]
    }
    guard total > 0, total.isFinite else { throw .invalidInput }
    self.init(shares: ByDimension { points[$0] / total })
  }

  /// The 100 points as a respondent gave them; nil unless all five are there, none is negative and
  /// together they are 100, give or take half a point.
  public init?(respondentPoints points: ByDimension<Double?>) {
    var total = 0.0
    for dimension in ServiceQualityDimension.allCases {
      guard let given = points[dimension], given >= 0 else { return nil }
      total += given
    }
    // Points such as 20.1 do not add up exactly in binary.
    guard abs(total - 100) <= Self.pointsTolerance + 1e-9 else { return nil }
    self.init(shares: ByDimension { (points[$0] ?? 0) / total })
  }

  /// The share of a dimension.
  public subscript(dimension: ServiceQualityDimension) -> Double { shares[dimension] }

  /// The weighted mean of five figures; nil unless all are there.
  func mean(of figures: ByDimension<Double?>) -> Double? {
    var sum = 0.0
    for dimension in ServiceQualityDimension.allCases {
      guard let figure = figures[dimension] else { return nil }
      sum += shares[dimension] * figure
    }
    return sum
  }
}
