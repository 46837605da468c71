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
      pattern: try pattern()
    )
  }

  /// A day as an option gives it.
  static func day(_ text: String, of option: String) throws(WrongUsage) -> Day {
    guard let day = Day(text) else {
      throw WrongUsage(reason: "\(option) “\(text)” is not a day; write 2026-11-23")
    }
    return day
  }

  func pattern() throws(WrongUsage) -> DatePattern? {
    guard let dateFormat else { return nil }
    return try DatePattern.typed(dateFormat)
  }

  /// Reads a file, says what was left out of it, and on which days anything was bought.
  func read(_ path: String) async throws -> (file: PurchaseFile, span: ClosedRange<Day>) {
    let file = try await PurchaseFile(path: path, question())
    file.rejections.say(of: file.name, remarks: file.remarks)
    if file.freeDays > 0 {
      CommandText.say(
        "Note: \(file.freeDays) days on which all a customer took was free are no occasions; "
          + "--ignore-amounts counts them"
      )
    }
    guard let span = file.span else {
      throw FileRefusal.because("\(file.name) holds no purchase")
    }
    return (file, span)
  }
}
