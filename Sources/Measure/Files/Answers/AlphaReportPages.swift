import CXMetrics
import Kernel
import Web

/// The reliability of a scale, for people.
extension AlphaFile {
  var measured: MeasuredFile { MeasuredFile(kind: "alpha", figures: json) { report(in: $0) } }

  /// From here on a scale is usually called reliable; J. C. Nunnally, "Psychometric Theory", 1978.
  private static let reliableFrom = 0.7

  private func report(in language: Language) -> FigureReport {
    let text = AnswerReportText(language, confidence: confidence)
    return FigureReport(
      finding: finding(text.words),
      source: text.source(rows),
      headline: headline(text),
      parts: alpha.items.isEmpty ? [] : [itemPart(text)]
    )
  }

  private func finding(_ words: Catalogue) -> String {
    guard let value = alpha.value else { return words["alpha.finding_none"] }
    if value < 0 { return words["alpha.finding_negative"] }
    return words[value >= Self.reliableFrom ? "alpha.finding" : "alpha.finding_low"]
  }

  private func headline(_ text: AnswerReportText) -> FigureReport.Headline? {
    guard let value = alpha.value else { return nil }
    let sentence = text.sentence(alpha.interval, count: alpha.rows) { text.number($0) }
    return FigureReport.Headline(
      label: text.words["answers.alpha"],
      value: text.number(value),
      sentence: sentence,
      isLowBase: alpha.rows < Estimate.lowBaseBelow,
      picture: alpha.interval.map {
        IntervalScale(
          id: "alpha",
          title: text.words["answers.alpha"],
          description: sentence,
          value: value,
          interval: $0.low...$0.high,
          limits: 0...1,
          places: 1,
          language: text.language
        ).svg
      }
    )
  }

  private func itemPart(_ text: AnswerReportText) -> FigureReport.Part {
    let words = text.words
    return FigureReport.Part(
      title: words["alpha.items"],
      note: words["alpha.note"],
      table: FigureReport.Table(
        columns: [
          .init(name: words["gaps.item"], isNumber: false), .init(name: words["alpha.deleted"]),
          .init(name: words["alpha.rest"]),
        ],
        rows: zip(items, alpha.items).map {
          [$0, text.number($1.alphaIfDeleted), text.number($1.itemRestCorrelation)]
        }
      ),
      method: words["alpha.how"]
    )
  }
}
