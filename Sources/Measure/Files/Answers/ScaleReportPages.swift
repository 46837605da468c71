import CXMetrics
import Kernel
import Web

/// Satisfaction and effort, for people.
extension ScaleFile {
  var measured: MeasuredFile {
    MeasuredFile(kind: measure.rawValue, figures: json) { report(in: $0) }
  }

  private func report(in language: Language) -> FigureReport {
    let text = AnswerReportText(language, confidence: confidence)
    let words = text.words
    let share = share(all)
    return FigureReport(
      finding: share.percent.map {
        words.text("\(measure.rawValue).finding", ["share": text.share($0)])
      } ?? words["file.none"],
      source: text.source(rows),
      headline: headline(share, text),
      parts: [groupPart(text)]
    )
  }

  private func headline(_ share: Proportion, _ text: AnswerReportText) -> FigureReport.Headline? {
    guard let estimate = share.estimate else { return nil }
    let interval = Interval(low: estimate.low, high: estimate.high)
    let title = text.words["\(measure.rawValue).share"]
    let sentence = text.sentence(interval, count: estimate.count, text.share)
    return FigureReport.Headline(
      label: title,
      value: text.share(estimate.value),
      sentence: sentence,
      isLowBase: estimate.isLowBase,
      picture: IntervalScale(
        id: "share",
        title: title,
        description: sentence,
        value: estimate.value,
        interval: estimate.low...estimate.high,
        limits: 0...100,
        unit: .percent,
        language: text.language
      ).svg
    )
  }

  private func groupPart(_ text: AnswerReportText) -> FigureReport.Part {
    let words = text.words
    let overall = Group(name: words["file.overall"], responses: all)
    let columns = [
      "\(measure.rawValue).share", "file.between", "answers.mean", "overview.between",
      "file.number", "file.missing", "file.invalid",
    ]
    return FigureReport.Part(
      title: words["answers.figures"],
      table: FigureReport.Table(
        columns: [.init(name: words["report.group"], isNumber: false)]
          + columns.map { .init(name: words[$0]) },
        rows: ([overall] + groups).map { group in
          let share = share(group.responses)
          let mean = mean(group.responses)
          let percent = share.interval.map { Interval(low: 100 * $0.low, high: 100 * $0.high) }
          return [
            group.name, text.share(share.percent), text.between(percent, text.share),
            text.number(mean.value), text.between(mean.interval) { text.number($0) },
            text.count(share.trials), text.count(group.responses.missing),
            text.count(group.responses.invalid),
          ]
        }
      ),
      method: words["\(measure.rawValue).how"]
    )
  }
}
