/// What unequal weights cost: how many respondents of equal weight would say as much.
///
/// - Formula: design effect = n Σw² / (Σw)²; effective count = n / design effect (Kish).
/// - Units: a factor of 1 or more; respondents.
/// - Interval: none; put the effective count where an interval asks for n.
/// - Complexity: three sums; merges by addition.
/// - Source: L. Kish, “Survey Sampling”, 1965.
public struct WeightSpread: Hashable, Sendable {
  private var rows = 0.0
  private var sum = CompensatedSum()
  private var squares = CompensatedSum()

  /// Nobody yet.
  public init() {}

  /// Takes in respondents of one weight.
  public mutating func add(_ weight: Double, times: Int = 1) {
    rows += Double(times)
    sum.add(Double(times) * weight)
    squares.add(Double(times) * weight * weight)
  }

  /// Takes in the respondents of another part.
  public mutating func merge(_ other: Self) {
    rows += other.rows
    sum.merge(other.sum)
    squares.merge(other.squares)
  }

  /// How much larger the sample would have to be than one of equal weights; nil without weight.
  public var designEffect: Double? {
    let whole = sum.value
    guard whole > 0, squares.value > 0 else { return nil }
    let effect = rows / whole * (squares.value / whole)
    return effect.isFinite ? effect : nil
  }

  /// The respondents of equal weight that say as much; nil without weight.
  public var effectiveCount: Double? { designEffect.map { rows / $0 } }
}

extension WeightSpread: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "30 respondents of weight 1.8, 60 of 0.6",
      gives: ["design effect": 1.32, "effective count": 68.18181818181817]
    ) { () throws(MetricRefusal) in
      var spread = Self()
      spread.add(1.8, times: 30)
      spread.add(0.6, times: 60)
      return [spread.designEffect, spread.effectiveCount]
    },
    MetricExample("nobody", gives: ["design effect": nil, "effective count": nil]) {
      () throws(MetricRefusal) in
      [Self().designEffect, Self().effectiveCount]
    },
  ]
}

/// Weights that are too large are cut, and it is said how many.
public enum WeightTrimming {
  /// A respondent who would speak for more than five others of their kind.
  public static let largest = 5.0

  /// Cuts weights above the largest one allowed; means need no rescaling.
  ///
  /// - Returns: how many were cut; say so wherever the figure is shown.
  public static func trim(_ weights: inout [Double], above largest: Double = Self.largest) -> Int {
    var trimmed = 0
    for index in weights.indices where weights[index] > largest {
      weights[index] = largest
      trimmed += 1
    }
    return trimmed
  }
}
