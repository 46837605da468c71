/// Pairs of values as they stream in: what a correlation or a straight line needs of them.
///
/// - Complexity: eight words, whatever has come in.
/// - Source: T. F. Chan, G. H. Golub and R. J. LeVeque, The American Statistician 37, 1983.
public struct PairMoments: Hashable, Sendable, BitwiseCopyable {
  /// Pairs with both values.
  public private(set) var count = 0

  private var meanX = 0.0
  private var meanY = 0.0
  private(set) var squaresX = 0.0
  private(set) var squaresY = 0.0
  private(set) var products = 0.0
  private(set) var largestX = 0.0
  private(set) var largestY = 0.0

  /// Nothing has come in yet.
  public init() {}

  /// Takes in a pair; one that lacks a value is left out.
  ///
  /// - Throws: `invalidInput` for a value that is not finite.
  public mutating func add(_ x: Double?, _ y: Double?) throws(MetricRefusal) {
    guard let x, let y else { return }
    guard x.isFinite, y.isFinite else { throw .invalidInput }
    count += 1
    let n = Double(count)
    let (distanceX, distanceY) = (x - meanX, y - meanY)
    meanX += distanceX / n
    meanY += distanceY / n
    squaresX += distanceX * (x - meanX)
    squaresY += distanceY * (y - meanY)
    products += distanceX * (y - meanY)
    largestX = max(largestX, abs(x))
    largestY = max(largestY, abs(y))
  }

  /// Takes in the pairs of another part.
  public mutating func merge(_ other: Self) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let (ours, theirs) = (Double(count), Double(other.count))
    let share = theirs / (ours + theirs)
    let (distanceX, distanceY) = (other.meanX - meanX, other.meanY - meanY)
    meanX += distanceX * share
    meanY += distanceY * share
    addSpread(of: other)
    squaresX += distanceX * distanceX * ours * share
    squaresY += distanceY * distanceY * ours * share
    products += distanceX * distanceY * ours * share
  }

  /// Takes in the spread of another part about its own means, whatever these are.
  mutating func addSpread(of other: Self) {
    count += other.count
    squaresX += other.squaresX
    squaresY += other.squaresY
    products += other.products
    largestX = max(largestX, other.largestX)
    largestY = max(largestY, other.largestY)
  }

  /// Nil when either side does not vary.
  ///
  /// - Throws: `invalidInput` for values too large to compute with.
  func correlation() throws(MetricRefusal) -> Double? {
    guard squaresX.isFinite, squaresY.isFinite, products.isFinite else { throw .invalidInput }
    let n = Double(count)
    guard (squaresX / n).squareRoot() > RoundingNoise.share * largestX,
      (squaresY / n).squareRoot() > RoundingNoise.share * largestY
    else { return nil }
    let r = products / squaresX.squareRoot() / squaresY.squareRoot()
    // Points on a straight line correlate at 1, not at a rounding error less.
    return 1 - abs(r) < RoundingNoise.ofCorrelation ? (r < 0 ? -1 : 1) : r
  }
}
