/// A net promoter score with its shares and every interval in use.
///
/// All figures are nil without responses. Report `value` with `adjusted`.
public struct NetPromoterSummary: Hashable, Sendable, BitwiseCopyable {
  /// What the figures rest on.
  public let counts: NetPromoterCounts

  /// Points.
  public let value: Double?

  /// Of one answer coded +1, 0 or −1, divided by n.
  public let variance: Double?

  /// Points.
  public let standardError: Double?

  /// The score ± z standard errors; a single point, hence useless, when `counts.isUnanimous`.
  public let wald: Interval?

  /// The interval to report.
  public let adjusted: Interval?

  /// By Student’s t, for comparison with tools that average the codes; nil for one response, and
  /// not cut at ±100.
  public let student: Interval?

  init(counts: NetPromoterCounts, confidence: Confidence) {
    self.counts = counts
    value = counts.value
    guard let value else {
      (variance, standardError, wald, adjusted, student) = (nil, nil, nil, nil, nil)
      return
    }
    let spread = counts.spread
    variance = spread.variance
    standardError = spread.standardError
    wald = spread.interval(at: confidence)
    adjusted = spread.adjusted.interval(at: confidence)
    if counts.total > 1 {
      let degrees = spread.n - 1
      let error = 100 * (spread.variance / degrees).squareRoot()
      student = .around(value, halfWidth: confidence.t(degreesOfFreedom: degrees) * error)
    } else {
      student = nil
    }
  }

  /// Of the responses.
  public var percentPromoters: Double? { percent(counts.promoters) }
  /// Of the responses.
  public var percentPassives: Double? { percent(counts.passives) }
  /// Of the responses.
  public var percentDetractors: Double? { percent(counts.detractors) }

  private func percent(_ part: Int) -> Double? {
    value == nil ? nil : 100 * Double(part) / Double(counts.total)
  }
}
