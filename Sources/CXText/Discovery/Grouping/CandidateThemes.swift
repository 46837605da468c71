public import CXMetrics

/// What comments may be about that nobody has named yet: groups of phrases that keep company, each
/// with typical comments, without being told how many there are.
///
/// The phrases said most, apart from mere praise and blame, are grouped by how much more often one
/// comment says both than chance makes it (average linkage). A comment
/// belongs to every candidate of which it says a phrase. A phrase that keeps no company, as the
/// business’s own name, is no candidate.
///
/// - Complexity: linear in the mentions, and in the square of ``Options/phrasesMax``.
public struct CandidateThemes: Sendable {
  /// What is asked for.
  public struct Options: Hashable, Sendable {
    /// Of the intervals.
    public var confidence = Confidence.standard
    /// Candidates listed.
    public var candidatesMax = 12
    /// Phrases grouped.
    public var phrasesMax = 300
    /// The share of comments a candidate must hold to be listed, and ``commentsMin``.
    public var shareMin = 0.005
    /// Comments a candidate must hold to be listed.
    public var commentsMin = 5
    /// Comments quoted for each.
    public var quotesMax = 3

    /// The usual.
    public init() {}
  }

  /// A group of phrases that may be a theme.
  public struct Candidate: Hashable, Sendable {
    /// Its heaviest phrase, in normal form.
    public let name: String
    /// Its phrases, the heaviest first.
    public let phrases: [WeightedPhrase]
    /// Those of the comments looked at that say one of them.
    public let share: Proportion
    /// The mean of the scores that came with its comments; nil where none did.
    public let meanScore: Double?
    /// Its comments, by their place in the corpus, ascending.
    public let comments: [Int]
    /// Typical comments among them.
    public let quotes: [Int]
  }

  /// A phrase of a candidate.
  public struct WeightedPhrase: Hashable, Sendable {
    /// Its place in the index.
    public let phrase: Int
    /// In normal form.
    public let text: String
    /// Its comments times its company with the others, as a share of the candidate’s heaviest.
    public let weight: Double
    /// Comments looked at that say it.
    public let count: Int
  }

  /// Those with most comments first.
  public let candidates: [Candidate]
  /// Comments looked at: all but those covered.
  public let commentCount: Int

  /// Finds candidates.
  ///
  /// - Parameters:
  ///   - index: of all comments.
  ///   - covered: comments that named themes cover already, by their place; left out.
  ///   - scores: that came with the comments; nil where none did, what is missing at the end too.
  ///   - options: what is asked for.
  /// - Throws: what a proportion throws, which does not come to pass.
  public init(
    in index: PhraseIndex,
    covered: Set<Int> = [],
    scores: [Double?] = [],
    options: Options = Options()
  ) throws(MetricRefusal) {
    let comments = (0..<index.corpus.count).filter { !covered.contains($0) }
    commentCount = comments.count
    let nodes = ThemeNodes(index: index, comments: comments, limit: options.phrasesMax)
    let affinity = PhraseAffinity(of: nodes.phrases, in: index, comments: comments)
    let groups = AverageLinkage(of: affinity, joiningAbove: 0.1, sizeMax: 20).groups
    let least = max(options.commentsMin, Int(options.shareMin * Double(comments.count)))
    let found = groups.map { (group: $0, comments: nodes.comments(of: $0)) }
      .filter { $0.comments.count >= least && nodes.hasCompany($0.group) }
      .sorted { ($1.comments.count, $0.group[0]) < ($0.comments.count, $1.group[0]) }
    var typical = TypicalComments(index: index)
    var listed: [Candidate] = []
    for (group, own) in found.prefix(max(0, options.candidatesMax)) {
      let phrases = nodes.weighted(group, affinity)
      let known = own.compactMap { Int($0) < scores.count ? scores[Int($0)] : nil }
      listed.append(
        Candidate(
          name: phrases[0].text,
          phrases: phrases,
          share: try Proportion(
            successes: own.count,
            trials: comments.count,
            confidence: options.confidence
          ),
          meanScore: known.isEmpty ? nil : known.reduce(0, +) / Double(known.count),
          comments: own.map(Int.init),
          quotes: typical.quotes(
            from: own,
            about: phrases.map(\.phrase),
            limit: options.quotesMax
          )
        )
      )
    }
    candidates = listed
  }
}
