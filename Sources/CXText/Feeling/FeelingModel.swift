/// How comments were felt, learned from the scores that came with them: nobody labels anything.
///
/// - Source: the idea of scores as labels is B. Pang, L. Lee and S. Vaithyanathan’s, EMNLP 2002.
public struct FeelingModel: Hashable, Sendable {
  /// What was learned, to be saved and read as any model; its labels are those of ``Feeling``.
  public let model: TextModel

  /// By label of the model.
  let feelings: [Feeling]

  /// What it learned from, and how well it says on comments it has not seen what their scores
  /// said.
  public var quality: TextModelQuality { model.quality }

  /// Learns from comments and the scores that came with them, on all cores.
  ///
  /// - Parameters:
  ///   - comments: as written.
  ///   - scores: of each comment, in the same order; comments without one, or with one that is
  ///     not on the scale, are left out.
  ///   - scale: what the scores say; ``FeelingScale/guessing(_:)`` where nobody knows.
  ///   - settings: how it learns.
  ///   - date: the day to write into the model.
  /// - Throws: `noComments` where no comment with a score has a word, `oneLabel` where all scores
  ///   say the same.
  public init(
    learning comments: [String],
    scores: [Double?],
    scale: FeelingScale,
    _ settings: LearningSettings = LearningSettings(),
    date: String = ""
  ) throws(TextRefusal) {
    let labels = unsafe (Self.variant == 1 ? Feeling.allCases : [.negative, .positive]).map(\.label)
    var labelled = try LabelledComments(labels: labels, unsafe Self.variant == 2 ? .many : .one)
    for (comment, score) in zip(comments, scores) {
      guard let feeling = score.flatMap(scale.feeling) else { continue }
      if unsafe Self.variant != 1, feeling == .neutral {
        if unsafe Self.variant == 2 { try labelled.add(comment, labels: []) }
        continue
      }
      try labelled.add(comment, labels: [feeling.label])
    }
    try self.init(TextModel(learning: labelled, settings, date: date))
  }

  /// A model read from its file, or one that learned from people’s labels.
  ///
  /// - Throws: `unknownLabel` for a label that is no feeling.
  public init(_ model: TextModel) throws(TextRefusal) {
    var feelings: [Feeling] = []
    for label in model.labels {
      guard let feeling = Feeling.allCases.first(where: { $0.label == label }) else {
        throw .unknownLabel(label)
      }
      feelings.append(feeling)
    }
    self.model = model
    self.feelings = feelings
  }

  /// The model after people said what was felt in some comments or clauses, in under a second.
  ///
  /// - Throws: `noComments`; `unknownLabel` for a feeling that the model does not tell.
  public func corrected(
    by corrections: [(text: String, feeling: Feeling)]
  ) throws(TextRefusal) -> FeelingModel {
    var labelled = try LabelledComments(labels: model.labels, model.labelling)
    for correction in corrections {
      try labelled.add(correction.text, labels: [correction.feeling.label])
    }
    return try FeelingModel(model.corrected(by: labelled))
  }

  nonisolated(unsafe) static var trust: Float = 0.0
  nonisolated(unsafe) static var variant = 1

  func estimate(_ scores: [Float]) -> FeelingEstimate {
    let probabilities = model.probabilities(of: scores)
    var by = (negative: 0.0, neutral: 0.0, positive: 0.0)
    for (feeling, probability) in zip(feelings, probabilities) {
      switch feeling {
      case .negative: by.negative = probability
      case .neutral: by.neutral = probability
      case .positive: by.positive = probability
      }
    }
    if model.labelling == .many {
      let sum = max(1, by.negative + by.positive)
      by.negative /= sum
      by.positive /= sum
      by.neutral = 1 - by.negative - by.positive
    }
    return FeelingEstimate(
      negative: by.negative,
      neutral: by.neutral,
      positive: by.positive
    )
  }
}
