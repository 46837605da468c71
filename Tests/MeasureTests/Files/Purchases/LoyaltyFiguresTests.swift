import CXMetrics
import Foundation
import Kernel
import Tabular
import Testing

@testable import Measure

struct LoyaltyFiguresTests {
  private static func measure(
    _ text: String,
    _ question: PurchaseQuestion = PurchaseQuestion(),
    asOf: Day? = nil
  ) async throws -> LoyaltyFigures {
    let file = try AnswersFile(text)
    let purchases = try await PurchaseFile(path: file.path, question)
    let last = try #require(purchases.span?.upperBound)
    return try await LoyaltyFigures.measure(purchases, .init(asOf: asOf ?? last), tasks: 2)
  }

  private static let small = """
    Customer ID,Purchase date,Amount
    ann,2025-01-01,20
    ann,2025-01-15,10.5
    ann,2025-01-15,4.5
    bob,2025-01-20,30
    ann,2025-01-31,-5
    bob,2025-02-19,15
    ,2025-02-20,9
    cid,2025-02-21,lots
    cid,soon,4
    """

  @Test func `a small file is measured as by hand, and says what it left out`() async throws {
    let figures = try await Self.measure(Self.small)
    #expect(figures.customers == 2 && figures.occasions == 4)
    #expect(figures.base[0].medianInterval == 14 && figures.base[1].medianInterval == 30)
    #expect(figures.base[0].recencyFrequencyMonetary.monetary == 35)
    #expect(figures.file.rejections.lines.map(\.line) == [8, 9, 10])
    let json = figures.json
    #expect(json["as_of"]?.string == "2025-02-19")
    #expect(json["left_out"]?.integer == 3)
    #expect(json["forecast"]?.isNull == true)
    #expect(json["bgnbd"]?["error"]?.string == "not_converged")
  }

  @Test func `every customer has a line, and names cannot run as formulas`() async throws {
    let figures = try await Self.measure(
      Self.small.replacing("bob", with: "=bob").replacing("ann", with: "\"an,n\"")
    )
    var lines: [String] = []
    figures.writeCustomers { lines.append($0) }
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("\"an,n\",2,35,14,2.5,35,2,35,"))
    #expect(lines[2].hasPrefix("'=bob,2,0,30,0,0,2,45,"))
    #expect(lines.allSatisfy { $0.hasSuffix("\r\n") })
  }

  @Test func `dates are read as they show themselves, or as asked for`() async throws {
    let text = "client;when;value\na;03/02/2025;1\na;25/02/2025;1\n"
    let figures = try await Self.measure(text)
    #expect(figures.base[0].medianInterval == 22)
    let unclear = "client,when,value\na,03/02/2025,1\na,05/02/2025,1\n"
    await #expect(throws: WrongUsage.self) { try await Self.measure(unclear) }
    let asked = try await Self.measure(
      unclear,
      PurchaseQuestion(pattern: DatePattern("m/d/y"))
    )
    #expect(asked.base[0].medianInterval == 61)
  }

  @Test func `price times quantity is what was paid, cancellations included`() async throws {
    let text = """
      InvoiceNo,Quantity,InvoiceDate,UnitPrice,CustomerID
      1,6,2010-12-01 08:26:00,2.5,17850
      C2,-2,2010-12-01 09:00:00,2.5,17850
      3,1,2010-12-20 10:00:00,8,17850
      4,1,2010-12-21 10:00:00,8,
      """
    let figures = try await Self.measure(text)
    #expect(figures.base[0].recencyFrequencyMonetary.monetary == 18)
    #expect(figures.file.rejections.count == 1)
  }

  @Test func `sums of several currencies are refused`() async throws {
    let text = "customer,date,amount,currency\na,2025-01-01,5,EUR\na,2025-02-01,5,USD\n"
    let wrong = await #expect(throws: WrongUsage.self) { try await Self.measure(text) }
    #expect(wrong?.reason.contains("“USD”") == true)
  }

  @Test func `columns that nothing tells are asked for by name`() async throws {
    let text = "k1,k2\nx,2025-01-01\nx,2025-01-09\n"
    let wrong = await #expect(throws: WrongUsage.self) { try await Self.measure(text) }
    #expect(wrong?.reason.contains("--customer") == true)
    let named = try await Self.measure(text, PurchaseQuestion(customer: "k1", date: "k2"))
    #expect(named.base[0].medianInterval == 8)
    #expect(named.json["gamma_gamma"]?["error"]?.string == "no_data")
  }

  @Test(arguments: Language.allCases)
  func `the report says the same in every language, without a missing word`(
    language: Language
  ) async throws {
    let report = FigureReport(try await Self.measure(Self.small), in: language)
    #expect(!report.text.contains("loyalty."))
    #expect(!FigureReportPage.document([report], in: language).isEmpty)
  }

  @Test func `what lies after the day measured is not known yet`() async throws {
    let figures = try await Self.measure(Self.small, asOf: Day("2025-01-16"))
    #expect(figures.customers == 1)
    #expect(figures.base[0].daysSinceLast == 1)
    let early = try await Self.measure(Self.small, asOf: Day("2024-01-16"))
    #expect(early.customers == 0)
    #expect(FigureReport(early, in: .english).headline == nil)
  }

  @Test func `days on which all was free are left out, told of, and counted when asked`()
    async throws
  {
    let free = "customer,date,amount\na,2025-01-01,5\na,2025-01-09,0\na,2025-01-15,5\n"
    let figures = try await Self.measure(free)
    #expect(figures.occasions == 2 && figures.json["free_days"]?.integer == 1)
    #expect(FigureReport(figures, in: .english).text.contains("--ignore-amounts counts it"))
    let all = try await Self.measure(free, PurchaseQuestion(ignoresAmounts: true))
    #expect(all.occasions == 3 && all.json["free_days"]?.integer == 0)
    #expect(!FigureReport(all, in: .english).text.contains("--ignore-amounts"))
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: cdnow), "skipped: no TOUCHSTONE_DATA")
  )
  func `CDNOW's purchases give the published parameters`() async throws {
    let file = try await PurchaseFile(path: Self.cdnow, PurchaseQuestion(ignoresAmounts: true))
    let day = try #require(Day("1997-09-30"))
    let figures = try await LoyaltyFigures.measure(file, .init(asOf: day), tasks: 2)
    let model = try figures.purchases.get().model
    #expect(figures.customers == 2357)
    let paid = try await PurchaseFile(path: Self.cdnow, PurchaseQuestion())
    #expect(paid.freeDays == 8)
    for (found, published) in [
      (model.r, 0.243), (model.alpha, 4.414), (model.a, 0.793), (model.b, 2.426),
    ] {
      #expect(abs(found - published) < 0.0006)
    }
  }

  private static let cdnow: String = {
    let folder = ProcessInfo.processInfo.environment["TOUCHSTONE_DATA"] ?? "../shared/data"
    return folder + "/cdnow/cdnow_sample.csv.gz"
  }()
}
