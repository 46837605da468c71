/// Rows of numbers of which few are not 0.
struct SparseRows: Hashable {
  /// Where each row begins in `columns`, and one number more.
  private(set) var starts = [0]
  private(set) var columns: [UInt32] = []
  private(set) var values: [Float] = []

  var count: Int { starts.count - 1 }

  /// The places of a row’s columns and values.
  @inline(__always)
  func places(of row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// Adds a number to the row that has not ended.
  mutating func append(_ column: Int, _ value: Float) {
    columns.append(UInt32(column))
    values.append(value)
  }

  mutating func endRow() { starts.append(columns.count) }

  /// Multiplies the last numbers, from a place on.
  mutating func scale(from place: Int, by factor: Float) {
    for place in place..<values.count { values[place] *= factor }
  }

  /// Σ over a row of weights by column.
  @inline(__always)
  func product(_ row: Int, _ weights: [LabelLanes]) -> LabelLanes {
    let (weights, columns, values) = (weights.span, columns.span, values.span)
    var sum = LabelLanes.zero
    for place in places(of: row) { sum += weights[Int(columns[place])] * values[place] }
    return sum
  }
}
