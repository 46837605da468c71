import Access
import CXMetrics
import CXText
import Kernel
import Measure

extension TextEvaluation {
  /// All figures by the names that `compute classification_report` and `multilabel_report` give
  /// them.
  var json: JSONObject {
    var object = JSONObject()
    if let report {
      object["n"] = .integer(Int64(report.count))
      object["unsure"] = .integer(Int64(unsure))
      object["labels"] = .array(report.labels.map { .string($0) })
      object["confusion"] = .array(
        report.confusion.map { .array($0.map { .integer(Int64($0)) }) }
      )
      object["per_label"] = Self.scores(report.labels, report.scores)
      object["accuracy"] = .figure(report.accuracy)
      object["majority_share"] = .figure(report.majorityShare)
      object["macro_f1"] = .figure(report.macroF1)
      object["micro_f1"] = .figure(report.accuracy)
      object["weighted_f1"] = .figure(report.weightedF1)
      object["cohen_kappa"] = .figure(report.kappa)
    }
    if let report = multilabelReport {
      object["n"] = .integer(Int64(report.count))
      object["labels"] = .array(report.labels.map { .string($0) })
      object["per_label"] = Self.scores(report.labels, report.scores)
      object["macro_f1"] = .figure(report.macroF1)
      object["micro_f1"] = .figure(report.microF1)
      object["subset_accuracy"] = .figure(report.subsetAccuracy)
      object["hamming_loss"] = .figure(report.hammingLoss)
      object["example_f1"] = .figure(report.exampleF1)
    }
    object["calibration_error"] = .figure(calibration.error)
    object["calibration"] = .array(calibration.bins.map { Self.json($0) })
    return object
  }

  private static func json(_ bin: CalibrationCurve.Bin) -> JSON {
    let share = bin.share()
    return [
      "n": .integer(Int64(bin.count)), "probability": .figure(bin.probability),
      "share": .figure(bin.count > 0 ? Double(bin.hits) / Double(bin.count) : nil),
      "low": .figure(share?.interval?.low), "high": .figure(share?.interval?.high),
    ]
  }

  private static func scores(_ labels: [String], _ scores: [LabelScore]) -> JSON {
    var object = JSONObject()
    for (label, score) in zip(labels, scores) {
      object[label] = [
        "precision": .number(score.precision), "recall": .number(score.recall),
        "f1": .number(score.f1), "support": .integer(Int64(score.support)),
      ]
    }
    return .object(object)
  }

  /// The same for people.
  var table: String {
    var parts: [String] = []
    let labels = report?.labels ?? multilabelReport?.labels ?? []
    let scores = report?.scores ?? multilabelReport?.scores ?? []
    parts.append(
      Listing(
        ["label", "precision", "recall", "f1", "comments"],
        zip(labels, scores).map { label, score in
          [
            .string(label), .string(percent(score.precision)), .string(percent(score.recall)),
            .string(percent(score.f1)), .integer(Int64(score.support)),
          ]
        }
      ).text(asJSON: false)
    )
    if let report { parts += Self.lines(report, unsure) }
    if let report = multilabelReport {
      parts.append(
        "\(report.count) comments: F1 \(percent(report.microF1)) over all labels, "
          + "\(percent(report.macroF1)) in their mean; \(percent(report.subsetAccuracy)) have all "
          + "labels right."
      )
    }
    parts.append(
      "Probabilities are \(percent(calibration.error)) off in the mean:\n" + calibrationTable
    )
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func lines(_ report: ClassificationReport, _ unsure: Int) -> [String] {
    let confusion = Listing(
      ["by_people", "by_the_model"] + report.labels.dropFirst().map { _ in "" },
      [[.string("")] + report.labels.map { .string($0) }]
        + zip(report.labels, report.confusion).map { label, row in
          [.string(label)] + row.map { .integer(Int64($0)) }
        }
    ).text(asJSON: false)
    let notSure = unsure > 0 ? " Not sure of \(unsure) more." : ""
    return [
      confusion,
      "\(report.count) comments: \(percent(report.accuracy)) right; always saying the commonest "
        + "label gets \(percent(report.majorityShare)). F1 \(percent(report.weightedF1)) weighted, "
        + "\(percent(report.macroF1)) in the mean of labels.\(notSure)",
    ]
  }

  private var calibrationTable: String {
    Listing(
      ["said", "came_true", "between", "labels"],
      calibration.bins.filter { $0.count > 0 }.map { bin in
        let interval = bin.share()?.interval
        return [
          .string(percent(bin.probability)),
          .string(percent(Double(bin.hits) / Double(bin.count))),
          .string("\(percent(interval?.low)) – \(percent(interval?.high))"),
          .integer(Int64(bin.count)),
        ]
      }
    ).text(asJSON: false)
  }
}
