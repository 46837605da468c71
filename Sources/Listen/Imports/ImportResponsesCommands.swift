import Access
import ArgumentParser
import CXMetrics
import Foundation
import Kernel
import Tabular

/// `touchstone import responses FILE`: answers of the past, from another tool or from paper.
struct ImportResponsesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "responses",
    abstract: "Bring answers in from a CSV or TSV file.",
    discussion: """
      touchstone import responses answers.csv --survey TOKEN --dry-run
      touchstone import responses bank.csv.gz --create-survey "Bank" --map rating=recommend \\
        --map market=attributes.market --map answered=at --date-format d/m/y

      The file has a header; its columns are guessed and shown, and what nobody recognises is left \
      out. --map COLUMN=FIELD says it for sure. FIELD is the key of a question, at, touchpoint, \
      channel, language, unit, employee, product, external_id, attributes.NAME, or - to leave the \
      column out.
      """
  )

  @Argument(help: "The file: CSV or TSV, plain or gzip; - for standard input.")
  var file: String

  @Option(help: ArgumentHelp("The survey that takes the answers.", valueName: "token"))
  var survey: String?

  @Option(help: ArgumentHelp("Make a survey for the file first.", valueName: "name"))
  var createSurvey: String?

  @Option(help: "The scale of the new survey's recommend question: 0-10 or 1-10.")
  var scale = RecommendScale.zeroToTen.rawValue

  @Option(help: ArgumentHelp("COLUMN=FIELD; once for each column.", valueName: "column=field"))
  var map: [String] = []

  @Option(help: "How dates are written, such as d/m/y; else ISO 8601, or what they show.")
  var dateFormat: String?

  @Flag(help: "Show what would become of the rows, and write nothing.")
  var dryRun = false

  @Flag(help: "Go on with an import of this file that was interrupted.")
  var resume = false

  @Flag(help: "Refuse the whole file at the first line that cannot be taken.")
  var strict = false

  @Option(help: ArgumentHelp("Write refused lines there, with the reasons.", valueName: "file"))
  var errors: String?

  @OptionGroup var options: ImportOptions

  func validate() throws {
    if resume {
      guard createSurvey == nil, map.isEmpty, dateFormat == nil, !dryRun, !strict else {
        throw ValidationError(
          "--resume goes on as the import began: leave --create-survey, --map, --date-format, "
            + "--dry-run and --strict out"
        )
      }
    } else if (survey == nil) == (createSurvey == nil) {
      throw ValidationError("name a survey with --survey TOKEN, or make one with --create-survey")
    }
    if RecommendScale(rawValue: scale) == nil {
      throw ValidationError("--scale is 0-10 or 1-10, not “\(scale)”")
    }
  }

  func run() async throws {
    try await options.reporting {
      let source = try ImportSourceFile(file)
      do {
        try await options.withImport { past in
          if resume {
            try await goOn(past, source)
          } else {
            try await begin(past, source)
          }
        }
      } catch let error as TabularError {
        throw CommandRefusal(text: error.named(source.name).description)
      }
    }
  }

  private func begin(_ past: ResponseImport, _ source: ImportSourceFile) async throws {
    let line = ProgressLine(total: try source.textBytes)
    defer { line.end() }
    let prepared = try await past.prepare(try request(source)) { line.reach($0, doing: "Checking") }
    line.end()
    sayPlan(prepared)
    if strict {
      try await past.refuseBadLines(of: prepared) { line.reach($0, doing: "Checking") }
    }
    if dryRun {
      let preview = try await past.preview(prepared) { line.reach($0) }
      line.end()
      let report = ImportReport(prepared, preview)
      return CommandText.write(options.json ? report.json.serialized() + "\n" : report.text)
    }
    let refused = try refusedLines(prepared.form, isGoingOn: false)
    let outcome = try await past.run(
      prepared,
      refused: { try refused?.add($0) },
      progress: { line.reach($0, doing: "Importing") }
    )
    line.end()
    try report(outcome)
  }

  private func goOn(_ past: ResponseImport, _ source: ImportSourceFile) async throws {
    let line = ProgressLine(total: try source.textBytes)
    defer { line.end() }
    let form = try TabularFile(path: source.path).form
    let refused = try refusedLines(form, isGoingOn: true)
    let outcome = try await past.resume(
      path: source.path,
      survey: survey,
      refused: { try refused?.add($0) },
      progress: { line.reach($0, doing: "Importing") }
    )
    line.end()
    try report(outcome)
  }

  private func request(_ source: ImportSourceFile) throws -> ImportRequest {
    var wishes: [ColumnMap.Wish] = []
    for text in map { wishes.append(try ColumnMap.Wish(text)) }
    let choice: ImportRequest.SurveyChoice =
      if let createSurvey {
        .new(
          NewSurvey(
            name: createSurvey,
            scale: RecommendScale(rawValue: scale) ?? .zeroToTen,
            wishes: wishes
          )
        )
      } else {
        .token(survey ?? "")
      }
    return ImportRequest(
      path: source.path,
      fileName: URL(filePath: source.name).lastPathComponent,
      survey: choice,
      wishes: wishes,
      dateFormat: dateFormat
    )
  }

  private func refusedLines(
    _ form: TabularFile.Form,
    isGoingOn: Bool
  ) throws -> RefusedLinesFile? {
    try errors.map { path in
      try RefusedLinesFile(
        path: path,
        header: form.header.names,
        delimiter: form.dialect.delimiter,
        isGoingOn: isGoingOn
      )
    }
  }

  private func sayPlan(_ prepared: PreparedImport) {
    let report = ImportPlanReport(prepared)
    if !options.json { CommandText.say(report.table) }
    for remark in prepared.remarks { CommandText.say("Note: \(remark)") }
  }

  /// Ends with 1 when there were rows and not one could be used.
  private func report(_ outcome: ImportOutcome) throws {
    let report = ImportReport(outcome)
    CommandText.write(options.json ? report.json.serialized() + "\n" : report.text)
    let counts = outcome.run.counts
    if counts.refused > 0 && counts.refused == counts.rows { throw ExitCode(1) }
  }
}

/// The file to be read, which must be read more than once: what comes by standard input is kept in
/// a file of its own until the command ends.
final class ImportSourceFile: Sendable {
  let path: String

  /// The name for people.
  let name: String
  private let isOurs: Bool

  init(_ argument: String) throws {
    guard argument == "-" else {
      path = argument
      name = argument
      isOurs = false
      return
    }
    let folder = FileManager.default.temporaryDirectory
    let copy = folder.appending(path: "touchstone-import-\(UUID().uuidString)")
    guard
      FileManager.default.createFile(
        atPath: copy.path,
        contents: nil,
        attributes: [.posixPermissions: 0o600]
      )
    else { throw CommandRefusal(text: "\(copy.path) cannot be written to keep standard input") }
    path = copy.path
    name = "standard input"
    isOurs = true
    let handle = try FileHandle(forWritingTo: copy)
    while let data = try FileHandle.standardInput.read(upToCount: 1 << 20), !data.isEmpty {
      try handle.write(contentsOf: data)
    }
    try handle.close()
  }

  deinit {
    if isOurs { try? FileManager.default.removeItem(atPath: path) }
  }

  /// The length of the text, in bytes; nil for one that is packed.
  var textBytes: Int? {
    get throws {
      let form = try TabularFile(path: path).form
      return form.isCompressed ? nil : form.size
    }
  }
}

extension TabularError {
  /// The same with the name that the person gave.
  fileprivate func named(_ name: String) -> TabularError {
    TabularError(file: name, line: line, reason: reason)
  }
}
