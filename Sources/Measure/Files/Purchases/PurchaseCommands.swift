import Access
import ArgumentParser
import Foundation
import Kernel
import Tabular

/// How commands are told which columns of a file of purchases mean what.
struct PurchaseOptions: ParsableArguments {
  @Option(help: "The column that says who bought; guessed where it is not named.")
  var customer: String?

  @Option(help: "The column with the day of the purchase.")
  var date: String?

  @Option(help: "The column with what was paid; without one every purchase counts as 1.")
  var amount: String?

  @Flag(help: "Count every purchase as 1, whatever was paid; free ones then count too.")
  var ignoreAmounts = false

  @Option(help: "How dates are written, such as d/m/y; without it ISO 8601, or what they show.")
  var dateFormat: String?

  func question() throws(WrongUsage) -> PurchaseQuestion {
    PurchaseQuestion(
      customer: customer,
      date: date,
      amount: amount,
      ignoresAmounts: ignoreAmounts,
      pattern: try dateFormat.map { text throws(WrongUsage) in try Self.pattern(text) }
    )
  }

  static func pattern(_ text: String) throws(WrongUsage) -> DatePattern {
    guard let pattern = DatePattern(text) else {
      throw WrongUsage(
        reason: "--date-format “\(text)” is no pattern; name day, month and year once each, such "
          + "as d/m/y, y-m-d or yyyymmdd"
      )
    }
    return pattern
  }

  /// A day as an option gives it.
  static func day(_ text: String, of option: String) throws(WrongUsage) -> Day {
    guard let day = Day(text) else {
      throw WrongUsage(reason: "\(option) “\(text)” is not a day; write 2026-11-23")
    }
    return day
  }

  /// Says on standard error what was left out of a file, and why.
  static func sayLeftOut(_ file: PurchaseFile) {
    for remark in file.remarks { CommandText.say("Note: \(remark)") }
    let rejections = file.rejections
    guard rejections.count > 0 else { return }
    let lines = rejections.count == 1 ? "1 line is" : "\(rejections.count) lines are"
    CommandText.say("\(lines) left out of \(file.name):")
    for rejected in rejections.lines.prefix(10) {
      CommandText.say("  line \(rejected.line): \(rejected.reason)")
    }
    let more = rejections.count - min(rejections.lines.count, 10)
    if more > 0 { CommandText.say("  and \(more) more") }
  }

  /// Runs a command’s work and turns what the user can mend into a message and a code.
  static func run(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let error as WrongUsage {
      throw refusal(error.reason, code: 2)
    } catch let error as Header.UnknownColumn {
      throw refusal(error.description, code: 2)
    } catch let error as TabularError {
      throw refusal(error.description, code: 1)
    }
  }

  static func refusal(_ reason: String, code: Int32) -> ExitCode {
    CommandText.say("Error: \(reason)")
    return ExitCode(code)
  }
}
