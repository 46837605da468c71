/// What Cronbach’s alpha needs of rows that stream in.
public struct ItemCovariances: Hashable, Sendable {
  /// One column beside the total of the others.
  private struct Column: Hashable, Sendable, BitwiseCopyable {
    var mean = 0.0
    var squares = 0.0
    var restMean = 0.0
    var restSquares = 0.0
    var products = 0.0
  }

  /// Complete rows.
  public private(set) var rows = 0
  private var table: [Column]
  private var total = RunningMean()
  private var largest = 0.0

  /// No rows yet, of so many columns.
  public init(columns: Int) { table = Array(repeating: Column(), count: max(0, columns)) }

  /// Columns of a row.
  public var columns: Int { table.count }

  /// Takes in a row; one that lacks a value is left out.
  ///
  /// - Throws: `lengthMismatch` for a row of another length, `invalidInput` for a value that is not
  ///   finite.
  public mutating func add(_ row: some Collection<Double?>) throws(MetricRefusal) {
    guard row.count == table.count else { throw .lengthMismatch }
    var sum = 0.0
    var isComplete = true
    for value in row {
      guard let value else {
        isComplete = false
        continue
      }
      guard value.isFinite else { throw .invalidInput }
      sum += value
    }
    guard isComplete else { return }
    rows += 1
    let n = Double(rows)
    for (place, value) in row.enumerated() {
      let value = value ?? 0
      largest = max(largest, abs(value))
      let rest = sum - value
      let (distance, restDistance) = (value - table[place].mean, rest - table[place].restMean)
      table[place].mean += distance / n
      table[place].restMean += restDistance / n
      let restAfter = rest - table[place].restMean
      table[place].squares += distance * (value - table[place].mean)
      table[place].restSquares += restDistance * restAfter
      table[place].products += distance * restAfter
    }
    total.add(sum)
    largest = max(largest, abs(sum))
  }

  /// Takes in the rows of another part.
  ///
  /// - Throws: `lengthMismatch` when it has other columns.
  public mutating func merge(_ other: Self) throws(MetricRefusal) {
    guard other.columns == columns else { throw .lengthMismatch }
    guard other.rows > 0 else { return }
    let (ours, theirs) = (Double(rows), Double(other.rows))
    let share = theirs / (ours + theirs)
    for place in table.indices {
      let part = other.table[place]
      let (distance, restDistance) = (
        part.mean - table[place].mean, part.restMean - table[place].restMean
      )
      table[place].mean += distance * share
      table[place].restMean += restDistance * share
      table[place].squares += part.squares + distance * distance * ours * share
      table[place].restSquares += part.restSquares + restDistance * restDistance * ours * share
      table[place].products += part.products + distance * restDistance * ours * share
    }
    rows += other.rows
    total.merge(other.total)
    largest = max(largest, other.largest)
  }

  var totalVariance: Double { total.variance ?? 0 }

  var sumOfVariances: Double {
    table.reduce(0) { $0 + $1.squares } / Double(rows - 1)
  }

  /// A variance no larger than this is rounding.
  var noise: Double {
    let spread = RoundingNoise.share * largest
    return spread * spread
  }

  func item(_ place: Int) -> CronbachAlpha.Item {
    let column = table[place]
    let freedom = Double(rows - 1)
    let (variance, rest) = (column.squares / freedom, column.restSquares / freedom)
    let others = Double(columns - 1)
    let isAlone = columns < 3 || rest <= noise
    let isFlat = variance <= noise || rest <= noise
    let correlation = column.products / (column.squares * column.restSquares).squareRoot()
    return CronbachAlpha.Item(
      alphaIfDeleted: isAlone
        ? nil : others / (others - 1) * (1 - (sumOfVariances - variance) / rest),
      itemRestCorrelation: isFlat ? nil : min(1, max(-1, correlation))
    )
  }
}
