import Kernel
import Mustache
import Web

/// A report, or several after each other, as one page that needs nothing else and prints well.
struct FigureReportPage: Page {
  static let template = MustacheTemplate(embedded: Templates.figure_report)

  let hatching: String
  let reports: [Report]

  struct Report: Sendable {
    let isFirst: Bool
    let finding: String
    let source: String
    let headline: Headline?
    let parts: [Part]
  }

  struct Headline: Sendable {
    let level: String
    let label: String
    let value: String
    let sentence: String
    let lowBase: String?
    let picture: String?
  }

  struct Part: Sendable {
    /// Of its heading, below the report's own.
    let level: String
    let id: String
    let title: String
    let note: String?
    let picture: String?
    let hasTable: Bool
    let columns: [Cell]
    let rows: [Row]
    let more: String?
    let method: String?
    let how: String
  }

  struct Row: Sendable {
    let cells: [Cell]

    /// What somebody said about it, across all columns.
    let quote: String?
    let span: Int
  }

  struct Cell: Sendable {
    let text: String

    /// The class of numbers.
    let side: String
  }

  init(_ reports: [FigureReport], in language: Language) {
    let words = Catalogue.of(language)
    hatching = ShareBar.hatching
    self.reports = reports.enumerated().map { Report($1, number: $0 + 1, words) }
  }

  /// The whole document, named by the first finding.
  static func document(_ reports: [FigureReport], in language: Language) -> String {
    StandaloneDocument(
      reports.first?.finding ?? "Touchstone",
      in: language,
      stylesheets: [.tokens, .components, Asset("file-figures.css", Assets.file_figures_css)],
      body: FigureReportPage(reports, in: language).html
    ).html
  }
}

extension FigureReportPage.Report {
  fileprivate init(_ report: FigureReport, number: Int, _ words: Catalogue) {
    isFirst = number == 1
    let level = isFirst ? "2" : "3"
    finding = report.finding
    source = report.source
    headline = report.headline.map {
      FigureReportPage.Headline(
        level: level,
        label: $0.label,
        value: $0.value,
        sentence: $0.sentence,
        lowBase: $0.isLowBase ? words["file.low_base"] : nil,
        picture: $0.picture
      )
    }
    parts = report.parts.enumerated().map {
      FigureReportPage.Part($1, level: level, id: "report\(number)-\($0 + 1)", words)
    }
  }
}

extension FigureReportPage.Part {
  fileprivate init(_ part: FigureReport.Part, level: String, id: String, _ words: Catalogue) {
    let columns = part.table?.columns ?? []
    func cells(_ texts: [String]) -> [FigureReportPage.Cell] {
      zip(texts, columns).map { .init(text: $0, side: $1.isNumber ? "n" : "") }
    }
    self.level = level
    self.id = id
    title = part.title
    note = part.note
    picture = part.picture
    hasTable = part.table != nil
    self.columns = cells(columns.map(\.name))
    let quotes = part.table?.quotes ?? []
    rows = (part.table?.rows ?? []).enumerated().map { place, row in
      FigureReportPage.Row(
        cells: cells(row),
        quote: place < quotes.count ? quotes[place] : nil,
        span: columns.count
      )
    }
    more = part.table?.more
    method = part.method
    how = words["overview.how_title"]
  }
}
