/// Complete rows of an outcome and its drivers, kept because they are to be drawn from.
///
/// - Complexity: O(k²) time and O(k) memory for a row of k drivers.
public struct DriverRows: Hashable, Sendable {
  /// What key drivers need of the rows.
  public private(set) var moments: DriverMoments

  /// Row by row, the outcome last.
  private var values: [Double] = []

  /// No rows yet.
  public init(drivers names: [String]) { moments = DriverMoments(drivers: names) }

  /// Takes in a row; one that lacks a value is left out.
  ///
  /// - Throws: `lengthMismatch` unless there is a value, or nil, for each driver; `invalidInput`
  ///   for a value that is not finite.
  public mutating func add(outcome: Double?, drivers: [Double?]) throws(MetricRefusal) {
    let before = moments.count
    try moments.add(outcome: outcome, drivers: drivers)
    guard moments.count > before else { return }
    for value in drivers { values.append(value ?? 0) }
    values.append(outcome ?? 0)
  }

  /// The usable drivers and the outcome with mean 0 and spread 1, row by row.
  func standardized() -> [Double] {
    let columns = moments.names.count + 1
    let used = moments.usable + [columns - 1]
    let scales = used.map { moments.scale(of: $0) }
    var standardized: [Double] = []
    standardized.reserveCapacity(moments.count * used.count)
    for row in 0..<moments.count {
      for (column, scale) in zip(used, scales) {
        standardized.append((values[row * columns + column] - scale.mean) / scale.spread)
      }
    }
    return standardized
  }
}
