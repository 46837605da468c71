internal import CXMetrics
private import Foundation

/// Learns the weights of each label from all comments, and what each comment would have scored
/// unseen.
struct Lesson {
  private let comments: LabelledComments
  private let matrix: CommentMatrix
  private let settings: LearningSettings

  /// The part of each row; equal comments share one.
  let folds: [Int]

  struct Learned {
    let weights: [Float]
    /// By row.
    let unseenScores: [Float]
    let scale: ProbabilityScale
  }

  /// Rounds of a search from nothing, and of one that begins where all comments led.
  private static let rounds = (first: 30, again: 6)

  init(_ comments: LabelledComments, _ matrix: CommentMatrix, _ settings: LearningSettings) {
    self.comments = comments
    self.matrix = matrix
    self.settings = settings
    folds = CommentParts.of(comments.texts, count: settings.folds, seed: settings.seed)
  }

  /// By label.
  func learn() -> [Learned] {
    let wholes = ParallelParts.map(comments.labels.count) { whole($0) }
    let parts = ParallelParts.map(comments.labels.count * settings.folds) { part in
      let (label, fold) = part.quotientAndRemainder(dividingBy: settings.folds)
      return unseen(label, fold, wholes[label].logits)
    }
    return wholes.enumerated().map { label, whole in
      var scores = [Float](repeating: 0, count: matrix.rows.count)
      for part in parts[label * settings.folds..<(label + 1) * settings.folds] {
        for (row, score) in part { scores[row] = score }
      }
      let scale = ProbabilityScale(scores: scores, outcomes: comments.membership(of: label))
      return Learned(weights: whole.weights, unseenScores: scores, scale: scale)
    }
  }

  private func whole(_ label: Int) -> (weights: [Float], logits: [Float]) {
    let search = search(label) { _ in true }
    var logits = [Float](repeating: LogisticSearch.firstLogit, count: matrix.rows.count)
    let weights = search.weights(&logits, seed: settings.seed &+ UInt64(label))
    return (weights, logits)
  }

  /// Scores of the comments of one part by a model that learned from the others.
  private func unseen(_ label: Int, _ fold: Int, _ logits: [Float]) -> [(row: Int, score: Float)] {
    var logits = logits
    let search = search(label, rounds: Self.rounds.again) { folds[$0] != fold }
    let weights = search.weights(&logits, seed: settings.seed &+ UInt64(label))
    return folds.indices.filter { folds[$0] == fold }.map { row in
      (row, matrix.rows.product(row, weights))
    }
  }

  private func search(
    _ label: Int,
    rounds: Int = Self.rounds.first,
    _ isChosen: (Int) -> Bool
  ) -> LogisticSearch {
    let isMember = comments.membership(of: label)
    let chosen = isMember.indices.map(isChosen)
    let members = zip(isMember, chosen).count { $0 && $1 }
    let others = chosen.count { $0 } - members
    func cost(_ own: Int, _ other: Int) -> Float {
      let even = Double(own + other) / (2 * Double(max(1, own)))
      return Float(settings.costTaken * pow(even, settings.balance))
    }
    let (ofMember, ofOther) = (cost(members, others), cost(others, members))
    return LogisticSearch(
      rows: matrix.rows,
      columnCount: matrix.columnCount,
      variances: BayesVariances.of(
        matrix.rows,
        columnCount: matrix.columnCount,
        isMember,
        chosen
      ),
      isMember: isMember,
      costs: isMember.indices.map { chosen[$0] ? (isMember[$0] ? ofMember : ofOther) : 0 },
      roundsMost: rounds
    )
  }
}
