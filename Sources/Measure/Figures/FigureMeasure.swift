import CXMetrics
import Kernel
import Listen

/// What is measured, on which scale: scales are never mixed.
enum FigureMeasure: Hashable, Sendable {
  case netPromoterScore(RecommendScale)
  case satisfaction(ScoreScale)
  case effort
  case mean(ScoreScale)

  /// The name in addresses and answers.
  var name: String {
    switch self {
    case .netPromoterScore: NetPromoterScore.id
    case .satisfaction: CustomerSatisfaction.id
    case .effort: CustomerEffort.id
    case .mean: MeanScore.id
    }
  }

  static let names = ["nps", "csat", "ces", "mean"]

  /// `0-10`, as files and the API write scales.
  var scaleName: String {
    switch self {
    case .netPromoterScore(let scale): scale.rawValue
    case .satisfaction(let scale), .mean(let scale): "\(scale.lowest)-\(scale.highest)"
    case .effort: EffortScale.agreement.rawValue
    }
  }

  /// The ends of the figure itself.
  var limits: ClosedRange<Double> {
    switch self {
    case .netPromoterScore: -100...100
    case .satisfaction, .effort: 0...100
    case .mean(let scale): Double(scale.lowest)...Double(scale.highest)
    }
  }

  /// Whether a question's answers belong to this measure.
  func takes(_ kind: QuestionKind) -> Bool {
    switch self {
    case .netPromoterScore(let scale): kind.recommendScale == scale
    case .satisfaction(let scale): kind == .satisfaction1To5 && kind.scoreScale == scale
    case .effort: kind == .effort1To7
    case .mean(let scale): kind.scoreScale == scale
    }
  }

  func estimate(_ tally: Tally<11>, _ confidence: Confidence) -> Estimate? {
    switch self {
    case .netPromoterScore(let scale):
      NetPromoterScore.estimate(from: tally, scale: scale, confidence: confidence)
    case .satisfaction(let scale):
      CustomerSatisfaction.estimate(from: tally, scale: scale, confidence: confidence)
    case .effort:
      CustomerEffort.estimate(from: tally, scale: EffortScale.agreement, confidence: confidence)
    case .mean(let scale): MeanScore.estimate(from: tally, scale: scale, confidence: confidence)
    }
  }

  /// All that is known of a tally, by the names of the calculator.
  ///
  /// Facts are scores: who left a question out is not among them, so `missing` is null. What is off
  /// the scale was refused at the door, so `invalid` is 0.
  func json(_ tally: Tally<11>, _ confidence: Confidence) -> JSONObject {
    switch self {
    case .netPromoterScore(let scale):
      NetPromoterScore.summary(
        of: NetPromoterCounts(tally, scale: scale),
        confidence: confidence
      ).json(missing: nil, invalid: 0)
    case .satisfaction(let scale), .mean(let scale):
      CustomerSatisfaction.summary(of: tally, scale: scale, confidence: confidence)
        .json(missing: nil, invalid: 0)
    case .effort:
      CustomerEffort.summary(of: tally, scale: .agreement, confidence: confidence)
        .json(missing: nil, invalid: 0)
    }
  }
}

extension QuestionKind {
  /// The scale as metrics know it; nil where answers are no scores.
  var scoreScale: ScoreScale? {
    if self == .yesNo { return try? ScoreScale(0, 1) }
    guard let scale else { return nil }
    return try? ScoreScale(scale.lowerBound, scale.upperBound)
  }
}
