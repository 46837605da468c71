/// The scale of an effort question, which fixes its direction.
///
/// The older question (2010, effort 1–5, low is good) points the other way and is another
/// question; its scores are never merged with these.
public enum EffortScale: String, Hashable, Sendable, CaseIterable {
  /// CES 2.0: agreement from 1 to 7 that the company made it easy; high is good.
  case agreement = "1-7"

  /// The scores a customer can give.
  public var scores: ScoreScale { ScoreScale(known: 1...7) }
}
