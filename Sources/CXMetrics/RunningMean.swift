/// The mean and the spread of values that stream in, in one pass, with Student’s interval.
///
/// Values are centred as they come, so nothing cancels however many there are, and values that are
/// all alike have a spread of exactly 0.
///
/// - Complexity: four words, whatever has come in.
/// - Source: B. P. Welford, Technometrics 4, 1962; T. F. Chan, G. H. Golub and R. J. LeVeque, The
///   American Statistician 37, 1983, for merging.
public struct RunningMean: Hashable, Sendable, BitwiseCopyable {
  /// How many values came in.
  public private(set) var count = 0

  private var centre = 0.0
  private var squares = 0.0

  /// Nothing has come in yet.
  public init() {}

  /// Takes in one value.
  public mutating func add(_ value: Double) {
    count += 1
    let distance = value - centre
    centre += distance / Double(count)
    squares += distance * (value - centre)
  }

  /// Takes in the values of another, as though they had been added here.
  public mutating func merge(_ other: Self) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let (ours, theirs) = (Double(count), Double(other.count))
    let distance = other.centre - centre
    centre += distance * (theirs / (ours + theirs))
    squares += other.squares + distance * distance * (ours * theirs / (ours + theirs))
    count += other.count
  }

  /// Nil while nothing has come in.
  public var mean: Double? { count > 0 ? centre : nil }

  /// Divided by n − 1; nil for fewer than two values.
  public var variance: Double? { count > 1 ? max(0, squares) / Double(count - 1) : nil }

  /// Divided by n − 1; nil for fewer than two values.
  public var standardDeviation: Double? { variance?.squareRoot() }

  /// Student’s interval of the mean; nil for fewer than two values.
  public func interval(at confidence: Confidence = .standard) -> Interval? {
    guard let standardDeviation else { return nil }
    let n = Double(count)
    let error = standardDeviation / n.squareRoot()
    return .around(centre, halfWidth: confidence.t(degreesOfFreedom: n - 1) * error)
  }
}
