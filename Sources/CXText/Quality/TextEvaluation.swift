public import CXMetrics

/// A model’s answers beside people’s.
public struct TextEvaluation: Hashable, Sendable {
  /// Where each comment has one label; nil else.
  public private(set) var report: ClassificationReport?

  /// Where a comment may have many labels; nil else.
  public private(set) var multilabelReport: MultilabelReport?

  /// Of all labels of all comments.
  public private(set) var calibration = CalibrationCurve()

  /// Comments of which the model was not sure; they are in no report.
  public private(set) var unsure = 0

  private let labels: [String]

  /// Judges comments by a model that has not seen them.
  ///
  /// - Parameters:
  ///   - model: which judges.
  ///   - comments: with labels, of the model’s.
  ///   - certainty: see ``TextModel/labels(of:certainty:)``.
  /// - Throws: `unknownLabel` where the comments’ labels are not the model’s.
  public init(
    of model: TextModel,
    on comments: LabelledComments,
    certainty: Double = 0
  ) throws(TextRefusal) {
    guard comments.labels == model.labels, comments.labelling == model.labelling else {
      throw .unknownLabel(comments.labels.first { !model.labels.contains($0) } ?? "")
    }
    self.init(comments)
    judge(model, comments, certainty) { _ in true }
  }

  /// Judges each part of comments by a model that learned from the others.
  ///
  /// - Parameters:
  ///   - comments: with labels.
  ///   - settings: how each model learns.
  ///   - parts: how many, from 2 through 20; equal comments are in the same part.
  ///   - certainty: see ``TextModel/labels(of:certainty:)``.
  /// - Throws: what learning throws.
  /// - Complexity: as many times learning.
  public init(
    crossValidating comments: LabelledComments,
    _ settings: LearningSettings = LearningSettings(),
    parts: Int = 5,
    certainty: Double = 0
  ) throws(TextRefusal) {
    self.init(comments)
    let count = min(20, max(2, parts))
    let places = CommentParts.of(comments.texts, count: count, seed: ~settings.seed)
    for part in 0..<count {
      let model = try TextModel(learning: comments.chosen { places[$0] != part }, settings)
      judge(model, comments, certainty) { places[$0] == part }
    }
  }

  private init(_ comments: LabelledComments) {
    labels = comments.labels
    switch comments.labelling {
    case .one: report = try? ClassificationReport(labels: labels)
    case .many: multilabelReport = try? MultilabelReport(labels: labels)
    }
  }

  private mutating func judge(
    _ model: TextModel,
    _ comments: LabelledComments,
    _ certainty: Double,
    _ isChosen: (Int) -> Bool
  ) {
    var classifier = TextClassifier(model)
    for row in comments.texts.indices where isChosen(row) {
      let probabilities = classifier.probabilities(of: comments.texts[row])
      add(
        comments.places[row],
        probabilities,
        model.labels(of: probabilities, certainty: certainty)
      )
    }
  }

  private mutating func add(_ gold: [Int], _ probabilities: [Double], _ predicted: [Int]) {
    for (label, probability) in probabilities.enumerated() {
      calibration.add(probability, gold.contains(label))
    }
    if report != nil {
      if let given = predicted.first, let meant = gold.first {
        try? report?.add(gold: labels[meant], predicted: labels[given])
      } else {
        unsure += 1
      }
    }
    try? multilabelReport?.add(
      gold: gold.map { labels[$0] },
      predicted: predicted.map { labels[$0] }
    )
  }
}
