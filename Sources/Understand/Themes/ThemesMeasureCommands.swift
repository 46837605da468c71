import Access
import ArgumentParser
import CXMetrics
import CXText
import Kernel
import Measure
import Tabular

/// `touchstone themes FILE`: what the comments of a file say, no server needed.
struct ThemesMeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "What the comments of a file say; “measure” may be left out.",
    discussion: """
      Feeling is learned from the scores that came with the comments, where there are some. Themes \
      are those of --themes or --sector, or those people gave in --labels; without any, the \
      starter set that fits best. Vietnamese, Persian and English; nothing leaves this machine.

      EXAMPLE:
        touchstone themes comments.csv --text comment --score nps --date day --html themes.html
      """
  )

  @Argument(help: "The file: CSV or TSV with a header, plain or gzip; - for standard input.")
  var file: String

  @Option(help: "The column of comments; found by its name without it.")
  var text: String?

  @Option(help: "The column with the score that came with each comment.")
  var score: String?

  @Option(help: "The scale of the scores: 0-10, 1-10, 1-5, 0-5, 1-7, 1-3, 0-2, 0-1 or -1-1.")
  var scale: String?

  @Option(help: "The column of dates.")
  var date: String?

  @Option(help: "How its dates are written, such as d/m/y; found by what they show without it.")
  var dateFormat: String?

  @Option(help: "What is compared: day, week, month, quarter or year; what suits without it.")
  var every: CalendarUnit?

  @Option(help: "The column with themes that people gave, as “price; staff” or “price#negative”.")
  var labels: String?

  @Option(help: "What stands between several themes of a cell.")
  var separator = ";"

  @Option(help: "A JSON file of your own themes: names, words and examples.")
  var themes: String?

  @Option(help: "A starter set: retail, hospitality, banking, health, telecom or education.")
  var sector: String?

  @Option(help: "How often the intervals should hold the truth.")
  var confidence = 0.95

  @OptionGroup var options: ReportOptions

  @Flag(help: "Refuse the file when any line cannot be used.")
  var strict = false

  func run() async throws {
    do {
      let question = try question()
      let file = try ThemesFile(file, question)
      file.rejections.say(remarks: file.remarks)
      if strict && file.rejections.count > 0 {
        throw FileRefusal.because("\(file.name) is refused, as --strict asks")
      }
      let figures = try await ThemesFigures.measure(file, question)
      for remark in figures.remarks { CommandText.say("Note: \(remark)") }
      try options.deliver(figures.json) { [FigureReport(figures, in: $0)] }
    } catch {
      throw ModelFile.telling(error)
    }
  }

  private func question() throws -> ThemesQuestion {
    _ = try options.spoken()
    var question = ThemesQuestion()
    (question.text, question.score, question.date) = (text, score, date)
    (question.labels, question.separator, question.unit) = (labels, separator, every)
    question.datePattern = try dateFormat.map(DatePattern.typed)
    question.confidence = try Confidence(typed: confidence)
    if scale != nil, score == nil { throw WrongUsage(reason: "--scale needs --score") }
    if every != nil, date == nil { throw WrongUsage(reason: "--every needs --date") }
    if dateFormat != nil, date == nil { throw WrongUsage(reason: "--date-format needs --date") }
    question.scale = try scale.map(Self.scale)
    if let set = try set() { question.themes = .named(set) }
    return question
  }

  private static func scale(_ typed: String) throws -> FeelingScale {
    let scales: [String: FeelingScale] = [
      "0-10": .recommendation, "1-10": .recommendationFromOne, "1-5": .stars,
      "0-5": .starsFromNone, "1-7": .sevenPoints, "1-3": .faces, "0-2": .ranks, "0-1": .thumbs,
      "-1-1": .signs, "-2-2": .doubleSigns,
    ]
    guard let scale = scales[typed] else {
      throw WrongUsage(
        reason: "--scale is 0-10, 1-10, 1-5, 0-5, 1-7, 1-3, 0-2, 0-1 or -1-1, not “\(typed)”"
      )
    }
    return scale
  }

  private func set() throws -> ThemeSet? {
    if themes != nil, sector != nil {
      throw WrongUsage(reason: "name --themes or --sector; a file of themes may name a sector")
    }
    if let themes { return try ThemesOnDisk.read(themes) }
    return try sector.map(Self.starter)
  }

  static func starter(_ sector: String) throws -> ThemeSet {
    guard let known = ThemeSet.Sector(rawValue: sector) else {
      let names = ThemeSet.Sector.allCases.map(\.rawValue).joined(separator: ", ")
      throw WrongUsage(reason: "the sector is one of \(names), not “\(sector)”")
    }
    return ThemeSet.starter(for: known)
  }
}
