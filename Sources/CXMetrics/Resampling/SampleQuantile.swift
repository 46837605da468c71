/// The point below which a share of a sample lies, between two values where it falls between them.
///
/// - Formula: type 7: h = (n − 1)p; from the value ⌊h⌋ places up, h − ⌊h⌋ of the way to the next.
/// - Units: those of the sample. Nil for an empty sample.
/// - Complexity: O(1) once sorted.
/// - Source: R. J. Hyndman and Y. Fan, The American Statistician 50, 1996.
public enum SampleQuantile {
  /// - Parameters:
  ///   - share: from 0 through 1; farther out is cut.
  ///   - sorted: the sample in rising order.
  public static func value(at share: Double, ofSorted sorted: [Double]) -> Double? {
    guard let last = sorted.last, !share.isNaN else { return nil }
    let place = Double(sorted.count - 1) * min(1, max(0, share))
    let below = Int(place)
    guard below + 1 < sorted.count else { return last }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }

  /// The interval that leaves out the same share on both sides.
  static func interval(ofSorted sorted: [Double], at confidence: Confidence) -> Interval? {
    guard let low = value(at: confidence.risk / 2, ofSorted: sorted),
      let high = value(at: 1 - confidence.risk / 2, ofSorted: sorted)
    else { return nil }
    return Interval(low: low, high: high)
  }
}

extension SampleQuantile: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample("1, 2, 4, 8 at ¼, ½ and 1", gives: ["¼": 1.75, "½": 3, "1": 8]) {
      [0.25, 0.5, 1].map { value(at: $0, ofSorted: [1, 2, 4, 8]) }
    },
    MetricExample("no values", gives: ["½": nil]) { [value(at: 0.5, ofSorted: [])] },
  ]
}
