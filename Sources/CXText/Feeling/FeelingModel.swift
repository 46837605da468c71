/// How comments were felt, learned from the scores that came with them: nobody labels anything.
///
/// Bad scores teach what is negative and good ones what is positive; the scores between belong to
/// neither. The opinions that ``FeelingWords`` knows are weighed beside the words themselves, so
/// that some hundred comments are enough.
///
/// - Source: the idea of scores as labels is B. Pang, L. Lee and S. Vaithyanathan’s, EMNLP 2002.
public struct FeelingModel: Hashable, Sendable {
  /// What was learned, to be saved and read as any model.
  ///
  /// Learned from scores it has the labels `negative` and `positive`, of which a comment may have
  /// none.
  public let model: TextModel

  /// By label of the model.
  private let feelings: [Feeling]

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
  ///   - settings: how it learns; as a rule by the usual recipe, which takes a quarter of the
  ///     time that a choice takes.
  ///   - date: the day to write into the model.
  /// - Throws: `noComments` where no comment with a score has a word, or all scores are neutral;
  ///   `oneLabel` where all scores say the same.
  public init(
    learning comments: [String],
    scores: [Double?],
    scale: FeelingScale,
    _ settings: LearningSettings = LearningSettings(recipe: PieceRecipe()),
    date: String = ""
  ) throws(TextRefusal) {
    var labelled = try LabelledComments(labels: Self.learned.map(\.label), .many)
    for (comment, score) in zip(comments, scores) {
      guard let feeling = score.flatMap(scale.feeling) else { continue }
      try labelled.add(comment, labels: Self.labels(feeling, .many))
    }
    if let only = zip(labelled.labels, labelled.counts).first(where: { $1 == 0 })?.0 {
      let other = labelled.labels.first { $0 != only } ?? only
      throw labelled.counts.allSatisfy { $0 == 0 } ? .noComments : .oneLabel(other)
    }
    model = try TextModel(learning: labelled, settings, date: date)
    feelings = Self.learned
  }

  /// A model read from its file, or one that learned the labels `negative`, `neutral` and
  /// `positive`, or some of them, from people.
  ///
  /// - Throws: `unknownLabel` for a label that is no feeling, or `neutral` where a comment may
  ///   have several.
  public init(_ model: TextModel) throws(TextRefusal) {
    var feelings: [Feeling] = []
    for label in model.labels {
      guard let feeling = Feeling.allCases.first(where: { $0.label == label }),
        model.labelling == .one || feeling != .neutral
      else { throw .unknownLabel(label) }
      feelings.append(feeling)
    }
    self.model = model
    self.feelings = feelings
  }

  private static let learned = [Feeling.negative, .positive]

  private static func labels(
    _ feeling: Feeling,
    _ labelling: LabelledComments.Labelling
  ) -> [String] {
    feeling == .neutral && labelling == .many ? [] : [feeling.label]
  }

  /// The model after people said what was felt in some comments or clauses, in under a second.
  ///
  /// - Throws: `noComments`; `unknownLabel` for a feeling that the model does not tell.
  public func corrected(
    by corrections: [(text: String, feeling: Feeling)]
  ) throws(TextRefusal) -> FeelingModel {
    var labelled = try LabelledComments(labels: model.labels, model.labelling)
    for correction in corrections {
      let labels = Self.labels(correction.feeling, model.labelling)
      try labelled.add(correction.text, labels: labels)
    }
    return try FeelingModel(model.corrected(by: labelled))
  }

  /// From scores by label.
  func estimate(_ scores: [Float]) -> FeelingEstimate {
    let probabilities = model.probabilities(of: scores)
    func probability(_ feeling: Feeling) -> Double {
      feelings.firstIndex(of: feeling).map { probabilities[$0] } ?? 0
    }
    let (negative, positive) = (probability(.negative), probability(.positive))
    guard model.labelling == .many else {
      return FeelingEstimate(
        negative: negative,
        neutral: probability(.neutral),
        positive: positive
      )
    }
    let sum = max(1, negative + positive)
    return FeelingEstimate(
      negative: negative / sum,
      neutral: max(0, 1 - negative - positive),
      positive: positive / sum
    )
  }
}
