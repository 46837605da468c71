import CXMetrics

/// Who says what in which period.
struct PeriodCounts {
  let periods: ClosedRange<Int>
  private let index: PhraseIndex
  /// Of each comment, from 0; -1 for those outside.
  private let places: [Int32]
  /// By period.
  private let comments: [Int]

  /// Nil without comments in the last period, or before.
  init?(_ index: PhraseIndex, _ given: [Int?], last: Int?, past: Int) {
    let given = given.prefix(index.corpus.count)
    guard past > 0, let last = last ?? given.lazy.compactMap(\.self).max() else { return nil }
    // Far back enough for what is asked, and no further than there are comments.
    let known = given.lazy.compactMap(\.self).filter { $0 <= last }
    let (back, isBeyond) = last.subtractingReportingOverflow(min(past, 520))
    guard !isBeyond, let oldest = known.filter({ $0 >= back }).min() else { return nil }
    periods = oldest...last
    self.index = index
    var places = Array(repeating: Int32(-1), count: index.corpus.count)
    var comments = Array(repeating: 0, count: last - oldest + 1)
    for (comment, period) in given.enumerated() {
      guard let period, periods.contains(period) else { continue }
      places[comment] = Int32(truncatingIfNeeded: period - oldest)
      comments[period - oldest] += 1
    }
    self.places = places
    self.comments = comments
    guard comments.count > 1, comments[comments.count - 1] > 0 else { return nil }
  }

  var pastComments: [Int] { Array(comments.dropLast()) }

  func isLast(_ comment: UInt32) -> Bool { Int(places[Int(comment)]) == comments.count - 1 }

  func counts(_ phrase: Int) -> [Int] { counts(over: index.saying(phrase)) }

  func counts(over said: some Sequence<UInt32>) -> [Int] {
    var counts = Array(repeating: 0, count: comments.count)
    for comment in said where places[Int(comment)] >= 0 { counts[Int(places[Int(comment)])] += 1 }
    return counts
  }

  /// The phrases that would be clear if all their mentions were of the last period; rarer ones
  /// show nothing.
  func comparable(risk: Double, includesVerdicts: Bool) -> [Int] {
    let now = comments[comments.count - 1]
    let least = (1...now).first { RateRise.pValue(Double($0), 0, chance: chance) <= risk }
    return index.phrases.indices.filter {
      !index.phrases[$0].isFragment && index.phrases[$0].comments.count >= least ?? now + 1
        && (includesVerdicts || !index.isVerdict($0))
    }
  }

  /// The share of all comments that the last period has.
  private var chance: Double {
    Double(comments[comments.count - 1]) / Double(comments.reduce(0, +))
  }

  /// That of ``RateRise``, which finds its interval as well and takes longer.
  func pValue(_ counts: [Int], dispersion: Double) -> Double {
    RateRise.pValue(
      Double(counts[counts.count - 1]) / max(1, dispersion),
      Double(counts.dropLast().reduce(0, +)) / max(1, dispersion),
      chance: chance
    )
  }

  func rise(
    _ counts: [Int],
    _ dispersion: Double,
    _ confidence: Confidence
  ) throws(MetricRefusal) -> RateRise {
    try RateRise(
      now: (counts.last ?? 0, comments.last ?? 0),
      past: (counts.dropLast().reduce(0, +), pastComments.reduce(0, +)),
      dispersion: dispersion,
      confidence: confidence
    )
  }

  func finding(
    _ phrase: Int,
    dispersion: Double,
    adjustedPValue: Double,
    confidence: Confidence,
    quotes: [Int]
  ) throws(MetricRefusal) -> RisingPhrases.Finding {
    let counts = counts(phrase)
    return RisingPhrases.Finding(
      phrase: phrase,
      text: index.text(of: phrase),
      rise: try rise(counts, dispersion, confidence),
      adjustedPValue: adjustedPValue,
      dispersion: dispersion,
      now: try Proportion(
        successes: counts.last ?? 0,
        trials: comments.last ?? 0,
        confidence: confidence
      ),
      past: try Proportion(
        successes: counts.dropLast().reduce(0, +),
        trials: pastComments.reduce(0, +),
        confidence: confidence
      ),
      counts: counts,
      quotes: quotes
    )
  }
}
