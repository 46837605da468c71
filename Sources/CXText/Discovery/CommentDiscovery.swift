public import CXMetrics

/// All that is found in comments without a label: what one group says that another does not, what
/// rises, what is nearly the same, and candidate themes.
///
/// The comments are read once; what does not depend on one another is found at the same time. What
/// comes out is the same whatever the number of cores. Of comments pasted from one another only the
/// earliest counts, so that one busy hand does not speak for many.
public struct CommentDiscovery: Sendable {
  /// What is known of each comment besides its words, all in the comments’ order; what is missing
  /// at the end is not known.
  public struct Context: Hashable, Sendable {
    /// Which group each belongs to; nil for those of neither.
    public var sides: [DistinctivePhrases.Side?] = []
    /// The number of its period, as weeks since some day.
    public var periods: [Int?] = []
    /// The score that came with it.
    public var scores: [Double?] = []
    /// Comments that named themes cover already, by their place.
    public var covered: Set<Int> = []

    /// Nothing known.
    public init() {}

    /// The same without some comments.
    fileprivate func leavingOut(_ comments: [Int]) -> Context {
      var context = self
      for comment in comments {
        if comment < sides.count { context.sides[comment] = nil }
        if comment < periods.count { context.periods[comment] = nil }
        context.covered.insert(comment)
      }
      return context
    }
  }

  /// What is counted, to ask more of it.
  public let index: PhraseIndex
  /// What the group asked about says and the other does not.
  public let distinctive: DistinctivePhrases
  /// What the other group says and the one asked about does not.
  public let distinctiveOfOther: DistinctivePhrases
  /// What rises in the last period; nil where there is none before it.
  public let rising: RisingPhrases?
  /// What is nearly the same.
  public let duplicates: NearDuplicates
  /// What comments may be about that nobody has named.
  public let candidates: CandidateThemes

  /// Finds all of it with the usual options.
  ///
  /// - Parameters:
  ///   - comments: as written; findings speak of them by their place here.
  ///   - context: what is known of them.
  ///   - reader: the one they are read by.
  ///   - seed: of the near-duplicates’ random orders.
  /// - Throws: what its parts throw, which with the usual options does not come to pass.
  public static func finding(
    in comments: [String],
    context: Context = Context(),
    reader: CommentReader = CommentReader(),
    seed: UInt64 = SeededGenerator.usualSeed
  ) async throws -> CommentDiscovery {
    let corpus = await CommentCorpus.reading(comments, reader: reader)
    async let grouped = NearDuplicates.grouping(corpus, seed: seed)
    async let indexed = counted(corpus)
    let (duplicates, index) = try await (grouped, indexed)
    let context = context.leavingOut(pasted(duplicates, in: corpus))
    let turned = context.sides.map { $0?.opposite }
    async let distinctive = compared(index, context.sides)
    async let distinctiveOfOther = compared(index, turned)
    async let rising = risen(index, context.periods)
    async let candidates = joined(index, context)
    return try await CommentDiscovery(
      index: index,
      distinctive: distinctive,
      distinctiveOfOther: distinctiveOfOther,
      rising: rising,
      duplicates: duplicates,
      candidates: candidates
    )
  }

  /// Words, or syllables of Vietnamese, from which on two people do not write the same by chance.
  private static let pastedWordsMin = 12

  private static func pasted(_ duplicates: NearDuplicates, in corpus: CommentCorpus) -> [Int] {
    duplicates.groups.filter { corpus.range(of: $0.first).count >= pastedWordsMin }
      .flatMap { $0.comments.dropFirst() }
  }

  // Each leaves the caller’s actor, so that they run beside one another.

  @concurrent
  private static func counted(_ corpus: CommentCorpus) async -> PhraseIndex {
    PhraseIndex(of: corpus)
  }

  @concurrent
  private static func compared(
    _ index: PhraseIndex,
    _ sides: [DistinctivePhrases.Side?]
  ) async throws -> DistinctivePhrases {
    try DistinctivePhrases(in: index, sides: sides)
  }

  @concurrent
  private static func risen(_ index: PhraseIndex, _ periods: [Int?]) async -> RisingPhrases? {
    try? RisingPhrases(in: index, commentPeriods: periods)
  }

  @concurrent
  private static func joined(
    _ index: PhraseIndex,
    _ context: Context
  ) async throws -> CandidateThemes {
    try CandidateThemes(in: index, covered: context.covered, scores: context.scores)
  }
}
