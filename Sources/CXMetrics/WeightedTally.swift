/// Scores with the weight of each response, summed by point of the scale.
///
/// Keeps what a weighted share, Kish’s effective count and a linearised standard error need,
/// so rows stream through and parts merge.
///
/// - Complexity: 4 × `size` words on the stack; no allocation ever.
public struct WeightedTally<let size: Int>: Sendable {
  /// All rows with a valid score, also those of weight 0.
  private var rows = InlineArray<size, Int>(repeating: 0)
  private var weights = InlineArray<size, Double>(repeating: 0)
  private var squares = InlineArray<size, Double>(repeating: 0)

  /// Rows with more than no weight.
  public private(set) var weightedRows = 0

  /// No responses yet.
  public init() {}

  /// A point off the scale is a programming mistake and stops the process.
  ///
  /// - Throws: `negativeWeight`, and `invalidInput` for a weight that is not finite.
  public mutating func add(_ point: Int, weight: Double) throws(MetricRefusal) {
    guard weight >= 0 || weight.isNaN else { throw .negativeWeight }
    guard weight.isFinite else { throw .invalidInput }
    rows[point] += 1
    weights[point] += weight
    squares[point] += weight * weight
    if weight > 0 { weightedRows += 1 }
  }

  /// Takes in another tally, as though its responses had been added here one by one.
  public mutating func merge(_ other: borrowing Self) {
    for point in rows.indices {
      rows[point] += other.rows[point]
      weights[point] += other.weights[point]
      squares[point] += other.squares[point]
    }
    weightedRows += other.weightedRows
  }

  /// The rows with a valid score within a range of points.
  public func rows(_ points: Range<Int>) -> Int {
    points.reduce(0) { $0 + rows[$1] }
  }

  /// The sum of weights within a range of points.
  public func weight(_ points: Range<Int>) -> Double {
    points.reduce(0) { $0 + weights[$1] }
  }

  /// The sum of squared weights within a range of points.
  func squaredWeight(_ points: Range<Int>) -> Double {
    points.reduce(0) { $0 + squares[$1] }
  }
}
