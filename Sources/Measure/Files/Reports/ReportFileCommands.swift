import Access
package import ArgumentParser
import CXMetrics
import Foundation
import Kernel
import Listen
import Tabular

/// `touchstone report FILE…`: says of any file what it holds, on one page.
package struct ReportFileCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Recognise what files hold and say what it means, on one page.",
    discussion: """
      Scores, comments, purchases and SERVQUAL pairs are recognised by the names of the columns, \
      in English, Vietnamese and Persian, and by what stands in them. Where a guess is wrong, the \
      command of its own (nps, loyalty, servqual) takes columns by name.

      EXAMPLE:
        touchstone report answers.csv purchases.csv --html month.html --language vi
      """
  )

  @Argument(help: "The files: CSV or TSV with a header, plain or gzip.")
  var files: [String]

  @OptionGroup var options: ReportOptions

  package init() {}

  package func run() async throws {
    do {
      _ = try options.spoken()
      if files.contains("-") {
        throw WrongUsage(
          reason: "a report reads a file more than once; save what comes through the pipe first"
        )
      }
      var found: [(file: String, measured: MeasuredFile)] = []
      var failed = 0
      for file in files {
        do {
          for measured in try await Self.measure(file) { found.append((file, measured)) }
        } catch {
          guard let reason = Self.reason(error, of: file) else { throw error }
          failed += 1
          CommandText.say("Error: \(reason)")
        }
      }
      if found.isEmpty { throw ExitCode(1) }
      let listed = found.map { file, measured -> JSON in
        ["file": .string(file), "holds": .string(measured.kind), "figures": measured.figures]
      }
      try options.deliver(.array(listed)) { language in
        found.map { $0.measured.report(language) }
      }
      // What could be read was said; that something could not is still a failure.
      if failed > 0 { throw ExitCode(1) }
    } catch {
      throw FileRefusal.telling(error)
    }
  }

  /// Why one file could not be measured; nil for what is no fault of the file.
  private static func reason(_ error: any Error, of file: String) -> String? {
    switch error {
    case let error as TabularError: error.description
    case let error as Unrecognised: error.description
    case let error as Header.UnknownColumn: "\(file): \(error.description)"
    default: nil
    }
  }

  struct Unrecognised: Error, CustomStringConvertible {
    let file: String
    let header: Header

    var description: String {
      let names = header.names.map { "“\($0)”" }.joined(separator: ", ")
      return "\(file): nothing was recognised. The columns are \(names); name them to a command of "
        + "its own, such as `touchstone nps \(file) --score COLUMN`"
    }
  }

  /// All that one file holds.
  ///
  /// - Throws: `TabularError` for a file that cannot be read, `Unrecognised`.
  static func measure(_ file: String) async throws -> [MeasuredFile] {
    let header = try TabularFile(path: file).form.header
    let contents = FileContents(header, try ColumnSample(of: file))
    if contents.isEmpty { throw Unrecognised(file: file, header: header) }
    var measured: [MeasuredFile] = []
    var comments: CommentDigest?
    if let comment = contents.comment {
      comments = try CommentDigest(
        path: file,
        comment: comment,
        score: contents.score,
        date: contents.date
      )
    }
    if let score = contents.score {
      measured.append(try await scores(of: file, header, score, contents.date, comments))
    } else if let comments {
      measured.append(words(of: file, comments))
    }
    if !contents.pairs.isEmpty {
      let gaps = try GapFile(file, GapQuestion(recognisedItems: contents.pairs.count))
      measured.append(gaps.measured)
    }
    if contents.purchases != nil, let bought = try await purchases(of: file) {
      measured.append(bought)
    }
    return measured
  }

  private static func scores(
    of file: String,
    _ header: Header,
    _ score: FileContents.Score,
    _ date: Int?,
    _ comments: CommentDigest?
  ) async throws -> MeasuredFile {
    var question = FileQuestion(score: header.names[score.column])
    question.scale = score.scale
    question.dates = date.map {
      FileQuestion.Dates(column: header.names[$0], unit: .month, pattern: nil)
    }
    let figures = try await FileFigures.measure(
      try TabularFile(path: file),
      question,
      threads: ProcessInfo.processInfo.activeProcessorCount
    )
    return MeasuredFile(kind: "scores", figures: figures.json) {
      FigureReport(figures, comments: comments, in: $0)
    }
  }

  /// Nil where no line could be used.
  private static func purchases(of file: String) async throws -> MeasuredFile? {
    let purchases = try await PurchaseFile(path: file, PurchaseQuestion())
    guard let span = purchases.span else { return nil }
    let figures = try await LoyaltyFigures.measure(
      purchases,
      LoyaltyFigures.Terms(asOf: span.upperBound),
      tasks: ProcessInfo.processInfo.activeProcessorCount
    )
    return MeasuredFile(kind: "purchases", figures: figures.json) { FigureReport(figures, in: $0) }
  }

  private static func words(of file: String, _ comments: CommentDigest) -> MeasuredFile {
    let figures: JSON = ["rows": .count(comments.rows), "comments": .count(comments.comments)]
    return MeasuredFile(kind: "comments", figures: figures) {
      FigureReport(comments, file: file, in: $0)
    }
  }
}
