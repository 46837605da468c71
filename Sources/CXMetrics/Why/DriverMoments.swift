/// Rows of an outcome and its drivers as they stream in: what key drivers need of them.
///
/// - Complexity: O(k²) for a row of k drivers, and O(k²) memory; parts merge.
public struct DriverMoments: Hashable, Sendable {
  /// The names of the drivers, in the order of the columns.
  public let names: [String]

  /// Complete rows.
  public private(set) var count = 0

  /// The outcome stands behind the drivers.
  private var means: [Double]
  private var largest: [Double]
  private var row: [Double]

  /// Sums of products of deviations, a row of the square for each column.
  private var products: [Double]

  /// No rows yet.
  public init(drivers names: [String]) {
    self.names = names
    let columns = names.count + 1
    means = Array(repeating: 0, count: columns)
    largest = means
    row = means
    products = Array(repeating: 0, count: columns * columns)
  }

  private var columns: Int { means.count }

  /// Takes in a row; one that lacks a value is left out.
  ///
  /// - Throws: `lengthMismatch` unless there is a value, or nil, for each driver; `invalidInput`
  ///   for a value that is not finite.
  public mutating func add(
    outcome: Double?,
    drivers: some Collection<Double?>
  ) throws(MetricRefusal) {
    guard drivers.count == names.count else { throw .lengthMismatch }
    var isComplete = outcome != nil
    row[columns - 1] = outcome ?? 0
    for (place, value) in drivers.enumerated() {
      isComplete = isComplete && value != nil
      row[place] = value ?? 0
    }
    guard row.allSatisfy(\.isFinite) else { throw .invalidInput }
    guard isComplete else { return }
    count += 1
    for column in 0..<columns {
      largest[column] = max(largest[column], abs(row[column]))
      row[column] -= means[column]
      means[column] += row[column] / Double(count)
    }
    let weight = Double(count - 1) / Double(count)
    for left in 0..<columns {
      let weighted = row[left] * weight
      for right in 0...left { products[left * columns + right] += weighted * row[right] }
    }
  }

  /// Takes in the rows of another part.
  ///
  /// - Throws: `lengthMismatch` when it has other drivers.
  public mutating func merge(_ other: Self) throws(MetricRefusal) {
    guard other.names == names else { throw .lengthMismatch }
    guard other.count > 0 else { return }
    let (ours, theirs) = (Double(count), Double(other.count))
    let share = theirs / (ours + theirs)
    for column in 0..<columns {
      row[column] = other.means[column] - means[column]
      means[column] += row[column] * share
      largest[column] = max(largest[column], other.largest[column])
    }
    for left in 0..<columns {
      for right in 0...left {
        products[left * columns + right] +=
          other.products[left * columns + right] + row[left] * row[right] * ours * share
      }
    }
    count += other.count
  }

  /// Drivers that vary, by their columns.
  var usable: [Int] { names.indices.filter(varies) }

  /// Names of the drivers that do not.
  var constant: [String] { names.indices.filter { !varies($0) }.map { names[$0] } }

  private func varies(_ column: Int) -> Bool {
    guard count > 0 else { return false }
    let spread = (products[column * columns + column] / Double(count)).squareRoot()
    return spread > RoundingNoise.share * largest[column]
  }

  func scale(of column: Int) -> (mean: Double, spread: Double) {
    let variance = products[column * columns + column] / Double(max(1, count))
    return (means[column], variance.squareRoot())
  }

  /// The correlations of the usable drivers with each other and with the outcome.
  ///
  /// - Throws: in this order `invalidInput` for values too large to compute with, `noUsableDriver`,
  ///   `tooFewRows`, `constantOutcome`.
  func correlations() throws(MetricRefusal) -> DriverCorrelations {
    guard products.allSatisfy(\.isFinite) else { throw .invalidInput }
    let usable = usable
    guard !usable.isEmpty else { throw .noUsableDriver }
    guard count > usable.count + 1 else { throw .tooFewRows }
    guard varies(columns - 1) else { throw .constantOutcome }
    return DriverCorrelations(columns: usable + [columns - 1]) { left, right in
      products[left * columns + right]
    }
  }
}

/// The correlations of drivers with each other and with the outcome.
struct DriverCorrelations: Sendable {
  /// How many drivers there are.
  let count: Int

  /// A full square, row by row.
  let drivers: [Double]
  let outcome: [Double]

  /// - Parameters:
  ///   - columns: of the drivers and, last, of the outcome, in rising order.
  ///   - product: a covariance or a multiple of it, the left column not before the right one.
  init(columns: [Int], product: (_ left: Int, _ right: Int) -> Double) {
    let k = columns.count - 1
    let scales = columns.map { 1 / product($0, $0).squareRoot() }
    var square = [Double](repeating: 1, count: k * k)
    var outcome = [Double](repeating: 0, count: k)
    for left in 0..<k {
      outcome[left] = product(columns[k], columns[left]) * scales[k] * scales[left]
      for right in 0..<left {
        let r = product(columns[left], columns[right]) * scales[left] * scales[right]
        square[left * k + right] = r
        square[right * k + left] = r
      }
    }
    count = k
    drivers = square
    self.outcome = outcome
  }
}
