internal import CXMetrics

/// What a model says of comments that it had not seen, beside what people said.
struct UnseenProbabilities {
  /// By comment, then by label.
  private let probabilities: [[Double]]
  private let comments: LabelledComments

  /// - Parameter scores: by label, then by comment.
  init(_ model: TextModel, _ scores: [[Float]], _ comments: LabelledComments) {
    self.comments = comments
    probabilities = comments.texts.indices.map { row in
      model.probabilities(of: scores.map { $0[row] })
    }
  }

  /// The threshold with the best micro F1, to a hundredth.
  var bestThreshold: Double {
    guard comments.labelling == .many else { return 0.5 }
    var (hits, alarms) = (Array(repeating: 0, count: 101), Array(repeating: 0, count: 101))
    var wanted = 0
    for (row, places) in comments.places.enumerated() {
      wanted += places.count
      for (label, probability) in probabilities[row].enumerated() {
        let bin = min(100, max(0, Int(100 * probability)))
        if places.contains(label) { hits[bin] += 1 } else { alarms[bin] += 1 }
      }
    }
    var (best, bestF1, hit, alarm) = (0.5, 0.0, 0, 0)
    for bin in stride(from: 100, through: 1, by: -1) {
      hit += hits[bin]
      alarm += alarms[bin]
      let f1 = 2 * Double(hit) / Double(max(1, hit + alarm + wanted))
      if f1 > bestF1 { (best, bestF1) = (Double(bin) / 100, f1) }
    }
    return best
  }

  func quality(_ model: TextModel) -> TextModelQuality {
    var quality = model.quality
    quality.calibrationError = calibration
    let names = model.labels
    switch comments.labelling {
    case .one:
      guard var report = try? ClassificationReport(labels: names) else { return quality }
      for (row, places) in comments.places.enumerated() {
        guard let predicted = model.labels(of: probabilities[row]).first else { continue }
        try? report.add(gold: names[places[0]], predicted: names[predicted])
      }
      quality.accuracy = report.accuracy ?? 0
      quality.macroF1 = report.macroF1 ?? 0
      quality.microF1 = report.accuracy ?? 0
    case .many:
      guard var report = try? MultilabelReport(labels: names) else { return quality }
      for (row, places) in comments.places.enumerated() {
        let predicted = model.labels(of: probabilities[row]).map { names[$0] }
        try? report.add(gold: places.map { names[$0] }, predicted: predicted)
      }
      quality.accuracy = report.subsetAccuracy ?? 0
      quality.macroF1 = report.macroF1 ?? 0
      quality.microF1 = report.microF1 ?? 0
    }
    return quality
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
