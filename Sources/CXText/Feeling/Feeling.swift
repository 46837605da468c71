/// How the writer of a comment, or of a part of one, felt.
public enum Feeling: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// Bad.
  case negative = -1
  /// Neither good nor bad, or some of both.
  case neutral = 0
  /// Good.
  case positive = 1

  /// What it is called as a label of a ``TextModel``.
  public var label: String {
    switch self {
    case .negative: "negative"
    case .neutral: "neutral"
    case .positive: "positive"
    }
  }

  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
