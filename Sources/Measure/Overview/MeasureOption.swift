import CXMetrics
import Listen

/// Something that can be measured, as a choice.
struct MeasureOption: Hashable, Sendable {
  let measure: FigureMeasure

  /// A survey's token; with `key` it names the one question of a mean.
  var survey: String?
  var key: String?

  /// In one piece, as a list of choices sends it: `nps:0-10`, `mean:1-5:TOKEN:KEY`.
  var address: String {
    let whole = "\(measure.name):\(measure.scaleName)"
    guard let survey, let key else { return whole }
    return "\(whole):\(survey):\(key)"
  }

  /// Every measure that some published question feeds: the ultimate question first, then
  /// satisfaction, effort, and the mean of each rating.
  static func all(of scored: [ScoredQuestion]) -> [MeasureOption] {
    let whole =
      RecommendScale.allCases.map(FigureMeasure.netPromoterScore)
      + [.satisfaction(.satisfaction), .effort]
    let merged = whole.filter { measure in scored.contains { measure.takes($0.kind) } }
      .map { MeasureOption(measure: $0) }
    let ratings = scored.compactMap { question -> MeasureOption? in
      guard case .rating = question.kind, let scale = question.kind.scoreScale else { return nil }
      return MeasureOption(measure: .mean(scale), survey: question.survey, key: question.key)
    }
    return merged + ratings
  }

  func questions(in scored: [ScoredQuestion]) -> [Int64] {
    scored.filter { question in
      measure.takes(question.kind) && (survey == nil || question.survey == survey)
        && (key == nil || question.key == key)
    }.map(\.id)
  }
}
