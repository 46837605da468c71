import CXMetrics
import Foundation
import Kernel
import Tabular
import Testing
import Web

@testable import Measure

/// Purchases and answers joined by the customer, the day and the period.
struct ProfitFiguresTests {
  private func figures(
    _ purchases: String?,
    _ answers: String?,
    _ change: (inout ProfitQuestion) -> Void = { _ in }
  ) async throws -> ProfitFigures {
    var question = ProfitQuestion()
    change(&question)
    var rows = ProfitRows()
    let files = (try purchases.map(AnswersFile.init), try answers.map(AnswersFile.init))
    defer { withExtendedLifetime(files) {} }
    if let file = files.0 { try await rows.readPurchases(file.path, question) }
    if let file = files.1 { try rows.readAnswers(file.path, question) }
    return try ProfitFigures(rows, question)
  }

  private static let purchases = """
    customer,date,amount,source
    a,2025-01-11,100,sale
    b,2025-02-10,50,sale
    a,2026-01-10,80,sale
    c,2026-02-10,40,sale
    a,2026-03-10,10,late_fee
    b,2025-12-31,-5,sale

    """

  @Test func `an answer judges purchases of its own customer up to 365 days after it`() async throws
  {
    let answers = """
      customer,date,nps
      a,2025-01-10,9
      a,2026-01-11,3
      c,2026-02-11,10

      """
    let figures = try await figures(Self.purchases, answers) { $0.periodDays = 200 }
    let quality = try #require(figures.quality)
    // 10 January 2026 is the 365th day after the first answer; c answered a day too late.
    #expect(quality[.good] == 80)
    #expect(quality[.bad] == 10)
    #expect(quality[.unknown] == 35)
    let value = try #require(figures.value)
    #expect(value[.detractor].revenue == 90)
    #expect(value[nil].customers == 1)
  }

  @Test func `periods run back from the last purchase`() async throws {
    let figures = try await figures(Self.purchases, nil)
    let periods = try #require(figures.periods)
    #expect(periods.last.description == "2026-03-10")
    #expect(periods.days == 212)
    #expect(periods.age(of: periods.first) == 0)
    #expect(periods.age(of: periods.first + -1) == 1)
    #expect(periods.age(of: periods.priorFirst) == 1)
    #expect(periods.age(of: periods.priorFirst + -1) == 2)
    #expect(periods.age(of: periods.last + 1) == nil)
    let growth = try #require(figures.growth)
    #expect(growth.priorRevenue == 150)
    #expect(growth.revenue(.retained) == 85)
    #expect(growth.revenue(.unknownNew) == 40)
    #expect(figures.value == nil)
  }

  @Test func `the word for a recommendation may be written in any way`() async throws {
    let answers = "customer,date,nps,why\nc,2026-02-10,9,Word-of-Mouth\n"
    let figures = try await figures(Self.purchases, answers) { $0.columns.acquisition = "why" }
    #expect(figures.growth?.revenue(.earnedNew) == 40)
  }

  @Test func `purchases after the last day are left out and told of`() async throws {
    let figures = try await figures(Self.purchases, nil) { $0.today = Day("2026-02-01") }
    #expect(figures.periods?.last.description == "2026-02-01")
    #expect(figures.growth?.revenue(.unknownNew) == 0)
    #expect(figures.remarks.contains { $0.hasPrefix("2 purchases after 2026-02-01") })
  }

  @Test func `a period that reaches before the first purchase is told of`() async throws {
    let figures = try await figures(Self.purchases, nil) { $0.periodDays = 300 }
    #expect(figures.remarks.contains { $0.contains("growth is not to be trusted") })
  }

  @Test func `amounts of two currencies are refused`() async {
    let mixed = "customer,date,amount,currency\na,2026-01-01,5,EUR\na,2026-01-02,5,USD\n"
    let error = await #expect(throws: TabularError.self) { try await figures(mixed, nil) }
    #expect(error?.description.contains("EUR and USD") == true)
  }

  @Test(arguments: [
    "customer,date,amount\n,2026-01-01,5\na,2026-01-03,5\n",
    "customer,date,amount\na,soon,5\na,2026-01-03,5\na,2026-01-04,5\na,2026-01-05,5\n",
    "customer,date,amount\na,2026-01-01,much\na,2026-01-03,5\na,2026-01-03,5\n",
  ])
  func `rows without a customer, a date or an amount are counted`(text: String) async throws {
    let figures = try await figures(text, nil) {
      $0.columns.customer = "customer"
      $0.columns.date = "date"
      $0.columns.amount = "amount"
    }
    #expect(figures.purchases?.unusable == 1)
  }

  @Test func `who was satisfied and left is told by the last survey`() async throws {
    let answers = """
      customer,date,satisfaction,churned
      a,2026-01-01,2,yes
      a,2026-01-02,5,yes
      b,2026-01-02,4,no
      c,2026-01-02,1,perhaps

      """
    let figures = try await figures(nil, answers)
    #expect(figures.periods == nil && figures.quality == nil)
    #expect(try figures.defectors?.satisfiedAmongDefectors().percent == 100)
    #expect(figures.defectors?.count == 2)
  }

  @Test func `a column that nobody has is refused`() async {
    await #expect(throws: Header.UnknownColumn.self) {
      try await figures(Self.purchases, nil) { $0.columns.profit = "gain" }
    }
    await #expect(throws: WrongUsage.self) { try await figures("x,y\n1,2\n", nil) }
  }

  @Test(arguments: Language.allCases)
  func `the report says the same in every language`(language: Language) async throws {
    let answers = "customer,date,nps,csat,left\na,2026-01-01,9,5,no\nb,2025-03-01,2,4,yes\n"
    let report = FigureReport(try await figures(Self.purchases, answers), in: language)
    #expect(report.parts.count == 4)
    #expect(!report.text.contains("profit."))
    #expect(FigureReportPage.document([report], in: language).contains("</svg>"))
  }

  @Test func `satisfaction noted after customers left is called hindsight, on the page too`()
    async throws
  {
    func answers(satisfiedLeavers: Int) -> String {
      "customer,satisfaction,left\n"
        + (0..<80).map { place in
          let isSatisfied = place < 40
          let hasLeft = isSatisfied ? place < satisfiedLeavers : true
          return "c\(place),\(isSatisfied ? 5 : 2),\(hasLeft ? "yes" : "no")\n"
        }.joined()
    }
    let suspected = try await figures(nil, answers(satisfiedLeavers: 0))
    #expect(suspected.isSatisfactionHindsight)
    #expect(suspected.remarks.contains { $0.contains("foretells nothing") })
    let words = Catalogue.of(.english)
    let report = FigureReport(suspected, in: .english)
    #expect(report.finding == words["profit.finding_hindsight"])
    #expect(report.parts.contains { $0.note == words["profit.hindsight"] })
    let usual = try await figures(nil, answers(satisfiedLeavers: 1))
    #expect(!usual.isSatisfactionHindsight)
    #expect(FigureReport(usual, in: .english).finding != report.finding)
  }
}
