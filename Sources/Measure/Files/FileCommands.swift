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

  @Option(help: "Also write a page that needs nothing else to this file.")
  var html: String?

  @Option(help: "The language of that page: en, vi or fa.")
  var language = Language.english.rawValue

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Refuse the file when any line cannot be used.")
  var strict = false

  package init() {}

  package func run() async throws {
    do {
      let question = try question()
      let figures = try await measure(question)
      try report(figures)
    } catch let error as WrongUsage {
      throw refusal(error.reason, code: 2)
    } catch let error as Header.UnknownColumn {
      throw refusal(error.description, code: 2)
    } catch let error as TabularError {
      throw refusal(error.description, code: 1)
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
    for remark in figures.remarks { CommandText.say("Note: \(remark)") }
    let rejections = figures.rejections
    if rejections.count > 0 { sayRejected(rejections) }
    if strict && rejections.count > 0 {
      throw refusal("\(figures.file) is refused, as --strict asks", code: 1)
    }
    if let html { try writePage(figures, to: html) }
    CommandText.write(json ? figures.json.serialized() + "\n" : figures.table)
  }

  private func writePage(_ figures: FileFigures, to path: String) throws {
    let spoken = Language(tag: language) ?? .english
    do {
      let page = Data(FileFiguresPage.document(figures, in: spoken).utf8)
      try page.write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw refusal("\(path): the page cannot be written (\(error.localizedDescription))", code: 1)
    }
  }

  /// Lines that are listed for people; JSON lists more.
  private static let rejectedSaidMax = 10

  private func sayRejected(_ rejections: Rejections) {
    let lines = rejections.count == 1 ? "1 line is" : "\(rejections.count) lines are"
    CommandText.say("\(lines) left out:")
    for rejected in rejections.lines.prefix(Self.rejectedSaidMax) {
      CommandText.say("  line \(rejected.line): \(rejected.reason)")
    }
    let more = rejections.count - min(rejections.lines.count, Self.rejectedSaidMax)
    if more > 0 { CommandText.say("  and \(more) more") }
  }

  private func refusal(_ reason: String, code: Int32) -> ExitCode {
    CommandText.say("Error: \(reason)")
    return ExitCode(code)
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
    guard let scale = RecommendScale(rawValue: scale) else {
      throw WrongUsage(reason: "--scale is 0-10 or 1-10, not “\(scale)”")
    }
    question.scale = scale
    guard Language(tag: language) != nil else {
      throw WrongUsage(reason: "--language is en, vi or fa, not “\(language)”")
    }
    do throws(MetricRefusal) {
      question.confidence = try Confidence(confidence)
    } catch {
      throw WrongUsage(reason: error.description)
    }
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
    let pattern = try dateFormat.map { text in
      guard let pattern = DatePattern(text) else {
        throw WrongUsage(
          reason: "--date-format “\(text)” is no pattern; name day, month and year once each, "
            + "such as d/m/y, y-m-d or yyyymmdd"
        )
      }
      return pattern
    }
    return FileQuestion.Dates(column: date, unit: every, pattern: pattern)
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
