import Foundation

/// Interval and test that the correlations have in common.
struct CorrelationInference {
  let interval: Interval?

  /// Nil, with a p-value of 0, for a correlation of 1 or −1.
  let t: Double?
  let pValue: Double?

  /// - Parameters:
  ///   - n: pairs, or for correlations within units the degrees of freedom and 2.
  ///   - inflation: the variance of Fisher’s z times n − 3, which is 1 for Pearson’s r.
  init(_ r: Double, n: Double, inflation: Double = 1, confidence: Confidence) {
    guard abs(r) < 1 else {
      interval = n > 3 ? Interval(low: r, high: r) : nil
      (t, pValue) = (nil, 0)
      return
    }
    let ratio = r * ((n - 2) / ((1 - r) * (1 + r))).squareRoot()
    t = ratio
    pValue = StudentDistribution(degreesOfFreedom: n - 2).bothTails(ratio)
    guard n > 3 else {
      interval = nil
      return
    }
    let centre = atanh(r)
    let halfWidth = confidence.z * (inflation / (n - 3)).squareRoot()
    interval = Interval(low: tanh(centre - halfWidth), high: tanh(centre + halfWidth))
  }
}
