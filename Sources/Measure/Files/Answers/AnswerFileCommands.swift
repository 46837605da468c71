import Access
import ArgumentParser
import CXMetrics
import Tabular

/// What commands that measure a file of answers have in common.
struct AnswerFileOptions: ParsableArguments {
  @Option(help: "How often the interval should hold the truth.")
  var confidence = 0.95

  @OptionGroup var report: ReportOptions

  /// Measures and says what was found.
  func deliver(_ measure: (Confidence) throws -> MeasuredFile) throws {
    do {
      _ = try report.spoken()
      let measured = try measure(Confidence(typed: confidence))
      try report.deliver(measured.figures) { [measured.report($0)] }
    } catch {
      throw FileRefusal.telling(error)
    }
  }

  /// Says on standard error what was left out.
  static func sayLeftOut(_ rows: AnswerRows) { rows.rejections.say(remarks: rows.remarks) }
}
