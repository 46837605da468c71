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

  /// Where the searches ended, by group of labels and then by row.
  struct Ending {
    fileprivate let logits: [[LabelLanes]]
  }

  /// Labels that are learned at once.
  private struct Group {
    let group: LabelGroup
    let signs: [LabelLanes]
  }

  /// Rounds of a search from nothing, and of one that begins where all comments led; more, or a
  /// finer tolerance, changed no answer that we saw.
  private static let rounds = (first: 30, again: 4)
  private static let tolerance: Float = 0.1

  init(_ comments: LabelledComments, _ matrix: CommentMatrix, _ settings: LearningSettings) {
    self.comments = comments
    self.matrix = matrix
    self.settings = settings
    folds = CommentParts.of(comments.texts, count: settings.folds, seed: settings.seed)
  }

  /// By label.
  ///
  /// - Parameter beginning: where another lesson on the same comments ended; it leads to the same,
  ///   sooner.
  func learn(from beginning: Ending? = nil) -> (labels: [Learned], ending: Ending) {
    let groups = LabelGroup.all(of: comments.labels.count).map {
      Group(group: $0, signs: $0.signs(comments))
    }
    let wholes = ParallelParts.map(groups.count) { whole(groups[$0], beginning?.logits[$0]) }
    let parts = ParallelParts.map(groups.count * settings.folds) { part in
      let (group, fold) = part.quotientAndRemainder(dividingBy: settings.folds)
      return unseen(groups[group], fold, wholes[group].logits)
    }
    let labels = groups.indices.flatMap { number in
      var scores = [LabelLanes](repeating: .zero, count: matrix.rows.count)
      for part in parts[number * settings.folds..<(number + 1) * settings.folds] {
        for (row, score) in part { scores[row] = score }
      }
      return groups[number].group.labels.enumerated().map { lane, label in
        let own = scores.map { $0[lane] }
        return Learned(
          weights: wholes[number].weights.map { $0[lane] },
          unseenScores: own,
          scale: ProbabilityScale(scores: own, outcomes: comments.membership(of: label))
        )
      }
    }
    return (labels, Ending(logits: wholes.map(\.logits)))
  }

  private func whole(
    _ group: Group,
    _ beginning: [LabelLanes]?
  ) -> (weights: [LabelLanes], logits: [LabelLanes]) {
    let search = search(group) { _ in true }
    let first = LogisticSearch.firstLogit
    var logits = beginning ?? Array(repeating: first, count: matrix.rows.count)
    let weights = search.weights(&logits, seed: settings.seed)
    return (weights, logits)
  }

  /// Scores of the comments of one part by a model that learned from the others.
  private func unseen(
    _ group: Group,
    _ fold: Int,
    _ logits: [LabelLanes]
  ) -> [(row: Int, score: LabelLanes)] {
    var logits = logits
    let search = search(group, rounds: Self.rounds.again) { folds[$0] != fold }
    let weights = search.weights(&logits, seed: settings.seed)
    return folds.indices.filter { folds[$0] == fold }.map { row in
      (row, matrix.rows.product(row, weights))
    }
  }

  private func search(
    _ group: Group,
    rounds: Int = Self.rounds.first,
    _ isChosen: (Int) -> Bool
  ) -> LogisticSearch {
    LogisticSearch(
      rows: matrix.rows,
      variances: BayesVariances.of(
        matrix.rows,
        columnCount: matrix.columnCount,
        group.signs,
        isChosen
      ),
      signs: group.signs,
      costs: costs(group, isChosen),
      roundsMost: rounds,
      tolerance: Self.tolerance
    )
  }

  /// What the error of each row costs: 0 in lanes that no label takes and rows not chosen.
  private func costs(_ group: Group, _ isChosen: (Int) -> Bool) -> [LabelLanes] {
    let chosen = comments.places.indices.map(isChosen)
    let all = chosen.count { $0 }
    var members = Array(repeating: 0, count: comments.labels.count)
    for (places, isChosen) in zip(comments.places, chosen) where isChosen {
      for label in places { members[label] += 1 }
    }
    func cost(_ own: Int) -> Float {
      let even = Double(all) / (2 * Double(max(1, own)))
      return Float(settings.costTaken * pow(even, settings.balance))
    }
    let (with, without) = (
      group.group.lanes { cost(members[$0]) },
      group.group.lanes { cost(all - members[$0]) }
    )
    return zip(group.signs, chosen).map { signs, isChosen in
      isChosen ? without.replacing(with: with, where: signs .> 0) : .zero
    }
  }
}
