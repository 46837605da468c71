/// How the net promoter score of the same customers moved from one wave to another.
///
/// - Formula: 100 times the mean of d, d being the later contribution (+1, 0, −1) less the
///   earlier one; Student’s t on n − 1.
/// - Units: points. Range: −200 through 200.
public struct PairedNetPromoterDifference: Hashable, Sendable, BitwiseCopyable {
  /// Customers with a valid score in both waves.
  public let pairs: Int

  /// Points; nil without pairs.
  public let value: Double?

  /// Points; nil for fewer than two pairs.
  public let standardError: Double?
  public let degreesOfFreedom: Int?

  /// Nil, like p-value and interval, for fewer than two pairs and when all moved alike.
  public let t: Double?
  public let pValue: Double?
  public let interval: Interval?

  public init(_ moves: NetPromoterMoves, confidence: Confidence = .standard) {
    pairs = moves.pairs
    guard pairs > 0 else {
      (value, standardError, degreesOfFreedom, t, pValue, interval) = (nil, nil, nil, nil, nil, nil)
      return
    }
    let n = Double(pairs)
    let mean = moves.mean
    value = 100 * mean
    degreesOfFreedom = pairs - 1
    guard pairs > 1 else {
      (standardError, t, pValue, interval) = (nil, nil, nil, nil)
      return
    }
    let error = 100 * (moves.squaredDeviations / (n - 1) / n).squareRoot()
    standardError = error
    guard error > 0 else {
      (t, pValue, interval) = (nil, nil, nil)
      return
    }
    let ratio = 100 * mean / error
    t = ratio
    pValue = StudentDistribution(degreesOfFreedom: n - 1).bothTails(ratio)
    interval = .around(
      100 * mean,
      halfWidth: confidence.t(degreesOfFreedom: n - 1) * error
    )
  }
}

/// How many customers moved how far between the groups, from −2 to +2.
public struct NetPromoterMoves: Sendable {
  /// Point 2 is no move.
  private var moves = Tally<5>()

  public init() {}

  /// Takes in one customer.
  public mutating func add(from before: RecommendGroup, to after: RecommendGroup) {
    moves.add(after.contribution - before.contribution + 2)
  }

  public mutating func merge(_ other: Self) { moves.merge(other.moves) }

  var pairs: Int { moves.total }

  var mean: Double {
    (0..<5).reduce(0) { $0 + Double(moves[$1]) * Double($1 - 2) } / Double(pairs)
  }

  /// Exactly 0 when all moved alike.
  var squaredDeviations: Double {
    if (0..<5).contains(where: { moves[$0] == pairs }) { return 0 }
    let mean = mean
    return (0..<5).reduce(0) { sum, point in
      let deviation = Double(point - 2) - mean
      return sum + Double(moves[point]) * deviation * deviation
    }
  }
}
