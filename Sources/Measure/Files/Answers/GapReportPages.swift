import CXMetrics
import Kernel
import Web

/// Gaps between expectation and perception, for people.
extension GapFile {
  var measured: MeasuredFile { MeasuredFile(kind: "servqual", figures: json) { report(in: $0) } }

  private func report(in language: Language) -> FigureReport {
    let text = AnswerReportText(language, confidence: confidence)
    let words = text.words
    return FigureReport(
      finding: finding(words),
      source: text.source(rows),
      headline: headline(text),
      parts: [dimensionPart(text), itemPart(text)]
    )
  }

  /// Named after SERVQUAL's dimensions, in the language of the page where they are.
  private func name(_ place: Int, _ words: Catalogue) -> String {
    let name = survey.questionnaire.dimensions[place].name
    return isServqual || name == "all" ? words["gaps.\(name)"] : name
  }

  private var isServqual: Bool {
    survey.questionnaire.dimensions.map(\.name) == GapQuestionnaire.servqual.dimensions.map(\.name)
  }

  private func finding(_ words: Catalogue) -> String {
    if survey.dimensions.count == 1 { return itemFinding(words) }
    let means = survey.dimensions.enumerated().compactMap { place, gaps in
      gaps.mean.map { (place: place, mean: $0) }
    }
    guard let worst = means.min(by: { $0.mean < $1.mean }) else { return words["file.none"] }
    return words.text(
      worst.mean < 0 ? "gaps.finding" : "gaps.finding_none",
      ["dimension": name(worst.place, words)]
    )
  }

  /// Where all items stand together, the worst of them says more than their mean.
  private func itemFinding(_ words: Catalogue) -> String {
    let gaps = survey.items.enumerated().compactMap { place, item in
      item.gap.map { (number: place + 1, gap: $0) }
    }
    guard let worst = gaps.min(by: { $0.gap < $1.gap }) else { return words["file.none"] }
    let number = NumberText.integer(worst.number, in: words.language)
    return words.text(
      worst.gap < 0 ? "gaps.finding" : "gaps.finding_none",
      ["dimension": "\(words["gaps.item"]) \(number)"]
    )
  }

  private func headline(_ text: AnswerReportText) -> FigureReport.Headline? {
    guard let mean = survey.weighted.mean else { return nil }
    let interval = survey.weighted.interval(at: confidence)
    let count = survey.weighted.count
    let sentence = text.sentence(interval, count: count, text.change)
    let width = Double(survey.questionnaire.scale.points - 1)
    return FigureReport.Headline(
      label: text.words["gaps.weighted"],
      value: text.change(mean),
      sentence: sentence,
      isLowBase: count < Estimate.lowBaseBelow,
      picture: interval.map {
        IntervalScale(
          id: "gap-overall",
          title: text.words["gaps.weighted"],
          description: sentence,
          value: mean,
          interval: $0.low...$0.high,
          limits: -width...width,
          language: text.language
        ).svg
      }
    )
  }

  private func dimensionPart(_ text: AnswerReportText) -> FigureReport.Part {
    let words = text.words
    let columns = [
      "gaps.expected", "gaps.perceived", "chart.gap", "file.between", "answers.p",
      "answers.alpha", "file.number",
    ]
    return FigureReport.Part(
      title: words["gaps.by_dimension"],
      note: words["gaps.note"],
      picture: picture(text),
      table: FigureReport.Table(
        columns: [.init(name: words["gaps.dimension"], isNumber: false)]
          + columns.map { .init(name: words[$0]) },
        rows: survey.dimensions.indices.map { place in
          let gaps = survey.dimensions[place]
          return [
            name(place, words), text.number(survey.pairs[place].expectations.mean),
            text.number(survey.pairs[place].perceptions.mean), text.change(gaps.mean),
            text.between(gaps.interval(at: confidence), text.change),
            text.pValue(test(place)?.pValue), text.number(alpha(place)), text.count(gaps.count),
          ]
        }
      ),
      method: words["gaps.how"]
    )
  }

  private func picture(_ text: AnswerReportText) -> String? {
    let scale = survey.questionnaire.scale
    let rows = survey.dimensions.indices.compactMap { place -> DotAndGap.Row? in
      let pairs = survey.pairs[place]
      guard let expected = pairs.expectations.mean, let perceived = pairs.perceptions.mean,
        let interval = pairs.perceptions.interval(at: confidence),
        let gap = survey.dimensions[place].interval(at: confidence)
      else { return nil }
      return DotAndGap.Row(
        name: name(place, text.words),
        expected: expected,
        perceived: perceived,
        interval: interval.low...interval.high,
        verdict: gap.high < 0 ? .behind : gap.low > 0 ? .ahead : .unclear,
        description: "\(text.words["chart.gap"]) \(text.change(perceived - expected))"
      )
    }
    guard !rows.isEmpty else { return nil }
    let chart = DotAndGap(
      id: "gap",
      rows: rows,
      limits: Double(scale.lowest)...Double(scale.highest),
      language: text.language
    )
    let key = ChartKey([.ring: text.words["gaps.expected"], .disc: text.words["gaps.perceived"]])
    let pictures = zip(rows, chart.pictures).map { (name: $0.name, svg: $1) }
    return key.html + text.stacked(pictures, foot: chart.axis)
  }

  private func itemPart(_ text: AnswerReportText) -> FigureReport.Part {
    let words = text.words
    let hasStatements = isServqual && survey.items.count == ServiceQualityItem.count
    let order = survey.items.indices.sorted {
      (survey.items[$0].gap ?? .infinity) < (survey.items[$1].gap ?? .infinity)
    }
    return FigureReport.Part(
      title: words["gaps.by_item"],
      note: words["gaps.items_note"],
      table: FigureReport.Table(
        columns: [
          .init(name: words["gaps.item"], isNumber: false), .init(name: words["gaps.expected"]),
          .init(name: words["gaps.perceived"]), .init(name: words["chart.gap"]),
          .init(name: words["file.number"]),
        ],
        rows: order.map { place in
          let item = survey.items[place]
          return [
            hasStatements ? statement(of: place + 1, text) : text.count(place + 1),
            text.number(item.meanExpectation),
            text.number(item.meanPerception), text.change(item.gap), text.count(item.count),
          ]
        }
      )
    )
  }

  private func statement(of item: Int, _ text: AnswerReportText) -> String {
    let key = item < 10 ? "gaps.statement_0\(item)" : "gaps.statement_\(item)"
    return "\(text.count(item)) \(text.words[key])"
  }
}
