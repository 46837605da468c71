import Kernel
import Listen
import Web

/// The newest words, each with the score beside it and a way to the whole answer.
struct OverviewComments: Sendable {
  let rows: [Row]

  /// What a list has room for; the answer's own page has all of it.
  static let excerptMax = 160

  struct Row: Sendable {
    let text: String
    let href: String
    let score: String?

    /// `good`, `bad` or nothing.
    let tone: String
    let place: String?
  }

  init?(_ figures: OverviewFigures, in language: Language) {
    guard let comments = figures.comments, !comments.isEmpty else { return nil }
    rows = comments.map { Row($0, language) }
  }
}

extension OverviewComments.Row {
  fileprivate init(_ comment: Comment, _ language: Language) {
    let whole = comment.text
    text =
      whole.count > OverviewComments.excerptMax
      ? whole.prefix(OverviewComments.excerptMax) + "…" : whole
    href = "/answers/\(comment.answer)"
    score = comment.score.map { NumberText.integer($0, in: language) }
    tone =
      switch comment.kind?.group(of: comment.score) {
      case .promoter?: "good"
      case .detractor?: "bad"
      default: ""
      }
    place = comment.touchpoint
  }
}

extension QuestionKind {
  enum Group { case promoter, passive, detractor }

  /// Which side a score stands on; nil for kinds that know no sides.
  fileprivate func group(of score: Int?) -> Group? {
    guard let score else { return nil }
    switch self {
    case .recommend0To10, .recommend1To10:
      return score >= 9 ? .promoter : score >= 7 ? .passive : .detractor
    case .satisfaction1To5: return score >= 4 ? .promoter : score == 3 ? .passive : .detractor
    case .effort1To7: return score >= 5 ? .promoter : score == 4 ? .passive : .detractor
    default: return nil
    }
  }
}
