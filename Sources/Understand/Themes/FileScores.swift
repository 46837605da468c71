import CXText

/// The scores of a file on their scale.
struct FileScores: Sendable {
  /// Nil where there are no scores, or none that say which scale they are on.
  let scale: FeelingScale?

  /// By comment; nil where none came with it, or one that is not on the scale.
  let scores: [Double?]

  /// Scores that are not on the scale.
  let offScale: Int

  init(_ scores: [Double?], _ asked: FeelingScale?) {
    let scale = asked ?? FeelingScale.guessing(scores.compactMap(\.self))
    self.scale = scale
    self.scores = scores.map { score in
      score.flatMap { scale?.feeling(of: $0) == nil ? nil : $0 }
    }
    offScale = zip(scores, self.scores).count { $0 != nil && $1 == nil }
  }

  var known: [Double] { scores.compactMap(\.self) }

  /// Those who gave a bad score are asked about, those who gave a good one are the others.
  var sides: [DistinctivePhrases.Side?] {
    scores.map { score in
      switch score.flatMap({ scale?.feeling(of: $0) }) {
      case .negative: .asked
      case .positive: .other
      default: nil
      }
    }
  }
}

extension FeelingScale {
  /// Whether a Net Promoter Score belongs to it.
  var isRecommendation: Bool { self == .recommendation || self == .recommendationFromOne }
}
