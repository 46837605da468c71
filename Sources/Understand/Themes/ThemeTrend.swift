import CXMetrics
import CXText
import Kernel
import Measure

/// How often a theme is spoken of from period to period, and whether that changed in the last.
struct ThemeTrend: Hashable, Sendable {
  /// The share of each period’s comments, 0 through 1; nil in a period without comments.
  let shares: [Double?]

  /// The last period beside those before it.
  let rise: RateRise?

  enum Direction: String, Hashable, Sendable { case more, less, same }

  /// - Parameters:
  ///   - mentions: by period, the oldest first.
  ///   - comments: the same, of all comments.
  ///   - themes: how many are looked at, each of which could rise by chance.
  init(mentions: [Int], comments: [Int], themes: Int, _ confidence: Confidence) {
    shares = zip(mentions, comments).map { $1 > 0 ? Double($0) / Double($1) : nil }
    let past = max(0, mentions.count - 1 - Self.pastMax)..<max(0, mentions.count - 1)
    let risk = (1 - confidence.level) / Double(max(1, themes))
    rise =
      past.isEmpty
      ? nil
      : try? RateRise(
        now: (mentions[past.upperBound], comments[past.upperBound]),
        past: (mentions[past].reduce(0, +), comments[past].reduce(0, +)),
        confidence: (try? Confidence(1 - risk)) ?? confidence
      )
  }

  /// Periods before the last that it is compared with, as for rising phrases.
  private static let pastMax = 12

  var direction: Direction {
    guard let rise else { return .same }
    if rise.low > 1 { return .more }
    return (rise.high ?? .infinity) < 1 ? .less : .same
  }

  var json: JSON {
    [
      "shares": .array(shares.map { .figure($0) }), "change": .figure(rise?.ratio),
      "low": .figure(rise?.low), "high": .figure(rise?.high),
      "direction": .string(direction.rawValue),
    ]
  }
}
