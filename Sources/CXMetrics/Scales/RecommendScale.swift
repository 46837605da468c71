/// The scale of the question “how likely are you to recommend us?”
///
/// Scores on the two scales are never compared or trended across: 1–10 has one detractor step
/// fewer and no zero. Store the scale with the question.
///
/// - Source: F. F. Reichheld, “The One Number You Need to Grow”,
///   Harvard Business Review 81(12), 2003.
public enum RecommendScale: String, Hashable, Sendable, CaseIterable {
  /// 0 through 10, as first published.
  case zeroToTen = "0-10"

  /// 1 through 10, without a zero.
  case oneToTen = "1-10"

  /// The scores a customer can give.
  public var scores: ScoreScale {
    switch self {
    case .zeroToTen: ScoreScale(known: 0...10)
    case .oneToTen: ScoreScale(known: 1...10)
    }
  }

  /// The group of customers a score puts someone in; nil off the scale.
  public func group(of score: Int) -> RecommendGroup? {
    guard scores.point(of: score) != nil else { return nil }
    return score >= 9 ? .promoter : score >= 7 ? .passive : .detractor
  }
}

/// Promoters give 9 or 10, passives 7 or 8, detractors less.
public enum RecommendGroup: String, Hashable, Sendable, CaseIterable {
  /// 9 or 10: likely to come back and to bring others.
  case promoter

  /// 7 or 8: content, and free to leave.
  case passive

  /// 6 or less: likely to warn others.
  case detractor

  /// What one answer adds to the score: +1, 0 or −1.
  public var contribution: Int {
    switch self {
    case .promoter: 1
    case .passive: 0
    case .detractor: -1
    }
  }
}
