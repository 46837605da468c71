/// One respondent’s figures: gaps under SERVQUAL, perceptions under SERVPERF.
public struct ServiceQualityRespondent: Sendable, Equatable {
  /// Whose weights the weighted figure was made with. The raw value stands in exports.
  public enum WeightsSource: String, Hashable, Sendable, BitwiseCopyable {
    /// The respondent’s own hundred points.
    case respondent

    /// Those of the study, because the respondent gave none that can be used.
    case usual = "default"
  }

  /// The mean over usable items; nil where fewer than half of the items, rounded up, are usable.
  public let dimensions: ByDimension<Double?>

  /// The plain mean of the five dimensions; nil, like `weighted`, unless all five are there.
  public let unweighted: Double?

  /// The mean of the five dimensions by their weights.
  public let weighted: Double?

  /// Whose weights these were.
  public let weightsSource: WeightsSource

  /// - Parameter item: an item’s whole points, counted from 1; nil where the item is not usable.
  init(points: ByDimension<Double?>?, usual: DimensionWeights, item: (Int) -> Int?) {
    dimensions = ByDimension { dimension in
      var (sum, usable) = (0, 0)
      for number in dimension.items {
        guard let value = item(number) else { continue }
        sum += value
        usable += 1
      }
      return usable >= dimension.itemsNeeded ? Double(sum) / Double(usable) : nil
    }
    let own = points.flatMap(DimensionWeights.init(respondentPoints:))
    weightsSource = own == nil ? .usual : .respondent
    weighted = (own ?? usual).mean(of: dimensions)
    var sum = 0.0
    for dimension in ServiceQualityDimension.allCases { sum += dimensions[dimension] ?? 0 }
    unweighted = weighted == nil ? nil : sum / 5
  }
}

/// What all respondents’ figures come to, as they stream in.
public struct ServiceQualityTotals: Sendable {
  private var dimensions = ByDimension { _ in RunningMean() }

  /// The respondents’ unweighted figures; its count is that of respondents with all five
  /// dimensions.
  public private(set) var unweighted = RunningMean()

  /// The respondents’ weighted figures.
  public private(set) var weighted = RunningMean()

  /// Respondents whose own points were used.
  public private(set) var withOwnWeights = 0

  /// All respondents, also those without a usable answer.
  public private(set) var respondents = 0

  init() {}

  mutating func add(_ respondent: ServiceQualityRespondent) {
    respondents += 1
    if respondent.weightsSource == .respondent { withOwnWeights += 1 }
    for dimension in ServiceQualityDimension.allCases {
      guard let figure = respondent.dimensions[dimension] else { continue }
      dimensions[dimension].add(figure)
    }
    if let figure = respondent.unweighted { unweighted.add(figure) }
    if let figure = respondent.weighted { weighted.add(figure) }
  }

  mutating func merge(_ other: Self) {
    respondents += other.respondents
    withOwnWeights += other.withOwnWeights
    for dimension in ServiceQualityDimension.allCases {
      dimensions[dimension].merge(other.dimensions[dimension])
    }
    unweighted.merge(other.unweighted)
    weighted.merge(other.weighted)
  }

  /// The respondents’ figures for a dimension: count, mean and interval.
  public subscript(dimension: ServiceQualityDimension) -> RunningMean { dimensions[dimension] }
}
