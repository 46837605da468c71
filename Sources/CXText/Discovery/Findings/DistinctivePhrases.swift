public import CXMetrics

/// What one group of comments says that another does not: as what detractors say and promoters
/// do not.
///
/// Every phrase is compared by ``LogOddsRatio`` with the whole corpus as prior; the p-values are
/// adjusted for so many looks (Benjamini and Hochberg), and what remains is folded: a phrase that
/// says nothing beyond another on the list is not listed again. Phrases so rare that they could
/// show nothing, were all who say them in one group, are not looked at in the first place.
///
/// - Complexity: linear in the mentions, and for the list some thousand times its length.
/// - Source: as for ``LogOddsRatio``; R. E. Tarone, Biometrics 46(2), 1990, for leaving out what
///   could show nothing.
public struct DistinctivePhrases: Sendable {
  /// Which group a comment belongs to.
  public enum Side: Hashable, Sendable, BitwiseCopyable {
    /// The group asked about.
    case asked
    /// The group it is compared with.
    case other

    var opposite: Side { self == .asked ? .other : .asked }
  }

  /// What is asked for.
  public struct Options: Hashable, Sendable {
    /// Of the intervals; a phrase is listed when its adjusted p is at most what this leaves.
    public var confidence = Confidence.standard
    /// What share of its own weight the whole corpus has as prior: at 0.05, a phrase mentioned 60
    /// times counts as if each group had mentioned it three times more.
    public var priorWeight = 0.05
    /// Whether “good” and “awful” are listed, which tell only what the groups were chosen by.
    public var includesVerdicts = false
    /// Comments of the group asked about that must say a phrase for it to be listed.
    public var commentsMin = 3
    /// Phrases listed.
    public var findingsMax = 20
    /// Comments quoted for each.
    public var quotesMax = 3

    /// The usual.
    public init() {}
  }

  /// A phrase the group asked about says more.
  public struct Finding: Hashable, Sendable {
    /// Its place in the index.
    public let phrase: Int
    /// In normal form.
    public let text: String
    /// How much more.
    public let logOdds: LogOddsRatio
    /// Of the log-odds, at the confidence asked for.
    public let interval: Interval
    /// By Benjamini and Hochberg’s adjustment over all phrases compared.
    public let adjustedPValue: Double
    /// Those of the group asked about who say it.
    public let asked: Proportion
    /// Those of the other group who say it.
    public let other: Proportion
    /// Typical comments of the group asked about, by their place in the corpus.
    public let quotes: [Int]
  }

  /// The clearest first.
  public let findings: [Finding]
  /// How many phrases were compared.
  public let comparedCount: Int

  /// Compares two groups.
  ///
  /// - Parameters:
  ///   - index: of all comments, those of neither group included, which inform the prior.
  ///   - sides: of each comment; nil for those of neither group. What is missing at the end is nil.
  ///   - options: what is asked for.
  /// - Throws: `invalidInput` unless the prior’s weight is above 0 and finite.
  public init(
    in index: PhraseIndex,
    sides: [Side?],
    options: Options = Options()
  ) throws(MetricRefusal) {
    guard options.priorWeight > 0, options.priorWeight < .infinity else { throw .invalidInput }
    let comparison = SideComparison(index: index, sides: sides, priorWeight: options.priorWeight)
    let risk = 1 - options.confidence.level
    let bar = -NormalDistribution.quantile(risk / 2)
    let compared = index.phrases.indices.filter {
      !index.phrases[$0].isFragment && comparison.couldShow($0, atLeast: bar)
        && (options.includesVerdicts || !index.isVerdict($0))
    }
    comparedCount = compared.count
    let ratios = try comparison.ratios(of: compared)
    let adjusted = try MultipleComparisons.benjaminiHochberg(ratios.map(\.pValue))
    let ranked = compared.indices.filter {
      ratios[$0].value > 0 && adjusted[$0] <= risk
        && comparison.counts[compared[$0]].x >= options.commentsMin
    }.sorted { (-ratios[$0].z, $0) < (-ratios[$1].z, $1) }
    let folding = PhraseFolding(index: index) { comparison.sides[Int($0)] == .asked }
    let listed = folding.listed(ranked.map { compared[$0] }, limit: options.findingsMax) {
      phrase,
      rest in
      let counts = comparison.counts(over: rest)
      guard counts.x >= options.commentsMin else { return false }
      return (comparison.ratio(counts, of: phrase)?.z ?? 0) >= bar
    }
    let places = Dictionary(uniqueKeysWithValues: compared.enumerated().map { ($1, $0) })
    var typical = TypicalComments(index: index)
    var found: [Finding] = []
    for phrase in listed {
      guard let place = places[phrase] else { continue }
      found.append(
        try comparison.finding(
          phrase,
          (ratios[place], adjusted[place]),
          confidence: options.confidence,
          quotes: typical.quotes(
            from: index.saying(phrase).filter { comparison.sides[Int($0)] == .asked },
            limit: options.quotesMax
          )
        )
      )
    }
    findings = found
  }
}
