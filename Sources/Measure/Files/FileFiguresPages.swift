import CXMetrics
import Kernel
import Mustache
import Tabular
import Web

/// The figures of a file as one page that needs nothing else: headline, trend with band, table.
struct FileFiguresPage: Page {
  static let template = MustacheTemplate(embedded: Templates.file_figures)

  /// Groups that the page lists; all are in the JSON.
  static let rowsMax = 2_000

  /// Periods that one picture can show; days of ten years.
  static let trendPointsMax = 4_000

  let t: [String: String]
  let finding: String
  let source: String
  let weighted: String?
  let overall: Headline?
  let trend: String?
  let hatching: String
  let labels: [String]
  let hasRows: Bool
  let rows: [Row]
  let more: String?
  let rejected: Left?

  struct Headline {
    let value: String
    let interval: String
    let answers: String
    let isLowBase: Bool
    let picture: String
  }

  struct Row {
    let labels: [String]
    let value: String
    let isLowBase: Bool
    let between: String
    let count: String
    let bar: String
    let missing: String
    let invalid: String
  }

  struct Left {
    let summary: String
    let lines: [Line]

    struct Line {
      let line: String
      let reason: String
    }
  }

  init(_ figures: FileFigures, in language: Language) {
    let words = Catalogue.of(language)
    let text = FileFiguresText(words: words, question: figures.question)
    t = words.section("file")
    finding = text.finding(figures.overall)
    let name = figures.file.split(separator: "/").last.map(String.init) ?? figures.file
    source = words.plural("file.source", figures.rows, ["file": name])
    weighted = figures.question.weight == nil ? nil : words["file.weighted"]
    overall = text.headline(figures.overall)
    trend = text.trend(figures)
    hatching = ShareBar.hatching
    labels =
      figures.question.groupings + (figures.question.dates == nil ? [] : [words["file.period"]])
    rows = figures.groups.prefix(Self.rowsMax).enumerated().map { text.row($1, number: $0) }
    hasRows = !rows.isEmpty
    let unlisted = figures.groups.count - rows.count
    more = unlisted > 0 ? words.plural("file.groups.more", unlisted) : nil
    rejected = text.left(figures.rejections)
  }

  /// The whole document.
  static func document(_ figures: FileFigures, in language: Language) -> String {
    let page = FileFiguresPage(figures, in: language)
    return StandaloneDocument(
      page.finding,
      in: language,
      stylesheets: [.tokens, .components, Asset("file-figures.css", Assets.file_figures_css)],
      body: page.html
    ).html
  }
}

/// The parts of the page in the words of a language.
struct FileFiguresText {
  let words: Catalogue
  let question: FileQuestion

  private var language: Language { words.language }
  private static let limits = -100.0...100.0

  private func whole(_ value: Double) -> String { NumberText.rounded(value, in: language) }
  private func count(_ value: Int) -> String { NumberText.integer(value, in: language) }

  func finding(_ figure: FileFigure) -> String {
    guard let value = figure.value else { return words["file.none"] }
    return words.text("file.finding", ["nps": whole(value)])
  }

  func headline(_ figure: FileFigure) -> FileFiguresPage.Headline? {
    guard let value = figure.value, let interval = figure.interval else { return nil }
    let sentence = words.text(
      "file.interval",
      [
        "confidence": confidence,
        "low": whole(interval.low), "high": whole(interval.high),
      ]
    )
    return FileFiguresPage.Headline(
      value: whole(value),
      interval: sentence,
      answers: words.plural("file.answers", figure.count),
      isLowBase: figure.isLowBase,
      picture: IntervalScale(
        id: "scale",
        title: words["file.nps"],
        description: sentence,
        value: value,
        interval: interval.low...interval.high,
        limits: Self.limits,
        language: language
      ).svg
    )
  }

  private var confidence: String { question.confidence.text(in: language) }

  func trend(_ figures: FileFigures) -> String? {
    guard figures.timeline.count > 1, let dates = question.dates else { return nil }
    let periods = figures.timeline(by: dates.unit, atMost: FileFiguresPage.trendPointsMax)
    let points = periods.map { period, figure in
      TrendChart.Point(
        label: NumberText.localized(
          BusinessCalendar.iso.label(of: dates.unit, startingOn: period.start),
          in: language
        ),
        reading: figure.flatMap(reading)
      )
    }
    let last = figures.timeline.last?.figure.value.map(whole) ?? ""
    return TrendChart(
      id: "trend",
      title: words["file.trend"],
      description: words.text("file.finding", ["nps": last]),
      points: points,
      limits: Self.limits,
      language: language
    ).svg
  }

  private func reading(_ figure: FileFigure) -> TrendChart.Reading? {
    guard let value = figure.value, let interval = figure.interval else { return nil }
    return TrendChart.Reading(
      value: value,
      low: interval.low,
      high: interval.high,
      isLowBase: figure.isLowBase
    )
  }

  func row(_ group: FileFigures.Group, number: Int) -> FileFiguresPage.Row {
    let figure = group.figure
    let period = group.period.flatMap { period in
      question.dates.map {
        NumberText.localized(
          BusinessCalendar.iso.label(of: $0.unit, startingOn: period.start),
          in: language
        )
      }
    }
    return FileFiguresPage.Row(
      labels: group.values + [period].compactMap(\.self),
      value: figure.value.map(whole) ?? "–",
      isLowBase: figure.isLowBase,
      between: figure.interval.map { "\(whole($0.low)) … \(whole($0.high))" } ?? "",
      count: count(figure.count),
      bar: bar(figure, number: number),
      missing: count(figure.missing),
      invalid: count(figure.invalid)
    )
  }

  private func bar(_ figure: FileFigure, number: Int) -> String {
    guard let promoters = figure.percentPromoters, let detractors = figure.percentDetractors else {
      return ""
    }
    let shares = [detractors, 100 - promoters - detractors, promoters]
    let names = ["file.detractors", "file.passives", "file.promoters"]
    let said = zip(names, shares).map { "\(words[$0]) \(NumberText.share($1, in: language))" }
    return ShareBar(
      id: "bar\(number)",
      title: words["file.nps"],
      description: said.joined(separator: ", "),
      detractors: shares[0] / 100,
      passives: max(0, shares[1]) / 100,
      promoters: shares[2] / 100,
      language: language
    ).svg
  }

  func left(_ rejections: Rejections) -> FileFiguresPage.Left? {
    guard rejections.count > 0 else { return nil }
    return FileFiguresPage.Left(
      summary: words.plural("file.rejected", rejections.count),
      lines: rejections.lines.map { .init(line: count($0.line), reason: $0.reason) }
    )
  }
}
