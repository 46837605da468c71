/// How the net promoter score of the same customers moved from one wave to another.
///
/// - Formula: 100 times the mean of d, d being the later contribution (+1, 0, −1) less the
///   earlier one; Student’s t on n − 1.
/// - Units: points. Range: −200 through 200.
/// - Interval: Student’s t on n − 1, not cut; nil for fewer than two pairs and when all moved
///   alike.
/// - Complexity: five counts; merges by addition.
/// - Beware: customers who answered once only do not count; compare them apart.
/// - Source: Student, Biometrika 6, 1908; codes as for `NetPromoterScore`.
public struct PairedNetPromoterDifference: Hashable, Sendable, BitwiseCopyable {
  /// Customers with a valid score in both waves.
  public let pairs: Int

  /// Points; nil without pairs.
  public let value: Double?

  /// Points; nil for fewer than two pairs.
  public let standardError: Double?
  /// Pairs less one; nil without pairs.
  public let degreesOfFreedom: Int?

  /// Nil, like p-value and interval, for fewer than two pairs and when all moved alike.
  public let t: Double?
  /// Two-sided.
  public let pValue: Double?
  /// Points.
  public let interval: Interval?

  /// Compares the two waves.
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

  /// Nobody yet.
  public init() {}

  /// Takes in one customer.
  public mutating func add(from before: RecommendGroup, to after: RecommendGroup) {
    moves.add(after.contribution - before.contribution + 2)
  }

  /// Takes in the customers of another part.
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

extension PairedNetPromoterDifference: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "6 → 9, 8 → 9, 7 → 7, 10 → 10, 3 → 8, 9 → 6, 5 → 7, 8 → 10 on 0–10",
      gives: [
        "difference": 50, "se": 42.25771273642582, "t": 1.1832159566199232,
        "p": 0.27534554870873057, "low": -49.923612353393786, "high": 149.9236123533938,
      ]
    ) { () throws(MetricRefusal) in
      figures([(6, 9), (8, 9), (7, 7), (10, 10), (3, 8), (9, 6), (5, 7), (8, 10)])
    },
    MetricExample(
      "6 → 9 twice",
      gives: ["difference": 200, "se": 0, "t": nil, "p": nil, "low": nil, "high": nil]
    ) { () throws(MetricRefusal) in figures([(6, 9), (6, 9)]) },
    MetricExample(
      "nobody twice",
      gives: ["difference": nil, "se": nil, "t": nil, "p": nil, "low": nil, "high": nil]
    ) { () throws(MetricRefusal) in figures([]) },
  ]

  private static func figures(_ pairs: [(Int, Int)]) -> [Double?] {
    var moves = NetPromoterMoves()
    for (before, after) in pairs {
      guard let before = RecommendScale.zeroToTen.group(of: before),
        let after = RecommendScale.zeroToTen.group(of: after)
      else { continue }
      moves.add(from: before, to: after)
    }
    let found = Self(moves)
    return [
      found.value, found.standardError, found.t, found.pValue, found.interval?.low,
      found.interval?.high,
    ]
  }
}
