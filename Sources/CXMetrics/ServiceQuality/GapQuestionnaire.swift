/// A questionnaire that asks each item twice, what is expected and what is perceived, with the
/// dimensions that its items belong to: SERVQUAL’s 22, or one made after it.
public struct GapQuestionnaire: Sendable, Equatable {
  /// Items that are judged together.
  public struct Dimension: Sendable, Equatable {
    /// As reports name it.
    public let name: String

    /// Counted from 1.
    public let items: [Int]

    /// Its share where a respondent gave no points that can be used; all shares come to 1.
    public let weight: Double

    var itemsNeeded: Int { (items.count + 1) / 2 }
  }

  /// How many items there are, also those of no dimension.
  public let items: Int

  /// In the order of reports.
  public let dimensions: [Dimension]

  /// Items that are worded negatively.
  public let negativeItems: Set<Int>

  /// The scale of all answers.
  public let scale: ScoreScale

  /// The most items of a questionnaire.
  public static let itemsMax = 1000

  /// SERVQUAL: 22 items, five dimensions, weights 11, 32, 22, 19 and 16, agreement from 1 to 7.
  public static let servqual = GapQuestionnaire(
    items: ServiceQualityItem.count,
    dimensions: ServiceQualityDimension.allCases.map {
      Dimension(
        name: $0.rawValue,
        items: Array($0.items),
        weight: DimensionWeights.usual[$0]
      )
    },
    negativeItems: [],
    scale: ServiceQualityItem.agreement
  )

  private init(
    items: Int,
    dimensions: [Dimension],
    negativeItems: Set<Int>,
    scale: ScoreScale
  ) {
    self.items = items
    self.dimensions = dimensions
    self.negativeItems = negativeItems
    self.scale = scale
  }

  /// - Parameters:
  ///   - items: how many there are.
  ///   - negativeItems: those worded the other way round.
  ///   - scale: of the answers.
  ///   - dimensions: the items of each, counted from 1; an item may stand in several.
  ///   - weights: points of each dimension, divided by their total; nil for all alike.
  /// - Throws: `invalidInput` for no dimension, a dimension without items or with an item that does
  ///   not exist, and for weights that are negative or all 0; `lengthMismatch` for weights of other
  ///   dimensions.
  public init(
    items: Int,
    dimensions: [(name: String, items: [Int])],
    weights: [Double]? = nil,
    negativeItems: Set<Int> = [],
    scale: ScoreScale = ServiceQualityItem.agreement
  ) throws(MetricRefusal) {
    guard (1...Self.itemsMax).contains(items), !dimensions.isEmpty,
      dimensions.count <= Self.itemsMax, negativeItems.allSatisfy((1...items).contains)
    else { throw .invalidInput }
    for dimension in dimensions {
      guard !dimension.items.isEmpty, Set(dimension.items).count == dimension.items.count,
        dimension.items.allSatisfy((1...items).contains)
      else { throw .invalidInput }
    }
    let points = weights ?? Array(repeating: 1, count: dimensions.count)
    guard points.count == dimensions.count else { throw .lengthMismatch }
    let total = points.reduce(0, +)
    guard points.allSatisfy({ $0 >= 0 }), total > 0, total.isFinite else { throw .invalidInput }
    self.init(
      items: items,
      dimensions: zip(dimensions, points).map {
        Dimension(name: $0.name, items: $0.items, weight: $1 / total)
      },
      negativeItems: negativeItems,
      scale: scale
    )
  }
}
