import Access
package import ArgumentParser
import CXMetrics
import Foundation
import Kernel
import Tabular

/// `touchstone nps FILE`: net promoter scores straight from a file, without a server.
package struct NPSCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "nps",
    abstract: "Net promoter scores straight from a CSV or TSV file.",
    discussion: """
      The file is CSV or TSV with a header, UTF-8 or UTF-16, plain or gzip; - reads standard \
      input. Empty answers and words such as NA count as missing, what is no score of the scale \
      as invalid. Lines that cannot be read are reported and left out.

      EXAMPLE:
        touchstone nps answers.csv --score rating --by market --date answered --every quarter
      """
  )

  @Argument(help: "The file; - for standard input.")
  var file: String

  @Option(help: "The column with the answers.")
  var score: String

  @Option(help: "A column to group by; several are crossed.")
  var by: [String] = []

  @Option(help: "The column with the dates; needs --every.")
  var date: String?

  @Option(help: "Group by day, week (ISO), month, quarter or year; needs --date.")
  var every: CalendarUnit?

  @Option(help: "How dates are written, such as d/m/y; without it ISO 8601, or what they show.")
  var dateFormat: String?

  @Option(
    name: .customLong("where"),
    help: "COLUMN=VALUE: only such rows; of one column any of the values, of several all."
  )
  var conditions: [String] = []

  @Option(help: "The column with the weight of each row.")
  var weight: String?

  @Option(help: "0-10, or 1-10 where 0 is no score.")
  var scale = RecommendScale.zeroToTen.rawValue

  @Option(help: "How often the interval should hold the truth.")
  var confidence = 0.95

  @OptionGroup var options: ReportOptions

  @Flag(help: "Refuse the file when any line cannot be used.")
  var strict = false

  package init() {}

  package func run() async throws {
    do {
      let question = try question()
      let figures = try await measure(question)
      try report(figures)
    } catch {
      throw FileRefusal.telling(error)
    }
  }

  private func measure(_ question: FileQuestion) async throws -> FileFigures {
    let opened = try TabularFile(path: file)
    let line = ProgressLine(total: opened.form.isCompressed ? nil : opened.form.size)
    let threads = ProcessInfo.processInfo.activeProcessorCount
    defer { line.end() }
    return try await FileFigures.measure(opened, question, threads: threads) { line.reach($0) }
  }

  private func report(_ figures: FileFigures) throws {
    figures.rejections.say(remarks: figures.remarks)
    if strict && figures.rejections.count > 0 {
      throw FileRefusal.because("\(figures.file) is refused, as --strict asks")
    }
    try options.deliver(
      figures.json,
      text: { figures.table },
      page: { FileFiguresPage.document(figures, in: $0) }
    )
  }
}

// MARK: - From options to a question

extension NPSCommand {
  private func question() throws -> FileQuestion {
    var question = FileQuestion(score: score)
    question.groupings = by
    question.dates = try dates()
    question.conditions = try conditions.map(Self.condition)
    question.weight = weight
    question.scale = try RecommendScale(typed: scale)
    _ = try options.spoken()
    question.confidence = try Confidence(typed: confidence)
    return question
  }

  private func dates() throws -> FileQuestion.Dates? {
    guard let date else {
      if every != nil { throw WrongUsage(reason: "--every needs --date with the column of dates") }
      if dateFormat != nil { throw WrongUsage(reason: "--date-format needs --date") }
      return nil
    }
    guard let every else {
      throw WrongUsage(reason: "--date needs --every: day, week, month, quarter or year")
    }
    return FileQuestion.Dates(
      column: date,
      unit: every,
      pattern: try dateFormat.map(DatePattern.typed)
    )
  }

  private static func condition(_ text: String) throws -> FileQuestion.Condition {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw WrongUsage(reason: "--where “\(text)” has another form than COLUMN=VALUE")
    }
    return FileQuestion.Condition(
      column: String(text[..<equals]),
      value: String(text[text.index(after: equals)...])
    )
  }
}

extension CalendarUnit: ExpressibleByArgument {}
