public import CXMetrics

/// What came true of probabilities: of all labels given with about 70 %, seven in ten should be
/// right.
///
/// - Formula: labels are sorted by their probability into ten bins; the calibration error is the
///   mean over all labels of how far their bin’s mean probability is from the share that came true.
/// - Range: 0 through 1; 0 is best.
/// - Complexity: O(1) for a label; curves merge.
/// - Source: M. Pakdaman Naeini, G. Cooper and M. Hauskrecht, AAAI 2015.
public struct CalibrationCurve: Hashable, Sendable {
  /// From the least to the greatest probabilities; a bin may be empty.
  public private(set) var bins = Array(repeating: Bin(), count: 10)

  /// Labels with about the same probability.
  public struct Bin: Hashable, Sendable {
    /// Labels judged.
    public fileprivate(set) var count = 0

    /// Those that people gave too.
    public fileprivate(set) var hits = 0

    fileprivate var sum = 0.0

    /// The mean probability; nil in an empty bin.
    public var probability: Double? { count > 0 ? sum / Double(count) : nil }

    /// The share that came true, with its interval; nil in an empty bin.
    ///
    /// - Parameter confidence: of the interval.
    public func share(confidence: Confidence = .standard) -> Proportion? {
      try? Proportion(successes: hits, trials: count, confidence: confidence)
    }
  }

  /// No labels yet.
  public init() {}

  /// Takes in a label’s probability, from 0 through 1, and whether people gave it.
  public mutating func add(_ probability: Double, _ isTrue: Bool) {
    let bin = min(9, max(0, Int(10 * probability)))
    bins[bin].count += 1
    bins[bin].sum += probability
    if isTrue { bins[bin].hits += 1 }
  }

  /// Takes in the labels of another curve.
  public mutating func merge(_ other: Self) {
    for (place, bin) in other.bins.enumerated() {
      bins[place].count += bin.count
      bins[place].hits += bin.hits
      bins[place].sum += bin.sum
    }
  }

  /// Nil without labels.
  public var error: Double? {
    let count = bins.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    return bins.reduce(0) { $0 + abs($1.sum - Double($1.hits)) } / Double(count)
  }
}
