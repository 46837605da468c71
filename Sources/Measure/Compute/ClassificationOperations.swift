import CXMetrics
import Kernel

extension ComputeOperation {
  static let classification = [
    Self("classification_report", "How well comments were sorted into labels, one each") {
      input throws(MetricRefusal) in
      var report = try ClassificationReport(labels: JSON.texts(input.list("labels")))
      let gold = try JSON.texts(input.list("gold"))
      let predicted = try JSON.texts(input.list("predicted"))
      guard gold.count == predicted.count else { throw .lengthMismatch }
      for (gold, predicted) in zip(gold, predicted) {
        try report.add(gold: gold, predicted: predicted)
      }
      return .object(report.json)
    },
    Self("multilabel_report", "How well comments were given labels, any number each") {
      input throws(MetricRefusal) in
      var report = try MultilabelReport(labels: JSON.texts(input.list("labels")))
      let gold = try input.list("gold")
      let predicted = try input.list("predicted")
      guard gold.count == predicted.count else { throw .lengthMismatch }
      for (gold, predicted) in zip(gold, predicted) {
        guard let gold = gold.array, let predicted = predicted.array else { throw .invalidInput }
        try report.add(gold: JSON.texts(gold), predicted: JSON.texts(predicted))
      }
      return .object(report.json)
    },
  ]
}

extension JSON {
  /// - Throws: `invalidInput` for anything but texts.
  fileprivate static func texts(_ list: [JSON]) throws(MetricRefusal) -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(list.count)
    for element in list {
      guard let text = element.string else { throw .invalidInput }
      texts.append(text)
    }
    return texts
  }
}

extension ClassificationReport {
  fileprivate var json: JSONObject {
    var members = JSONObject()
    for (label, score) in zip(labels, scores) {
      members[label] = [
        "precision": .figure(score.precision),
        "recall": .figure(score.recall),
        "f1": .figure(score.f1),
        "support": .count(score.support),
      ]
    }
    return [
      "confusion": .array(confusion.map { row in .array(row.map { .count($0) }) }),
      "per_label": .object(members),
      "accuracy": .figure(accuracy),
      "macro_f1": .figure(macroF1),
      "micro_f1": .figure(accuracy),
      "weighted_f1": .figure(weightedF1),
      "cohen_kappa": .figure(kappa),
    ]
  }
}

extension MultilabelReport {
  fileprivate var json: JSONObject {
    [
      "macro_f1": .figure(macroF1),
      "micro_f1": .figure(microF1),
      "subset_accuracy": .figure(subsetAccuracy),
      "hamming_loss": .figure(hammingLoss),
      "example_f1": .figure(exampleF1),
    ]
  }
}
