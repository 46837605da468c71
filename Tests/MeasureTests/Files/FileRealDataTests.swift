import Foundation
import Kernel
import Tabular
import Testing

@testable import Measure

/// Files of others, where they are at hand: `TOUCHSTONE_DATA`, by default `../shared/data`.
enum RealData {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["TOUCHSTONE_DATA"]
    let folder = URL(filePath: named ?? "../shared/data")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  static func path(_ name: String) -> String { folder?.appending(path: name).path ?? name }
}

@Suite(.enabled(if: RealData.folder != nil, "skipped: TOUCHSTONE_DATA not found"))
struct FileRealDataTests {
  private func measure(_ name: String, _ question: FileQuestion) async throws -> FileFigures {
    try await FileFigures.measure(TabularFile(path: RealData.path(name)), question, threads: 2)
  }

  private func expect(_ figure: FileFigure?, _ value: Double) {
    #expect(abs((figure?.value ?? .infinity) - value) < 0.0005)
  }

  @Test(arguments: [nil, "d/m/y"])
  func `the bank's ratings give the known scores`(format: String?) async throws {
    var question = FileQuestion(score: "rating")
    question.groupings = ["market"]
    let byMarket = try await measure("bank_nps_2021/bank_nps.csv.gz", question)
    expect(byMarket.overall, 11.8)
    #expect(byMarket.overall.count == 5000)
    #expect(byMarket.groups.map(\.values) == [["MEX"], ["UK"], ["US"]])
    for (group, value) in zip(byMarket.groups, [17.101, 8.488, 9.933]) {
      expect(group.figure, value)
    }
    question.dates = .init(
      column: "survey_date",
      unit: .quarter,
      pattern: format.flatMap(DatePattern.init)
    )
    let byQuarter = try await measure("bank_nps_2021/bank_nps.csv.gz", question)
    #expect(byQuarter.groups.count == 12 && byQuarter.rejections.count == 0)
    expect(byQuarter.overall, 11.8)
  }

  @Test func `the bank's dates fall into the months that the bank itself names`() async throws {
    var question = FileQuestion(score: "rating")
    question.groupings = ["month"]
    question.dates = .init(column: "survey_date", unit: .month, pattern: nil)
    let figures = try await measure("bank_nps_2021/bank_nps.csv.gz", question)
    #expect(figures.groups.count == 12)
    for group in figures.groups {
      #expect(group.period.map { String($0.start.gregorian.month) } == group.values.first)
    }
  }

  @Test func `the telephone company's answers give the known score`() async throws {
    let question = FileQuestion(score: "nps_score")
    let figures = try await measure("telco_nps_verbatims/verbatims_public.tsv.gz", question)
    expect(figures.overall, -24.539)
    #expect(figures.overall.count == 1410 && figures.overall.missing == 21)
  }
}
