internal import CXMetrics

extension TextModel {
  /// The model after people corrected some of its answers: it gives those comments their labels,
  /// and moves no further from what it learned before than that takes.
  ///
  /// Its quality stays as measured; ``TextModelQuality/corrections`` says how many were learned
  /// since. Learn anew from all comments now and then.
  ///
  /// - Parameter comments: the corrected comments, with all labels that each has.
  /// - Throws: `unknownLabel` where the list of labels is another, `noComments`.
  /// - Complexity: O(pieces of the corrections × labels), and one copy of the model.
  public func corrected(by comments: LabelledComments) throws(TextRefusal) -> TextModel {
    guard comments.labels == labels, comments.labelling == labelling else {
      throw .unknownLabel(comments.labels.first { !labels.contains($0) } ?? "")
    }
    guard !comments.texts.isEmpty else { throw .noComments }
    let matrix = CommentMatrix(comments.texts, in: self)
    // Learned on the scale of the probabilities, as it is these that a correction has to turn.
    let groups = LabelGroup.all(of: labels.count)
    let moves = ParallelParts.map(groups.count) { number in
      let group = groups[number]
      let (slopes, starts) = (
        group.lanes { scales[$0].slope }, group.lanes { scales[$0].offset }
      )
      var logits = [LabelLanes](repeating: .zero, count: matrix.rows.count)
      return LogisticSearch(
        rows: matrix.rows,
        variances: Self.variances(matrix),
        signs: group.signs(comments),
        costs: Array(
          repeating: group.lanes { _ in Self.costOfCorrection },
          count: matrix.rows.count
        ),
        roundsMost: 50,
        offsets: scores(matrix, group).map { slopes * $0 + starts }
      ).weights(&logits, seed: 1)
    }
    var corrected = moved(matrix, moves)
    corrected.quality.corrections += comments.texts.count
    return corrected
  }

  /// What the model says of each row before it moves. Pieces that are new to it say nothing yet,
  /// but make a comment longer, so that its others say less.
  private func scores(_ matrix: CommentMatrix, _ group: LabelGroup) -> [LabelLanes] {
    var known = [LabelLanes](repeating: .zero, count: matrix.columnCount)
    known[0] = group.lanes { starts[$0] }
    for place in hashes.indices where rarities[place] > 0 {
      known[place + 1] = group.lanes { weights[place * labels.count + $0] / rarities[place] }
    }
    return (0..<matrix.rows.count).map { matrix.rows.product($0, known) }
  }

  /// High enough that a correction holds against what was learned from many.
  private static let costOfCorrection: Float = 30

  /// What speaks for a label before a word is read hardly moves: a correction is about its words.
  private static func variances(_ matrix: CommentMatrix) -> [LabelLanes] {
    var variances = Array(repeating: LabelLanes(repeating: 1), count: matrix.columnCount)
    variances[0] = LabelLanes(repeating: 0.01)
    return variances
  }

  /// The weights moved, and new pieces in the order of their numbers.
  private func moved(_ matrix: CommentMatrix, _ moves: [[LabelLanes]]) -> TextModel {
    var model = self
    let count = labels.count
    func move(_ label: Int, _ column: Int) -> Float {
      let (group, lane) = label.quotientAndRemainder(dividingBy: LabelLanes.scalarCount)
      return moves[group][column][lane] / scales[label].slope
    }
    let order = (1..<matrix.columnCount).sorted { matrix.hashes[$0] < matrix.hashes[$1] }
    model.hashes = order.map { matrix.hashes[$0] }
    model.rarities = order.map { matrix.rarities[$0].shortened }
    model.weights = []
    model.weights.reserveCapacity(order.count * count)
    for column in order {
      for label in 0..<count {
        let before = column <= hashes.count ? weights[(column - 1) * count + label] : 0
        let after = before + matrix.rarities[column] * move(label, column)
        model.weights.append(after.shortened)
      }
    }
    model.starts = starts.indices.map { (starts[$0] + move($0, 0)).shortened }
    return model
  }
}
