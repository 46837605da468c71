import CXMetrics
import Kernel
import Listen
import Web

/// A score as the list of surveys shows it.
extension SurveyScore {
  init(
    _ estimate: Estimate,
    of question: ScoredQuestion,
    _ measure: FigureMeasure,
    in language: Language
  ) {
    let text = MeasureText(measure: measure, language: language)
    var request = OverviewRequest()
    request.measure = measure
    request.survey = question.survey
    request.key = question.key
    request.period = .named(.allTime)
    self.init(
      measure: Catalogue.of(language)["overview.measure.\(measure.words)"],
      value: text.value(estimate.value),
      range: text.between(estimate.low, estimate.high),
      count: estimate.count,
      isLowBase: estimate.isLowBase,
      href: request.href()
    )
  }
}
