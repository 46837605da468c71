/// Gives comments their labels by a model; one for each thread.
///
/// It keeps what it needs from comment to comment, so that classifying a million allocates nothing
/// but the answers.
public struct TextClassifier: Sendable {
  /// The model that judges.
  public let model: TextModel

  private let reader = CommentReader()
  private var comment = ReadComment()
  private var scorer: PieceScorer

  /// A classifier.
  public init(_ model: TextModel) {
    self.model = model
    scorer = PieceScorer(model)
  }

  /// The probability of each label, in the order of the model’s labels; where a comment has one
  /// label they add up to 1.
  public mutating func probabilities(of comment: String) -> [Double] {
    reader.read(comment, into: &self.comment)
    return probabilities()
  }

  /// The probability of each label of a comment in UTF-8.
  public mutating func probabilities(of comment: Span<UInt8>) -> [Double] {
    reader.read(comment, into: &self.comment)
    return probabilities()
  }

  private mutating func probabilities() -> [Double] {
    scorer.score(comment)
    return model.probabilities(of: scorer.scores)
  }
}

extension TextModel {
  /// By label, from scores by label.
  func probabilities(of scores: [Float]) -> [Double] {
    var each: [Double] = []
    each.reserveCapacity(scores.count)
    for label in scores.indices { each.append(scales[label].probability(scores[label])) }
    guard labelling == .one else { return each }
    let sum = each.reduce(0, +)
    for label in each.indices {
      each[label] = sum > 0 ? each[label] / sum : 1 / Double(each.count)
    }
    return each
  }

  /// The labels that probabilities give a comment, as places in the list.
  ///
  /// Where each comment has one label, the likeliest, or none if that is below `certainty`. Where
  /// it may have many, all from the threshold on; and if none reaches it the likeliest, where that
  /// served better on comments not learned from.
  ///
  /// - Parameters:
  ///   - probabilities: one for each label, in the labels’ order.
  ///   - certainty: from 0 through 1. At 0 every comment gets a label; higher, the model may say
  ///     that it is not sure.
  public func labels(of probabilities: [Double], certainty: Double = 0) -> [Int] {
    let given = rule.labels(of: probabilities, labelling)
    guard labelling == .one, certainty > 0 else { return given }
    return given.filter { probabilities[$0] >= certainty }
  }
}
