import CXText
import Kernel
import Measure

/// How the feeling of comments is told: by what was learned from their own scores, or, where there
/// are too few, by words that say it in any business.
struct FeelingSource: Sendable {
  let reader: FeelingReader

  /// What the model learned from; nil where it knows only common words.
  let quality: TextModelQuality?

  /// The share of the commonest feeling among the scores: what one would get right by always
  /// saying it.
  let commonest: Double?

  /// Scores from which on a file’s own words tell more than words of any business.
  static let scoresMin = 200

  init(_ comments: [String], _ scores: FileScores) {
    var counts = FeelingCounts()
    if let scale = scores.scale {
      for score in scores.known { if let felt = scale.feeling(of: score) { counts.add(felt) } }
    }
    guard let scale = scores.scale, counts.total >= Self.scoresMin,
      let model = try? FeelingModel(learning: comments, scores: scores.scores, scale: scale)
    else {
      (reader, quality, commonest) = (FeelingReader(), nil, nil)
      return
    }
    reader = FeelingReader(model)
    quality = model.quality
    let most = Feeling.allCases.map { counts.count($0) }.max() ?? 0
    commonest = Double(most) / Double(counts.total)
  }

  /// For machines; null where nothing was learned.
  var json: JSON {
    guard let quality else { return .null }
    return [
      "n": .count(quality.comments), "accuracy": .figure(quality.accuracy),
      "majority_share": .figure(commonest),
      "calibration_error": .figure(quality.calibrationError),
    ]
  }
}
