/// Chooses comments to quote: nearest to what all of them say, of a length one reads, no two of
/// them nearly the same.
///
/// - Formula: the cosine between a comment’s phrases and those of all, each phrase weighted by
///   log(comments / comments that say it), times min(1, words/8) and, above 30 words, 30/words.
public struct TypicalComments {
  /// Of many comments, this many are looked at, evenly spread.
  private static let lookedAtMax = 400
  /// Two comments of which more than this share of the phrases agree are not quoted together.
  private static let likenessMax = 0.5

  /// How much more the phrases of a theme count than others in its comments.
  private static let aboutFactor = 4.0

  private let index: PhraseIndex
  private let weights: [Double]
  /// A comment quoted once is quoted again only where there are no others.
  private var quoted: Set<Int> = []

  /// Chooses among the comments of an index.
  public init(index: PhraseIndex) {
    self.index = index
    let all = Double(index.corpus.count)
    weights = index.phrases.map { NaturalLogarithm.of(all / Double($0.comments.count)) }
  }

  /// The most typical first; none that was chosen before as long as there are others.
  ///
  /// - Parameters:
  ///   - comments: those to choose from, by their place in the corpus.
  ///   - limit: how many to choose.
  public mutating func quotes(from comments: [Int], limit: Int) -> [Int] {
    let known = comments.filter { 0..<index.corpus.count ~= $0 }
    return quotes(from: known.map { UInt32(truncatingIfNeeded: $0) }, about: [], limit: limit)
  }

  /// The most typical first.
  ///
  /// - Parameter about: phrases that count for more, those of the theme that is quoted.
  mutating func quotes(from comments: [UInt32], about: [Int] = [], limit: Int) -> [Int] {
    let comments = spread(comments)
    var centre: [UInt32: Double] = [:]
    for comment in comments {
      for phrase in index.phrases(in: Int(comment)) {
        centre[phrase, default: 0] += weights[Int(phrase)]
      }
    }
    for phrase in about {
      centre[UInt32(truncatingIfNeeded: phrase), default: 0] *= Self.aboutFactor
    }
    let ranked = comments.map { (comment: Int($0), score: score(Int($0), centre: centre)) }
      .sorted { ($1.score, $0.comment) < ($0.score, $1.comment) }
    var quotes: [Int] = []
    for isAgain in [false, true] {
      for (comment, _) in ranked where quotes.count < limit {
        if quoted.contains(comment) == isAgain,
          !quotes.contains(where: { likeness($0, comment) > Self.likenessMax })
        {
          quotes.append(comment)
        }
      }
      if !quotes.isEmpty { break }
    }
    quoted.formUnion(quotes)
    return quotes
  }

  private func spread(_ comments: [UInt32]) -> [UInt32] {
    guard comments.count > Self.lookedAtMax else { return comments }
    return (0..<Self.lookedAtMax).map { comments[$0 * comments.count / Self.lookedAtMax] }
  }

  private func score(_ comment: Int, centre: [UInt32: Double]) -> Double {
    var (along, own) = (0.0, 0.0)
    for phrase in index.phrases(in: comment) {
      let weight = weights[Int(phrase)]
      along += weight * (centre[phrase] ?? 0)
      own += weight * weight
    }
    guard own > 0 else { return 0 }
    let words = Double(index.corpus.range(of: comment).count)
    return along / own.squareRoot() * min(1, words / 8) * min(1, 30 / words)
  }

  private func likeness(_ one: Int, _ other: Int) -> Double {
    let first = Set(index.corpus.words[index.corpus.range(of: one)])
    let second = Set(index.corpus.words[index.corpus.range(of: other)])
    let shared = first.intersection(second).count
    return Double(shared) / Double(max(1, first.count + second.count - shared))
  }
}
