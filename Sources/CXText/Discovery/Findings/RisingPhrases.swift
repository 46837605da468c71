public import CXMetrics

/// What is said more in the last period, say this week, than in those before it, new phrases
/// included.
///
/// Each phrase is compared with its own past by ``RateRise``, as many times wider as its past
/// periods differ more than chance makes them; the p-values are adjusted for so many looks
/// (Benjamini and Hochberg) and what remains is folded as by ``DistinctivePhrases``. No season is
/// guessed: what rises every December rises.
///
/// - Complexity: linear in the mentions, and in phrases times periods compared with.
public struct RisingPhrases: Sendable {
  /// What is asked for.
  public struct Options: Hashable, Sendable {
    /// Of the intervals; a phrase is listed when its adjusted p is at most what this leaves.
    public var confidence = Confidence.standard
    /// Periods before the last that it is compared with.
    public var pastPeriodsMax = 12
    /// Comments of the last period that must say a phrase for it to be listed; 3 at least.
    public var commentsMin = 3
    /// Whether “good” and “awful” are listed.
    public var includesVerdicts = false
    /// Phrases listed.
    public var findingsMax = 20
    /// Comments quoted for each.
    public var quotesMax = 3

    /// The usual.
    public init() {}
  }

  /// A phrase that is said more.
  public struct Finding: Hashable, Sendable {
    /// Its place in the index.
    public let phrase: Int
    /// In normal form.
    public let text: String
    /// How much more, with its interval.
    public let rise: RateRise
    /// By Benjamini and Hochberg’s adjustment over all phrases compared.
    public let adjustedPValue: Double
    /// How many times more its past periods differ than chance makes them; 1 or more.
    public let dispersion: Double
    /// Comments of the last period that say it.
    public let now: Proportion
    /// Comments before that say it.
    public let past: Proportion
    /// Comments that say it by period, the oldest first and the last period last.
    public let counts: [Int]
    /// Typical comments of the last period, by their place in the corpus.
    public let quotes: [Int]

    /// Whether nobody said it before.
    public var isNew: Bool { past.successes == 0 }
  }

  /// The clearest first.
  public let findings: [Finding]
  /// How many phrases were compared.
  public let comparedCount: Int
  /// The periods, the oldest first, the one asked about last; those without comments included.
  public let periods: ClosedRange<Int>

  /// Compares the last period with those before it.
  ///
  /// - Parameters:
  ///   - index: of all comments.
  ///   - commentPeriods: the number of each comment’s period, as weeks since some day; nil where
  ///     it is not known. What is missing at the end is nil.
  ///   - last: the period asked about; the highest number there is when nil.
  ///   - options: what is asked for.
  /// - Throws: `noBaseline` without a comment in the last period or without one before it.
  public init(
    in index: PhraseIndex,
    commentPeriods: [Int?],
    last: Int? = nil,
    options: Options = Options()
  ) throws(MetricRefusal) {
    let back = options.pastPeriodsMax
    guard let weeks = PeriodCounts(index, commentPeriods, last: last, past: back) else {
      throw .noBaseline
    }
    periods = weeks.periods
    let risk = 1 - options.confidence.level
    let compared = weeks.comparable(risk: risk, includesVerdicts: options.includesVerdicts)
    comparedCount = compared.count
    let counts = compared.map { weeks.counts($0) }
    let spread = WeekSpread(past: counts.map { $0.dropLast() }, comments: weeks.pastComments)
    let dispersions = counts.map { spread.dispersion($0.dropLast(), comments: weeks.pastComments) }
    let pValues = zip(counts, dispersions).map { weeks.pValue($0, dispersion: $1) }
    let adjusted = try MultipleComparisons.benjaminiHochberg(pValues)
    let commentsMin = max(3, options.commentsMin)
    let ranked = compared.indices.filter {
      adjusted[$0] <= risk && counts[$0].last ?? 0 >= commentsMin
    }.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    let places = Dictionary(uniqueKeysWithValues: compared.enumerated().map { ($1, $0) })
    let folding = PhraseFolding(index: index) { weeks.isLast($0) }
    let listed = folding.listed(ranked.map { compared[$0] }, limit: options.findingsMax) {
      phrase,
      rest in
      let left = weeks.counts(over: rest)
      guard left.last ?? 0 >= commentsMin, let place = places[phrase] else { return false }
      return weeks.pValue(left, dispersion: dispersions[place]) <= risk / 2
    }
    var typical = TypicalComments(index: index)
    var found: [Finding] = []
    for phrase in listed {
      guard let place = places[phrase] else { continue }
      let now = index.saying(phrase).filter { weeks.isLast($0) }
      found.append(
        try weeks.finding(
          phrase,
          dispersion: dispersions[place],
          adjustedPValue: adjusted[place],
          confidence: options.confidence,
          quotes: typical.quotes(from: now, limit: options.quotesMax)
        )
      )
    }
    findings = found
  }
}
