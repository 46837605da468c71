import Access
package import ArgumentParser
import CXMetrics
import Foundation
import Kernel
import Tabular

/// `touchstone profit`: what purchases and answers say together.
package struct ProfitCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "profit",
    abstract: "Good and bad profit, value of promoters, earned growth, satisfied leavers.",
    discussion: """
      Joins a file of purchases (customer, date, amount; profit and source where known) with a \
      file of answers (customer, date, score; why they came, satisfaction and who left where \
      known). \
      Columns are recognised by their names, in English, Vietnamese and Persian; name those that \
      are not. Fees and charges are bad profit whoever pays: sources late_fee, penalty_fee, \
      cancellation_fee, hidden_charge, misleading_sale, lock_in, breakage.

      EXAMPLE:
        touchstone profit --purchases sales.csv --scores answers.csv --acquisition reason
      """
  )

  @Option(help: "The file of purchases, a row a purchase; returns are negative.")
  var purchases: String?

  @Option(help: "The file of answers, a row an answer.")
  var scores: String?

  @Option(help: "The column that says why a customer came: referral, word of mouth, …")
  var acquisition: String?

  @Option(help: "The column with the customer, in both files.")
  var customer: String?

  @Option(help: "The column with the dates.")
  var date: String?

  @Option(help: "How dates are written, such as d/m/y; without it ISO 8601, or what they show.")
  var dateFormat: String?

  @Option(help: "The column with what was paid.")
  var amount: String?

  @Option(help: "The column with what was earned; without one, what was paid is judged.")
  var profit: String?

  @Option(help: "The column with the source of the profit.")
  var source: String?

  @Option(help: "The column with the answers to the ultimate question.")
  var score: String?

  @Option(help: "The column with satisfaction from 1 to 5.")
  var satisfaction: String?

  @Option(help: "The column that says who left.")
  var left: String?

  @Option(help: "0-10, or 1-10 where 0 is no score.")
  var scale = RecommendScale.zeroToTen.rawValue

  @Option(help: "The last day that counts, such as 2026-06-30; without it that of the purchases.")
  var asOf: String?

  @Option(help: "How many days a period has; without it 365, or half of what the file covers.")
  var days: Int?

  @Option(help: "How often the interval should hold the truth.")
  var confidence = 0.95

  @OptionGroup var options: ReportOptions

  package init() {}

  package func run() async throws {
    do {
      _ = try options.spoken()
      let question = try question()
      guard purchases != nil || scores != nil else {
        throw WrongUsage(reason: "name a file with --purchases, one with --scores, or both")
      }
      var rows = ProfitRows()
      if let purchases { try await rows.readPurchases(purchases, question) }
      if let scores { try rows.readAnswers(scores, question) }
      if let acquisition, !rows.knowsReasons {
        throw WrongUsage(reason: "neither file has the column “\(acquisition)” of --acquisition")
      }
      let figures = try ProfitFigures(rows, question)
      for remark in figures.remarks { CommandText.say("Note: \(remark)") }
      try options.deliver(figures.json) { [FigureReport(figures, in: $0)] }
    } catch {
      throw FileRefusal.telling(error)
    }
  }

  private func question() throws -> ProfitQuestion {
    var question = ProfitQuestion()
    question.columns = ProfitQuestion.Names(
      customer: customer,
      date: date,
      amount: amount,
      profit: profit,
      source: source,
      score: score,
      acquisition: acquisition,
      satisfaction: satisfaction,
      left: left
    )
    question.scale = try RecommendScale(typed: scale)
    question.confidence = try Confidence(typed: confidence)
    question.asOf = try lastDay()
    question.periodDays = try periodDays()
    question.pattern = try dateFormat.map(DatePattern.typed)
    question.today = BusinessClock(zone: .current).today
    return question
  }

  private func lastDay() throws -> Day? {
    try asOf.map { text in
      guard let day = Day(typed: text) else {
        throw WrongUsage(reason: "--as-of “\(text)” is no day; write 2026-06-30")
      }
      return day
    }
  }

  private func periodDays() throws -> Int? {
    if let days, !(1...3660).contains(days) {
      throw WrongUsage(reason: "--days lies between 1 and 3660, not \(days)")
    }
    return days
  }
}
