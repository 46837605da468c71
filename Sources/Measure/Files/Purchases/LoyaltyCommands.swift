import Access
package import ArgumentParser
import CXMetrics
import Foundation
import Kernel
import Tabular

/// `touchstone loyalty PURCHASES`: how often customers buy, who is best, who is still there.
package struct LoyaltyCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "loyalty",
    abstract: "Purchase cycle, RFM, and what customers will still buy, from a file of purchases.",
    discussion: """
      The file is CSV or TSV with a header, a line a purchase; refunds are negative amounts, \
      booked on the day of their purchase. Purchases of one customer and day count once.

      EXAMPLE:
        touchstone loyalty purchases.csv --months 12 --margin 0.3 --customers customers.csv
      """
  )

  @Argument(help: "The file; - for standard input.")
  var file: String

  @OptionGroup var columns: PurchaseOptions

  @Option(help: "The last day that is known, 2026-11-23; the last of the file without it.")
  var asOf: String?

  @Option(help: "Days that recency, frequency and money look back.")
  var windowDays = 365

  @Option(help: "Months to look ahead.")
  var months = 12

  @Option(help: "What money loses a month: 0.01 for 1 %.")
  var monthlyDiscount = 0.01

  @Option(help: "The share of spend that is kept; 1 gives revenue.")
  var margin = 1.0

  @Option(help: "What the models count in: week or day.")
  var unit = LoyaltyFigures.TimeUnit.week.rawValue

  @Option(help: "Also write a line for each customer to this CSV file.")
  var customers: String?

  @OptionGroup var options: ReportOptions

  package init() {}

  package func run() async throws {
    do {
      _ = try options.spoken()
      let (purchases, span) = try await columns.read(file)
      let figures = try await LoyaltyFigures.measure(
        purchases,
        terms(known: span.upperBound),
        tasks: ProcessInfo.processInfo.activeProcessorCount
      )
      if let customers { try write(figures, to: customers) }
      try options.deliver(figures.json) { [FigureReport(figures, in: $0)] }
    } catch {
      throw FileRefusal.telling(error)
    }
  }

  private func terms(known last: Day) throws(WrongUsage) -> LoyaltyFigures.Terms {
    guard let unit = LoyaltyFigures.TimeUnit(rawValue: unit) else {
      throw WrongUsage(reason: "--unit is week or day, not “\(unit)”")
    }
    return LoyaltyFigures.Terms(
      asOf: try asOf.map { text throws(WrongUsage) in
        try PurchaseOptions.day(text, of: "--as-of")
      } ?? last,
      windowDays: windowDays,
      months: months,
      monthlyDiscount: monthlyDiscount,
      margin: margin,
      unit: unit
    )
  }

  private func write(_ figures: LoyaltyFigures, to path: String) throws {
    var lines = Data()
    figures.writeCustomers { lines.append(contentsOf: $0.utf8) }
    do {
      try lines.write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw FileRefusal.because(
        "\(path): the customers cannot be written (\(error.localizedDescription))"
      )
    }
  }
}
