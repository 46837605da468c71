import CXMetrics
import CXText
import Kernel
import Measure

/// How many comments feel how.
struct FeelingCounts: Hashable, Sendable {
  private(set) var negative = 0

  /// Neither, or both.
  private(set) var neutral = 0
  private(set) var positive = 0

  var total: Int { negative + neutral + positive }

  mutating func add(_ feeling: Feeling) {
    switch feeling {
    case .negative: negative += 1
    case .neutral: neutral += 1
    case .positive: positive += 1
    }
  }

  func count(_ feeling: Feeling) -> Int {
    switch feeling {
    case .negative: negative
    case .neutral: neutral
    case .positive: positive
    }
  }

  /// The share of one feeling, with its interval; nil without comments.
  func proportion(_ feeling: Feeling, _ confidence: Confidence) -> Proportion? {
    guard total > 0 else { return nil }
    return try? Proportion(
      successes: count(feeling),
      trials: total,
      confidence: confidence
    )
  }

  func json(_ confidence: Confidence) -> JSON {
    var object: JSONObject = ["n": .count(total)]
    for (name, feeling) in [
      ("negative", Feeling.negative), ("neutral", .neutral), ("positive", .positive),
    ] {
      object[name] = .count(count(feeling))
      let interval = proportion(feeling, confidence)?.interval
      object["\(name)_low"] = .figure(interval?.low)
      object["\(name)_high"] = .figure(interval?.high)
    }
    return .object(object)
  }
}
