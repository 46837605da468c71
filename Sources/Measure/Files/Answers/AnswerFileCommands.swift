import Access
import ArgumentParser
import CXMetrics
import Tabular

/// What commands that measure a file of answers have in common.
struct AnswerFileOptions: ParsableArguments {
  @Option(help: "How often the interval should hold the truth.")
  var confidence = 0.95

  @OptionGroup var report: ReportOptions

  /// - Throws: `WrongUsage` for one that is none.
  func level() throws(WrongUsage) -> Confidence {
    do throws(MetricRefusal) {
      return try Confidence(confidence)
    } catch {
      throw WrongUsage(reason: error.description)
    }
  }

  /// Measures and says what was found: exits with 2 where the command was called wrongly, with 1
  /// where the file cannot be measured.
  func deliver(_ measure: (Confidence) throws -> MeasuredFile) throws {
    do {
      _ = try report.spoken()
      let measured = try measure(level())
      try report.deliver(measured.figures) { [measured.report($0)] }
    } catch let wrong as WrongUsage {
      throw Self.failed(wrong.reason, code: 2)
    } catch let wrong as Header.UnknownColumn {
      throw Self.failed(wrong.description, code: 2)
    } catch let error as TabularError {
      throw Self.failed(error.description, code: 1)
    } catch let refusal as MetricRefusal {
      throw Self.failed("\(refusal.description) (\(refusal.rawValue))", code: 1)
    }
  }

  private static func failed(_ reason: String, code: Int32) -> ExitCode {
    CommandText.say("Error: \(reason)")
    return ExitCode(code)
  }

  /// Says on standard error what was left out.
  static func sayLeftOut(_ rows: AnswerRows) {
    let saidMax = 10
    for remark in rows.remarks { CommandText.say("Note: \(remark)") }
    guard rows.rejections.count > 0 else { return }
    CommandText.say("\(rows.rejections.count) lines left out:")
    for rejected in rows.rejections.lines.prefix(saidMax) {
      CommandText.say("  line \(rejected.line): \(rejected.reason)")
    }
    let more = rows.rejections.count - min(rows.rejections.lines.count, saidMax)
    if more > 0 { CommandText.say("  and \(more) more") }
  }
}
