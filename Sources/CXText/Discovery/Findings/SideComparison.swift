import CXMetrics

/// Who mentions what, in two groups and in all comments.
struct SideComparison {
  private let index: PhraseIndex
  let sides: [DistinctivePhrases.Side?]
  /// Comments that say each phrase: x in the group asked about, y in the other.
  let counts: [SIMD2<Int>]
  /// Comments of each group.
  let comments: SIMD2<Int>
  private let mentions: SIMD2<Int>
  private let totals: [Int]
  private let total: Int
  private let priorWeight: Double

  init(index: PhraseIndex, sides given: [DistinctivePhrases.Side?], priorWeight: Double) {
    let missing = max(0, index.corpus.count - given.count)
    let sides = given.prefix(index.corpus.count) + Array(repeating: nil, count: missing)
    self.sides = Array(sides)
    self.index = index
    self.priorWeight = priorWeight
    comments = sides.reduce(into: SIMD2(0, 0)) { $0 &+= Self.one($1) }
    let counts = index.phrases.indices.map { phrase in
      index.saying(phrase).reduce(into: SIMD2(0, 0)) { $0 &+= Self.one(sides[Int($1)]) }
    }
    self.counts = counts
    mentions = counts.reduce(into: SIMD2(0, 0)) { $0 &+= $1 }
    totals = index.phrases.map(\.comments.count)
    total = totals.reduce(0, +)
  }

  private static func one(_ side: DistinctivePhrases.Side?) -> SIMD2<Int> {
    switch side {
    case .asked: SIMD2(1, 0)
    case .other: SIMD2(0, 1)
    case nil: SIMD2(0, 0)
    }
  }

  func counts(over comments: [UInt32]) -> SIMD2<Int> {
    comments.reduce(into: SIMD2(0, 0)) { $0 &+= Self.one(sides[Int($1)]) }
  }

  func ratios(of phrases: [Int]) throws(MetricRefusal) -> [LogOddsRatio] {
    var ratios: [LogOddsRatio] = []
    for phrase in phrases { ratios.append(try compared(counts[phrase], of: phrase)) }
    return ratios
  }

  /// A part of the mentions of a phrase compared, as of the comments no other phrase accounts for.
  func ratio(_ counts: SIMD2<Int>, of phrase: Int) -> LogOddsRatio? {
    try? compared(counts, of: phrase)
  }

  /// Whether the phrase would be clear if all who say it were of the group asked about.
  func couldShow(_ phrase: Int, atLeast bar: Double) -> Bool {
    let count = counts[phrase].x + counts[phrase].y
    guard count > 0, count <= mentions.x else { return count > 0 }
    return (ratio(SIMD2(count, 0), of: phrase)?.z ?? 0) >= bar
  }

  func finding(
    _ phrase: Int,
    _ found: (ratio: LogOddsRatio, adjustedPValue: Double),
    confidence: Confidence,
    quotes: [Int]
  ) throws(MetricRefusal) -> DistinctivePhrases.Finding {
    func share(_ count: Int, of all: Int) throws(MetricRefusal) -> Proportion {
      try Proportion(successes: count, trials: all, confidence: confidence)
    }
    return DistinctivePhrases.Finding(
      phrase: phrase,
      text: index.text(of: phrase),
      logOdds: found.ratio,
      interval: found.ratio.interval(at: confidence),
      adjustedPValue: found.adjustedPValue,
      asked: try share(counts[phrase].x, of: comments.x),
      other: try share(counts[phrase].y, of: comments.y),
      quotes: quotes
    )
  }

  private func compared(
    _ counts: SIMD2<Int>,
    of phrase: Int
  ) throws(MetricRefusal) -> LogOddsRatio {
    try LogOddsRatio(
      first: (counts.x, mentions.x),
      second: (counts.y, mentions.y),
      // The one more keeps α below α₀ where all comments say but one phrase.
      prior: (
        priorWeight * Double(totals[phrase]), priorWeight * Double(total) + priorWeight
      )
    )
  }
}
