internal import CXMetrics
private import Foundation

/// What a model says of comments that it had not seen, beside what people said.
struct UnseenProbabilities {
  /// By comment, then by label.
  private let probabilities: [[Double]]
  private let comments: LabelledComments

  /// The part of each comment.
  private let folds: [Int]

  /// - Parameter scores: by label, then by comment.
  init(
    _ model: TextModel,
    _ scores: [[Float]],
    _ comments: LabelledComments,
    _ folds: [Int]
  ) {
    self.comments = comments
    self.folds = folds
    probabilities = comments.texts.indices.map { row in
      model.probabilities(of: scores.map { $0[row] })
    }
  }

  /// How labels follow best from the probabilities of some of the comments.
  func rule(_ isChosen: (Int) -> Bool) -> DecisionRule {
    var rule = DecisionRule()
    guard comments.labelling == .many else { return rule }
    let rows = comments.texts.indices.filter(isChosen)
    rule.chooseThreshold(rows.map { probabilities[$0] }, rows.map { comments.places[$0] })
    return rule
  }

  /// The labels of each comment by the rule that the other parts’ comments lead to.
  private var predicted: [[Int]] {
    let rules = (0...(folds.max() ?? 0)).map { fold in rule { folds[$0] != fold } }
    return probabilities.indices.map { row in
      rules[folds[row]].labels(of: probabilities[row], comments.labelling)
    }
  }

  func quality(_ model: TextModel) -> TextModelQuality {
    var quality = model.quality
    quality.calibrationError = calibration
    let names = model.labels
    let predicted = predicted
    switch comments.labelling {
    case .one:
      guard var report = try? ClassificationReport(labels: names) else { return quality }
      for (row, places) in comments.places.enumerated() {
        guard let label = predicted[row].first else { continue }
        try? report.add(gold: names[places[0]], predicted: names[label])
      }
      quality.accuracy = report.accuracy ?? 0
      quality.macroF1 = report.macroF1 ?? 0
      quality.microF1 = report.accuracy ?? 0
    case .many:
      guard var report = try? MultilabelReport(labels: names) else { return quality }
      for (row, places) in comments.places.enumerated() {
        let given = predicted[row].map { names[$0] }
        try? report.add(gold: places.map { names[$0] }, predicted: given)
      }
      quality.accuracy = report.subsetAccuracy ?? 0
      quality.macroF1 = report.macroF1 ?? 0
      quality.microF1 = report.microF1 ?? 0
    }
    return quality
  }

  /// How improbable what people said was held to be: the sum of −ln p over the comments, of the
  /// one label of each, or over all labels where it may have many. It tells two ways of learning
  /// apart by fewer comments than their errors would, as each comment says how wrong it was.
  var logLoss: Double {
    comments.places.enumerated().reduce(0) { sum, comment in
      let (probabilities, places) = (probabilities[comment.offset], comment.element)
      if comments.labelling == .one { return sum - Self.log(probabilities[places[0]]) }
      return probabilities.enumerated().reduce(sum) { sum, label in
        sum - Self.log(places.contains(label.offset) ? label.element : 1 - label.element)
      }
    }
  }

  private static func log(_ probability: Double) -> Double {
    Foundation.log(max(1e-9, probability))
  }

  private var calibration: Double {
    var curve = CalibrationCurve()
    for (row, places) in comments.places.enumerated() {
      for (label, probability) in probabilities[row].enumerated() {
        curve.add(probability, places.contains(label))
      }
    }
    return curve.error ?? 0
  }
}
