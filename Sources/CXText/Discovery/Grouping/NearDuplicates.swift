public import CXMetrics

/// Comments that are nearly the same, in groups: copied, sent twice, or pasted from a template.
///
/// Two comments are compared by the runs of three words they share (Jaccard’s likeness), marks and
/// capitals aside. A comment joins the earliest one it is like enough; so every comment of a group
/// is as like its first as was asked for, and nothing is joined through others in between. Those of
/// fewer than five words are grouped only when their words are equal; those without a word never.
///
/// Which comments are compared at all is found by MinHash in twelve bands of three: two as like as
/// 0.7 meet with a chance of 0.99; whether they are then joined is always checked exactly.
///
/// - Complexity: linear in the words, and twelve looks a comment; at most ``comparisonsMax``
///   earlier ones are compared with in a band.
public struct NearDuplicates: Hashable, Sendable {
  /// Earlier comments of one band a comment is compared with.
  public static let comparisonsMax = 8

  /// Comments nearly the same.
  public struct Group: Hashable, Sendable {
    /// The earliest, by its place in the corpus.
    public let first: Int
    /// All, ascending, the first included; two at least.
    public let comments: [Int]
    /// How many.
    public var count: Int { comments.count }
  }

  /// The largest first, of equals the earliest.
  public let groups: [Group]

  /// Groups a corpus’s comments, on all cores.
  ///
  /// - Parameters:
  ///   - corpus: of comments in the order of time, if the earliest is to represent a group.
  ///   - likeness: the share of runs of two comments that must be in both; above 0 through 1.
  ///   - seed: of the random orders; results differ by it only in what was not compared.
  /// - Throws: `invalidInput` for a likeness outside 0...1, 0 included.
  public static func grouping(
    _ corpus: CommentCorpus,
    likeness: Double = 0.7,
    seed: UInt64 = SeededGenerator.usualSeed
  ) async throws -> NearDuplicates {
    guard likeness > 0, likeness <= 1 else { throw MetricRefusal.invalidInput }
    let signatures = await CommentSignatures.pieces(of: corpus, seed: seed)
    var leaders = LeadersByBand(signatures: signatures, likeness: likeness)
    return NearDuplicates(leaders: (0..<corpus.count).map { leaders.leader(of: $0) })
  }

  private init(leaders: [Int]) {
    var members: [Int: [Int]] = [:]
    for (comment, leader) in leaders.enumerated() where leader != comment {
      members[leader, default: [leader]].append(comment)
    }
    groups = members.map { Group(first: $0, comments: $1) }
      .sorted { ($1.count, $0.first) < ($0.count, $1.first) }
  }

  /// A comment’s group, by the comment’s place in the corpus; its own place where it has none.
  public func representatives(count: Int) -> [Int] {
    var representatives = Array(0..<max(0, count))
    for group in groups {
      for comment in group.comments where comment < count { representatives[comment] = group.first }
    }
    return representatives
  }
}
