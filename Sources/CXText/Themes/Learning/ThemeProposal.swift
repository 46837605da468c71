/// A comment that is worth being judged for a theme.
public struct ThemeProposal: Hashable, Sendable {
  /// Its place in the list given.
  public let comment: Int

  /// How likely it is about the theme, from 0 through 1.
  public let probability: Double

  /// The words that led to that, the weightiest first; none where it is only typical of others.
  public let words: [Explanation.WeighedWord]
}

extension ThemeModel {
  /// The comments whose judging teaches most about a theme, most informative first.
  ///
  /// Those come first of which the model is unsure, which are like many others it is unsure of,
  /// and which are unlike those already proposed; near-copies of these are left out.
  ///
  /// - Parameters:
  ///   - theme: its id; none are proposed for an unknown one.
  ///   - comments: to choose from.
  ///   - limit: how many at most.
  ///   - decided: comments that are judged already, by their places.
  /// - Complexity: O(letters), and 300² for comparing the candidates.
  public func proposals(
    for theme: Theme.ID,
    in comments: [String],
    limit: Int,
    decided: Set<Int> = []
  ) -> [ThemeProposal] {
    guard let place = themes.firstIndex(where: { $0.id == theme }), limit > 0 else { return [] }
    var choice = ProposalChoice(self, theme: place, comments, decided)
    return choice.chosen(limit)
  }
}

/// Chooses comments to propose.
private struct ProposalChoice {
  private let model: ThemeModel
  private let theme: Int
  private let comments: [String]
  private var reader: ThemeReader
  private var candidates: [Candidate] = []
  /// The pieces of comments that were judged or chosen.
  private var known: [[UInt64]] = []

  struct Candidate {
    let comment: Int
    let probability: Double
    let pieces: [UInt64]
    var worth: Double

    /// 1 where it may as well be as not, 0 where one is sure.
    var doubt: Double { 4 * probability * (1 - probability) }
  }

  private static let candidatesMost = 300

  /// Comments that share so much are copies.
  private static let likenessOfCopies = 0.6

  init(_ model: ThemeModel, theme: Int, _ comments: [String], _ decided: Set<Int>) {
    self.model = model
    self.theme = theme
    self.comments = comments
    reader = ThemeReader(model)
    let commentReader = CommentReader()
    var read = ReadComment()
    var doubts: [(doubt: Double, comment: Int, probability: Double)] = []
    for (place, comment) in comments.enumerated() {
      commentReader.read(comment, into: &read)
      guard read.words.contains(where: { ThemeSteps.isFollowed($0.kind) }) else { continue }
      let probability = reader.likelihood(of: theme, in: read)
      if decided.contains(place) {
        known.append(reader.pieces)
      } else {
        doubts.append((4 * probability * (1 - probability), place, probability))
      }
    }
    doubts.sort { ($1.doubt, $0.comment) < ($0.doubt, $1.comment) }
    for (_, place, probability) in doubts.prefix(Self.candidatesMost) {
      commentReader.read(comments[place], into: &read)
      _ = reader.likelihood(of: theme, in: read)
      candidates.append(
        Candidate(comment: place, probability: probability, pieces: reader.pieces, worth: 0)
      )
    }
    for place in candidates.indices { candidates[place].worth = worth(of: place) }
  }

  /// Doubt, more where many candidates are alike.
  private func worth(of place: Int) -> Double {
    let one = candidates[place]
    let sum = candidates.reduce(0) { $0 + Self.likeness($1.pieces, one.pieces) }
    return one.doubt * (sum / Double(candidates.count)).squareRoot()
  }

  mutating func chosen(_ limit: Int) -> [ThemeProposal] {
    var chosen: [ThemeProposal] = []
    var likeness = candidates.map { one in
      known.reduce(0) { max($0, Self.likeness($1, one.pieces)) }
    }
    while chosen.count < limit {
      let open = candidates.indices.filter { likeness[$0] < Self.likenessOfCopies }
      func value(_ place: Int) -> Double { candidates[place].worth * (1 - likeness[place]) }
      guard let best = open.max(by: { (value($0), $1) < (value($1), $0) }) else { break }
      let one = candidates[best]
      chosen.append(
        ThemeProposal(
          comment: one.comment,
          probability: one.probability,
          words: reader.weighedWords(of: comments[one.comment], theme: theme)
        )
      )
      for place in candidates.indices {
        likeness[place] = max(likeness[place], Self.likeness(candidates[place].pieces, one.pieces))
      }
      likeness[best] = 1
    }
    return chosen
  }

  /// The share of pieces that two comments have both, from 0 through 1; both in order.
  private static func likeness(_ one: [UInt64], _ other: [UInt64]) -> Double {
    var (first, second, shared) = (0, 0, 0)
    while first < one.count, second < other.count {
      if one[first] == other[second] {
        shared += 1
        first += 1
        second += 1
      } else if one[first] < other[second] {
        first += 1
      } else {
        second += 1
      }
    }
    let all = one.count + other.count - shared
    return all > 0 ? Double(shared) / Double(all) : 1
  }
}
