/// Where to act: what matters to customers against how well it is done.
///
/// - Formula: cuts at the means of importance and of performance, or as given; on the cut is high.
/// - Units: those of the two columns.
/// - Complexity: O(n).
/// - Beware: the quadrants rank within one survey only; importance that customers state differs
///   from importance that drivers show.
/// - Source: J. A. Martilla and J. C. James, Journal of Marketing 41, 1977.
public struct ImportancePerformance: Hashable, Sendable {
  /// What to do about an attribute. The raw value stands in exports.
  public enum Quadrant: String, Hashable, Sendable, BitwiseCopyable {
    /// Important, done badly.
    case concentrateHere = "concentrate_here"

    /// Important, done well.
    case keepUp = "keep_up"

    /// Not important, done badly.
    case lowPriority = "low_priority"

    /// Not important, done well.
    case possibleOverkill = "possible_overkill"
  }

  /// Where importance turns high.
  public let importanceCut: Double

  /// Where performance turns high.
  public let performanceCut: Double

  /// In the order given; nil where a value is missing.
  public let quadrants: [Quadrant?]

  /// - Throws: `noData` when no attribute has both values; `invalidInput` for values that are not
  ///   finite.
  public init(
    _ attributes: [(importance: Double?, performance: Double?)],
    importanceCut: Double? = nil,
    performanceCut: Double? = nil
  ) throws(MetricRefusal) {
    var (importances, performances) = (RunningMean(), RunningMean())
    var (largestImportance, largestPerformance) = (0.0, 0.0)
    for case (let importance?, let performance?) in attributes {
      importances.add(importance)
      performances.add(performance)
      largestImportance = max(largestImportance, abs(importance))
      largestPerformance = max(largestPerformance, abs(performance))
    }
    guard let meanImportance = importances.mean, let meanPerformance = performances.mean else {
      throw .noData
    }
    let (first, second) = (importanceCut ?? meanImportance, performanceCut ?? meanPerformance)
    let isFinite = [first, second, meanImportance, meanPerformance].allSatisfy(\.isFinite)
    guard isFinite, largestImportance.isFinite, largestPerformance.isFinite else {
      throw .invalidInput
    }
    self.importanceCut = first
    self.performanceCut = second
    // A mean of values that are alike may differ from them in its last digit.
    let (lowImportance, lowPerformance) = (
      first - 1e-12 * largestImportance, second - 1e-12 * largestPerformance
    )
    quadrants = attributes.map { attribute in
      guard let importance = attribute.importance, let performance = attribute.performance else {
        return nil
      }
      return switch (importance >= lowImportance, performance >= lowPerformance) {
      case (true, false): .concentrateHere
      case (true, true): .keepUp
      case (false, false): .lowPriority
      case (false, true): .possibleOverkill
      }
    }
  }
}

extension ImportancePerformance: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "importance 0.4, 0.1, 0.3, 0.2; performance 5, 6, 6.5, 4.5",
      gives: ["importance cut": 0.25, "performance cut": 5.5, "the first: concentrate here": 1]
    ) { () throws(MetricRefusal) in
      let matrix = try Self([(0.4, 5), (0.1, 6), (0.3, 6.5), (0.2, 4.5)])
      return [
        matrix.importanceCut, matrix.performanceCut,
        matrix.quadrants[0] == .concentrateHere ? 1 : 0,
      ]
    },
    MetricExample("no attribute with both values", refuses: .noData) {
      () throws(MetricRefusal) in [try Self([(0.4, nil), (nil, 3)]).importanceCut]
    },
  ]
}
